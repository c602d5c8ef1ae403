/** Columns that several data sets of programmes share. */
import { dataColumn, REQUIRED } from '../../../platform/data-column.ts'
import type { Decision } from '../types.ts'

export const PROGRAMME = dataColumn(
  'programme',
  'string',
  ['Програма', 'Стала коротка назва програми в адресах'],
  ['Programme', 'Stable short name of the programme in addresses'],
  REQUIRED,
)
export const DECISION = [
  dataColumn('decisionBody', 'string', ['Орган', 'Хто прийняв рішення'], ['Body', 'Who took the decision']),
  dataColumn(
    'decisionKind',
    'string',
    ['Вид акта', 'Рішення, розпорядження тощо'],
    ['Kind of act', 'Decision, order and so on'],
  ),
  dataColumn('decisionNumber', 'string', ['Номер рішення', 'Номер акта'], ['Number', 'Number of the act']),
  dataColumn('decisionDate', 'date', ['Дата рішення', 'Коли прийнято'], ['Date', 'When it was taken']),
]

export function decisionFields(d: Decision | null) {
  return {
    decisionBody: d?.body ?? null,
    decisionKind: d?.kind ?? null,
    decisionNumber: d?.number ?? null,
    decisionDate: d?.date ?? null,
  }
}

/** Why these sets are published. */
export const basis = {
  uk: 'Постанова Кабінету Міністрів України від 21.10.2015 № 835, розділ про органи місцевого самоврядування',
  en: 'Resolution of the Cabinet of Ministers of Ukraine No. 835 of 21.10.2015, section on local self-government',
}
