/** Columns that several data sets of programmes share. */
import type { Column } from '../../../platform/module.ts'
import type { Decision } from '../types.ts'

type Words = readonly [title: string, description: string]

export function column<const Key extends string>(
  key: Key,
  type: Column['type'],
  uk: Words,
  en: Words,
  more: Pick<Column, 'required' | 'values'> = {},
) {
  return {
    key,
    type,
    title: { uk: uk[0], en: en[0] },
    description: { uk: uk[1], en: en[1] },
    ...more,
  } satisfies Column
}

export const required = { required: true } as const

export const PROGRAMME = column(
  'programme',
  'string',
  ['Програма', 'Стала коротка назва програми в адресах'],
  ['Programme', 'Stable short name of the programme in addresses'],
  required,
)
export const DECISION = [
  column('decisionBody', 'string', ['Орган', 'Хто прийняв рішення'], ['Body', 'Who took the decision']),
  column(
    'decisionKind',
    'string',
    ['Вид акта', 'Рішення, розпорядження тощо'],
    ['Kind of act', 'Decision, order and so on'],
  ),
  column('decisionNumber', 'string', ['Номер рішення', 'Номер акта'], ['Number', 'Number of the act']),
  column('decisionDate', 'date', ['Дата рішення', 'Коли прийнято'], ['Date', 'When it was taken']),
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
