/**
 * «Перелік цільових місцевих програм, змін до цільових місцевих програм …» (KMU resolution 835 of 21.10.2015):
 * programmes, their measures, their changes. Reports are a set of their own module.
 */

import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { toHryvnias } from '../../kernel/money.ts'
import { dataColumn, REQUIRED } from '../../platform/data-column.ts'
import type { Db } from '../../platform/db.ts'
import type { DataSet } from '../../platform/module.ts'
import { unitsByIds } from '../people/index.ts'
import { basis, DECISION, decisionFields, PROGRAMME } from './open-data/columns.ts'
import { changesOf } from './store/changes.ts'
import { fundingOf, measuresOf } from './store/measures.ts'
import { editionAt, editionsOf, programmes } from './store/programmes.ts'
import type { Edition, Programme } from './types.ts'

type InForce = { readonly programme: Programme; readonly edition: Edition; readonly first: Edition }

/** Each programme with its edition in force today and its first one. */
async function inForce(db: Db): Promise<InForce[]> {
  const today = dayOf(Temporal.Now.instant())
  const rows: InForce[] = []
  for (const programme of await programmes(db)) {
    const editions = (await editionsOf(db, programme.id)).filter((e) => e.state === 'inForce')
    const edition = (await editionAt(db, programme.id, today)) ?? editions.at(-1)
    const first = editions.at(-1)
    if (edition && first) rows.push({ programme, edition, first })
  }
  return rows
}

export const localProgrammes: DataSet = {
  slug: 'local-programmes',
  title: { uk: 'Перелік цільових місцевих програм', en: 'Local target programmes' },
  description: {
    uk: 'Програми, прийняті міською радою, з рішеннями, строком дії, координатором і обсягом фінансування.',
    en: 'Programmes adopted by the city council, with decisions, periods, coordinators and planned funding.',
  },
  periodicity: 'quarterly',
  keywords: {
    uk: ['програма', 'місцева програма', 'рішення ради'],
    en: ['programme', 'local programme', 'council decision'],
  },
  basis,
  page: '/programmes',
  primaryKey: ['programme'],
  columns: [
    PROGRAMME,
    dataColumn(
      'title',
      'string',
      ['Назва', 'Повна назва програми'],
      ['Title', 'Full title of the programme'],
      REQUIRED,
    ),
    dataColumn(
      'titleEn',
      'string',
      ['Назва англійською', 'Якщо є'],
      ['Title in English', 'Where there is one'],
    ),
    dataColumn(
      'periodFrom',
      'date',
      ['Діє з', 'Перший день строку дії'],
      ['From', 'First day of the period'],
      REQUIRED,
    ),
    dataColumn(
      'periodTo',
      'date',
      ['Діє до', 'Останній день строку дії'],
      ['To', 'Last day of the period'],
      REQUIRED,
    ),
    dataColumn(
      'state',
      'string',
      ['Стан', 'active – чинна, closed – завершена'],
      ['State', 'active or closed'],
      {
        required: true,
        values: ['active', 'closed'],
      },
    ),
    ...DECISION,
    dataColumn('edition', 'integer', ['Чинна редакція', 'Номер'], ['Edition in force', 'Number'], REQUIRED),
    dataColumn('coordinator', 'string', ['Координатор', 'Підрозділ'], ['Coordinator', 'Department']),
    dataColumn(
      'fundManager',
      'string',
      ['Головний розпорядник коштів', 'Підрозділ'],
      ['Main fund manager', 'Department'],
    ),
    dataColumn(
      'measures',
      'integer',
      ['Заходів', 'У чинній редакції'],
      ['Measures', 'In the edition in force'],
      REQUIRED,
    ),
    dataColumn(
      'planned',
      'number',
      ['Заплановано, грн', 'За текстом чинної редакції'],
      ['Planned, UAH', 'By the text in force'],
      REQUIRED,
    ),
    dataColumn(
      'page',
      'string',
      ['Сторінка', 'Шлях на цьому сайті'],
      ['Page', 'Path on this site'],
      REQUIRED,
    ),
  ],
  rows: async (db) => {
    const rows = []
    for (const { programme, edition, first } of await inForce(db)) {
      const [measures, funding] = await Promise.all([measuresOf(db, edition.id), fundingOf(db, edition.id)])
      const ids = [programme.coordinatorUnitId, programme.fundManagerUnitId].flatMap((id) => id ?? [])
      const units = await unitsByIds(db, ids)
      const name = (id: Programme['coordinatorUnitId']) => (id ? (units.get(id)?.name ?? null) : null)
      const whole = funding.filter((f) => f.measureId === null)
      const planned = (whole.length > 0 ? whole : funding).reduce((sum, f) => sum + f.planned, 0)
      rows.push({
        programme: programme.slug,
        title: programme.title,
        titleEn: programme.titleEn,
        periodFrom: programme.period.from,
        periodTo: programme.period.to,
        state: programme.state,
        ...decisionFields(first.decision),
        edition: edition.number,
        coordinator: name(programme.coordinatorUnitId),
        fundManager: name(programme.fundManagerUnitId),
        measures: measures.length,
        planned: planned / 100,
        page: `/programmes/${programme.slug}`,
      })
    }
    return rows
  },
}

export const programmeMeasures: DataSet = {
  slug: 'programme-measures',
  title: { uk: 'Заходи цільових місцевих програм', en: 'Measures of local target programmes' },
  description: {
    uk: 'Заходи чинних редакцій програм: текст, виконавці, строк, заплановані кошти.',
    en: 'Measures of the editions in force: text, executors, term, planned funds.',
  },
  periodicity: 'quarterly',
  keywords: { uk: ['програма', 'захід', 'виконавець'], en: ['programme', 'measure', 'executor'] },
  basis,
  page: '/programmes',
  primaryKey: ['programme', 'number'],
  columns: [
    PROGRAMME,
    dataColumn('edition', 'integer', ['Редакція', 'Номер'], ['Edition', 'Number'], REQUIRED),
    dataColumn(
      'number',
      'string',
      ['Номер', 'Номер заходу в програмі'],
      ['Number', 'Number of the measure'],
      REQUIRED,
    ),
    dataColumn('title', 'string', ['Коротка назва', 'Для списків'], ['Short title', 'For lists'], REQUIRED),
    dataColumn(
      'titleEn',
      'string',
      ['Коротка назва англійською', 'Якщо є'],
      ['Short title in English', 'Where there is one'],
    ),
    dataColumn('text', 'string', ['Текст', 'Як у програмі'], ['Text', 'As in the programme'], REQUIRED),
    dataColumn(
      'executors',
      'string',
      ['Виконавці', 'Підрозділи через крапку з комою'],
      ['Executors', 'Departments parted by semicolons'],
    ),
    dataColumn('term', 'string', ['Строк', 'Як у програмі'], ['Term', 'As in the programme']),
    dataColumn(
      'recurrence',
      'string',
      ['Періодичність', 'Як розуміють строк: quarterly, yearly, once …'],
      ['Recurrence', 'How the term is understood: quarterly, yearly, once …'],
      REQUIRED,
    ),
    dataColumn(
      'planned',
      'number',
      ['Заплановано, грн', 'На захід, якщо текст це визначає'],
      ['Planned, UAH', 'For the measure, where the text says so'],
    ),
  ],
  rows: async (db) => {
    const rows = []
    for (const { programme, edition } of await inForce(db)) {
      const [measures, funding] = await Promise.all([measuresOf(db, edition.id), fundingOf(db, edition.id)])
      const units = await unitsByIds(
        db,
        measures.flatMap((m) => m.executors),
      )
      for (const m of measures) {
        const own = funding.filter((f) => f.measureId === m.id)
        rows.push({
          programme: programme.slug,
          edition: edition.number,
          number: m.number,
          title: m.title,
          titleEn: m.titleEn,
          text: m.text,
          executors: m.executors.map((id) => units.get(id)?.name ?? '').join('; ') || null,
          term: m.termRaw,
          recurrence: m.recurrence.kind,
          planned: own.length === 0 ? null : own.reduce((sum, f) => sum + toHryvnias(f.planned), 0),
        })
      }
    }
    return rows
  },
}

export const programmeChanges: DataSet = {
  slug: 'programme-changes',
  title: { uk: 'Зміни до цільових місцевих програм', en: 'Changes of local target programmes' },
  description: {
    uk: 'Редакції програм: якими рішеннями і коли програму прийнято та змінено.',
    en: 'Editions of programmes: by which decisions and when each was adopted and changed.',
  },
  periodicity: 'quarterly',
  keywords: { uk: ['програма', 'зміни', 'рішення ради'], en: ['programme', 'amendment', 'council decision'] },
  basis,
  page: '/programmes',
  primaryKey: ['programme', 'edition'],
  columns: [
    PROGRAMME,
    dataColumn(
      'edition',
      'integer',
      ['Редакція', 'Номер; 1 – прийняття програми'],
      ['Edition', 'Number; 1 is the adoption'],
      REQUIRED,
    ),
    dataColumn(
      'inForceFrom',
      'date',
      ['Діє з', 'Перший день дії редакції'],
      ['In force from', 'First day of the edition'],
    ),
    ...DECISION,
    dataColumn('reason', 'string', ['Причина', 'Чому внесено зміни'], ['Reason', 'Why it was amended']),
    dataColumn(
      'recordedAt',
      'datetime',
      ['Внесено', 'Коли записано в системі'],
      ['Recorded', 'When it was recorded in the system'],
      REQUIRED,
    ),
    dataColumn(
      'page',
      'string',
      ['Сторінка', 'Порівняння на цьому сайті'],
      ['Page', 'The comparison on this site'],
      REQUIRED,
    ),
  ],
  rows: async (db) =>
    (await changesOf(db, null)).map((c) => ({
      programme: c.slug,
      edition: c.number,
      inForceFrom: c.inForceFrom,
      ...decisionFields(c.decision),
      reason: c.reason,
      recordedAt: c.createdAt,
      page: `/programmes/${c.slug}/editions/${c.number}`,
    })),
}
