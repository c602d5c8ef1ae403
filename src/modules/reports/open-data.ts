/** Reports on local target programmes as a data set (KMU 835, section of local self-government). */

import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { toHryvnias } from '../../kernel/money.ts'
import { dataColumn, REQUIRED } from '../../platform/data-column.ts'
import type { Db } from '../../platform/db.ts'
import type { DataSet } from '../../platform/module.ts'
import { everyAccepted } from './store/frozen.ts'
import { rowStates } from './texts/index.ts'
import { ROW_STATES } from './types.ts'

const COLUMNS = [
  dataColumn(
    'programme',
    'string',
    ['Програма', 'Стала коротка назва програми в адресах'],
    ['Programme', 'Stable short name of the programme in addresses'],
    REQUIRED,
  ),
  dataColumn(
    'programmeTitle',
    'string',
    ['Назва програми', 'Повна назва'],
    ['Programme title', 'Full title'],
    REQUIRED,
  ),
  dataColumn('year', 'year', ['Рік', 'Звітний рік'], ['Year', 'Year reported on'], REQUIRED),
  dataColumn(
    'quarter',
    'integer',
    ['Квартал', 'Звітний квартал, 1–4'],
    ['Quarter', 'Quarter reported on, 1 to 4'],
    REQUIRED,
  ),
  dataColumn(
    'unitId',
    'string',
    ['Код виконавця', 'Сталий код підрозділу в цих даних'],
    ['Executor id', 'Stable id of the department in these data'],
    REQUIRED,
  ),
  dataColumn(
    'unit',
    'string',
    ['Виконавець', 'Назва підрозділу на час прийняття звіту'],
    ['Executor', 'Name of the department when the report was accepted'],
    REQUIRED,
  ),
  dataColumn(
    'version',
    'integer',
    ['Версія', '1 – перша; більша – виправлення'],
    ['Version', '1 is the first; a higher one is a correction'],
    REQUIRED,
  ),
  dataColumn(
    'due',
    'date',
    ['Строк подання', 'Останній день подання'],
    ['Due', 'Last day to submit'],
    REQUIRED,
  ),
  dataColumn('submittedOn', 'date', ['Подано', 'Перше подання'], ['Submitted', 'First submission'], REQUIRED),
  dataColumn(
    'daysLate',
    'integer',
    ['Запізнення, днів', '0 – вчасно'],
    ['Days late', '0 is in time'],
    REQUIRED,
  ),
  dataColumn(
    'row',
    'integer',
    ['Рядок', 'Порядковий номер рядка звіту; 0 – виконувати нічого не належало'],
    ['Row', 'Ordinal of the row in the report; 0: nothing was to be done'],
    REQUIRED,
  ),
  dataColumn(
    'measureNumber',
    'string',
    ['Номер заходу', 'Порожньо – виконувати не належало'],
    ['Measure number', 'Empty: nothing was to be done'],
  ),
  dataColumn('measure', 'string', ['Захід', 'Назва заходу'], ['Measure', 'Title of the measure']),
  dataColumn(
    'state',
    'string',
    ['Стан', ROW_STATES.map((s) => `${s} – ${rowStates.uk[s]}`).join(', ')],
    ['State', ROW_STATES.map((s) => `${s}: ${rowStates.en[s]}`).join(', ')],
    { values: ROW_STATES },
  ),
  dataColumn('result', 'string', ['Результат', 'Що зроблено'], ['Result', 'What was done']),
  dataColumn(
    'reason',
    'string',
    ['Причина', 'Чому не виконано або не повністю'],
    ['Reason', 'Why not, or not in full'],
  ),
  dataColumn('planUah', 'number', ['Заплановано, грн', 'На рік'], ['Planned, UAH', 'For the year']),
  dataColumn(
    'cashUah',
    'number',
    ['Касові видатки, грн', 'За квартал'],
    ['Cash spending, UAH', 'In the quarter'],
  ),
  dataColumn(
    'evidence',
    'integer',
    ['Підтверджень', 'Кількість записів про роботу'],
    ['Evidence', 'How many records of work'],
  ),
  dataColumn(
    'acceptedOn',
    'date',
    ['Прийнято', 'День прийняття'],
    ['Accepted', 'Day of acceptance'],
    REQUIRED,
  ),
  dataColumn(
    'sha256',
    'string',
    ['SHA-256', 'Хеш зафіксованого змісту'],
    ['SHA-256', 'Hash of the frozen content'],
    REQUIRED,
  ),
] as const

type Row = Readonly<Record<(typeof COLUMNS)[number]['key'], string | number | null>>

async function rows(db: Db): Promise<readonly Row[]> {
  const reports = await everyAccepted(db)
  return reports.flatMap(({ content, sha256, frozenAt }): Row[] => {
    const head = {
      programme: content.programme.slug,
      programmeTitle: content.programme.title,
      year: content.year,
      quarter: content.quarter,
      unitId: content.unit.id,
      unit: content.unit.name,
      version: content.version,
      due: content.due,
      submittedOn: content.submittedOn,
      daysLate: content.daysLate,
      acceptedOn: dayOf(Temporal.Instant.from(frozenAt)).toString(),
      sha256,
    }
    const nothing = {
      row: 0,
      measureNumber: null,
      measure: null,
      state: null,
      result: null,
      reason: null,
      planUah: null,
      cashUah: null,
      evidence: null,
    }
    if (content.rows.length === 0) return [{ ...head, ...nothing }]
    return content.rows.map((row, i) => ({
      ...head,
      row: i + 1,
      measureNumber: row.number,
      measure: row.title,
      state: row.state,
      result: row.result || null,
      reason: row.reason,
      planUah: toHryvnias(row.cashPlan),
      cashUah: toHryvnias(row.cashFact),
      evidence: row.evidence.length,
    }))
  })
}

export const programmeReports: DataSet = {
  slug: 'programme-reports',
  title: {
    uk: 'Звіти про виконання цільових місцевих програм',
    en: 'Reports on local target programmes',
  },
  description: {
    uk: 'Прийняті квартальні звіти виконавців: що зроблено за кожним заходом, стан, причини невиконання, касові видатки, своєчасність подання.',
    en: 'Accepted quarterly reports of executors: what was done of each measure, its state, why not, cash spending, whether the report came in time.',
  },
  periodicity: 'quarterly',
  keywords: {
    uk: ['цільова програма', 'звіт', 'виконання', 'касові видатки', 'громадянське суспільство'],
    en: ['target programme', 'report', 'cash spending', 'civil society'],
  },
  columns: COLUMNS,
  primaryKey: ['programme', 'year', 'quarter', 'unitId', 'version', 'row'],
  basis: {
    uk: 'Постанова КМУ 835 від 21.10.2015: перелік цільових місцевих програм, змін до них та звітів про виконання',
    en: 'KMU resolution 835 of 21.10.2015: list of local target programmes, their changes and reports',
  },
  rows,
}
