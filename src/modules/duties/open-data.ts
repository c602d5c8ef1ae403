/** Duties and evidence as open data (KMU 835): the same facts as on public pages. */

import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { toHryvnias } from '../../kernel/money.ts'
import { dataColumns, REQUIRED } from '../../platform/data-column.ts'
import type { Db } from '../../platform/db.ts'
import type { DataSet } from '../../platform/module.ts'
import { dutyState } from './rules/duty.ts'
import { publishedDuties, publishedEvidence } from './store/published.ts'
import { explainDuty } from './texts/explain.ts'
import { bilingual } from './texts/index.ts'
import { DUTY_STATES, EVIDENCE_KINDS } from './types.ts'

const MOST_ROWS = 1_000_000

const column = dataColumns(bilingual((t) => t.openData.columns))

const duties: DataSet = {
  slug: 'duties',
  title: bilingual((t) => t.openData.duties.title),
  description: bilingual((t) => t.openData.duties.description),
  keywords: bilingual((t) => t.openData.duties.keywords),
  periodicity: 'daily',
  primaryKey: ['id'],
  columns: [
    column('id', 'string', REQUIRED),
    column('programme', 'string', REQUIRED),
    column('measure', 'string', REQUIRED),
    column('measureTitle', 'string', REQUIRED),
    column('unit', 'string', REQUIRED),
    column('periodFrom', 'date', REQUIRED),
    column('periodTo', 'date', REQUIRED),
    column('due', 'date', REQUIRED),
    column('dueExplanation', 'string'),
    column('state', 'string', { required: true, values: DUTY_STATES }),
    column('fulfilledOn', 'date'),
    column('reason', 'string'),
    column('evidence', 'integer', REQUIRED),
  ],
  rows: async (db: Db) => {
    const today = dayOf(Temporal.Now.instant())
    const { rows } = await publishedDuties(db, {}, today, '', MOST_ROWS)
    return rows.map((d) => ({
      id: d.id,
      programme: d.programme,
      measure: d.measureNumber,
      measureTitle: d.measureTitle,
      unit: d.unitName,
      periodFrom: d.period.from,
      periodTo: d.period.to,
      due: d.due,
      dueExplanation: explainDuty('uk', d.explanation),
      state: dutyState(d, today),
      fulfilledOn: d.fulfilledOn,
      reason: d.outcomeReason,
      evidence: d.evidence,
    }))
  },
}

const evidence: DataSet = {
  slug: 'evidence',
  title: bilingual((t) => t.openData.evidence.title),
  description: bilingual((t) => t.openData.evidence.description),
  keywords: bilingual((t) => t.openData.evidence.keywords),
  periodicity: 'daily',
  primaryKey: ['id'],
  page: '/evidence',
  columns: [
    column('id', 'string', REQUIRED),
    column('programme', 'string', REQUIRED),
    column('measures', 'string'),
    column('kind', 'string', { required: true, values: EVIDENCE_KINDS }),
    column('title', 'string', REQUIRED),
    column('happenedFrom', 'date', REQUIRED),
    column('happenedTo', 'date', REQUIRED),
    column('unit', 'string'),
    column('place', 'string'),
    column('result', 'string'),
    column('participants', 'integer'),
    column('organisations', 'string'),
    column('cost', 'number'),
    column('link', 'string'),
  ],
  rows: async (db: Db) => {
    const rows = await publishedEvidence(db, {}, MOST_ROWS)
    return rows.map((e) => ({
      id: e.id,
      programme: e.programme,
      measures: e.measures.join('; '),
      kind: e.kind,
      title: e.title,
      happenedFrom: e.happened.from,
      happenedTo: e.happened.to,
      unit: e.unit,
      place: e.place,
      result: e.result,
      participants: e.participants,
      organisations: e.organisations.join('; '),
      cost: e.cost === null ? null : toHryvnias(e.cost),
      link: e.link,
    }))
  },
}

export const openData: readonly DataSet[] = [duties, evidence]
