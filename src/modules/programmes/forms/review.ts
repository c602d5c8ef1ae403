/** Forms of the review, one for each section. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  date,
  hryvnias,
  id,
  line,
  optionalDate,
  optionalLine,
  optionalParagraphs,
  optionalWhole,
  several,
  whole,
} from '../../../kernel/inputs.ts'
import { RECURRENCE_KINDS } from '../rules/recurrence-fields.ts'
import { LINE_PARTS } from '../types/draft.ts'
import { withRows } from './rows.ts'

/** Mark of what the form showed. */
const seen = line(64)

export const actForm = z.strictObject({
  seen,
  body: optionalLine(),
  kind: optionalLine(100),
  number: optionalLine(50),
  date: optionalDate(),
  sitting: optionalLine(50),
  convocation: optionalLine(50),
  appendix: optionalLine(50),
  title: optionalLine(1000),
  titleEn: optionalLine(1000),
  shortTitle: optionalLine(150),
  shortTitleEn: optionalLine(150),
  from: optionalDate(),
  to: optionalDate(),
})

export const passportForm = withRows(
  z.object({ seen }),
  z.object({
    number: optionalLine(20),
    key: optionalLine(50),
    label: line(500),
    value: optionalParagraphs(),
  }),
  ['label', 'value'],
)

/** One item a line. */
const items = optionalParagraphs(100_000).transform((text) =>
  (text ?? '')
    .split('\n')
    .map((t) => t.trim())
    .filter((t) => t !== ''),
)

export const contentForm = withRows(
  z.object({
    seen,
    problems: items,
    aim: optionalParagraphs(),
    tasks: items,
    expectedResults: items,
  }),
  z.object({ fact: line(1000), asOf: optionalDate() }),
  ['fact'],
)

export const unitsForm = withRows(
  z.object({ seen, coordinator: optionalLine(500), fundManager: optionalLine(500) }),
  z.object({ key: line(1000), name: line(500), isGroup: checkbox(), same: optionalLine(1000) }),
  ['name'],
)

const fundingRow = z.object({ year: whole(1990, 2100), source: line(200), planned: hryvnias() })

export const fundingForm = withRows(z.object({ seen }), fundingRow, ['year', 'source', 'planned'])

export const controlForm = withRows(
  z.object({ seen, position: optionalLine(200), signatoryName: optionalLine(200) }),
  z.object({ number: optionalLine(20), kind: optionalLine(50), rule: line(5000) }),
  ['rule'],
)

const year = optionalWhole(1990, 2100)

export const TERM_KINDS = ['auto', ...RECURRENCE_KINDS] as const

export const measureForm = withRows(
  z.object({
    seen,
    number: optionalLine(20),
    title: optionalLine(90),
    titleEn: optionalLine(120),
    text: optionalParagraphs(),
    executors: several(line(1000)),
    newExecutor: optionalLine(500),
    newIsGroup: checkbox(),
    termRaw: optionalLine(300),
    kind: choice(TERM_KINDS),
    months: several(whole(1, 12)),
    quarters: several(whole(1, 4)),
    termYear: year,
    termMonth: optionalWhole(1, 12),
    termDay: optionalWhole(1, 31),
    fromYear: year,
    toYear: year,
    tasks: several(whole(0, 500)),
    next: optionalLine(10),
  }),
  fundingRow,
  ['year', 'source', 'planned'],
)

export const addMeasureForm = z.strictObject({ seen })

export const findingForm = z.strictObject({
  action: choice(['accepted', 'changed', 'dismissed', 'reopened']),
  value: optionalLine(1000),
  note: optionalLine(1000),
})

export const lineForm = z.strictObject({
  action: choice(['assigned', 'dismissed', 'reopened']),
  part: choice(LINE_PARTS).optional(),
  note: optionalLine(1000),
})

export const reasonForm = z.strictObject({ reason: line(1000) })

export const nothingForm = z.strictObject({})

export const importForm = z.strictObject({ text: optionalParagraphs(2_000_000) })

export const amendForm = z.strictObject({ programmeId: id<'programme'>() })

export const inForceForm = z.strictObject({
  body: line(),
  kind: optionalLine(100),
  number: line(50),
  date: date(),
  sitting: optionalLine(50),
  convocation: optionalLine(50),
  inForceFrom: optionalDate(),
  reason: optionalLine(1000),
})
