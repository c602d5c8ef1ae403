/** What everybody may read: accepted reports of executors and published consolidated ones. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { QuarterNumber, Temporal } from '../../../kernel/civil-date.ts'
import { cutPage, decodeCursor, type Page } from '../../../platform/keyset.ts'
import type { Programme } from '../../programmes/index.ts'
import type { ConsolidatedKind, FrozenId } from '../types.ts'
import type { Reader } from './reader.ts'

export type PublicLine = {
  readonly id: FrozenId
  readonly kind: 'report' | ConsolidatedKind
  readonly slug: string
  readonly programmeTitle: string
  readonly programmeTitleEn: string | null
  readonly programmeFrom: string
  readonly programmeTo: string
  readonly unitId: UnitId | null
  readonly unitName: string | null
  readonly year: number
  readonly quarter: QuarterNumber | null
  readonly version: number
  readonly sha256: string
  readonly publishedAt: Temporal.Instant
  readonly due: string | null
  readonly submittedOn: string | null
  readonly daysLate: number | null
}

export type PublicFilter = {
  readonly programme?: string | null
  readonly kind?: PublicLine['kind'] | null
  readonly year?: number | null
  readonly text?: string
  /** Only the latest version of each. */
  readonly latest?: boolean
}

/** The newest first. A consolidated report is there from its publication on. */
export async function publicReports(
  db: Reader,
  filter: PublicFilter,
  after: string,
  size: number,
): Promise<Page<PublicLine>> {
  const from = decodeCursor(after, ['string', 'string'])
  const like = filter.text ? `%${filter.text.replace(/[\\%_]/g, (c) => `\\${c}`)}%` : null
  const { rows } = await sql<Row>`
    select * from (
      select f.id, f.kind, p.slug, p.short_title, p.short_title_en, p.period_from, p.period_to, f.unit_id, f.year,
        f.quarter, f.version, f.sha256, coalesce(c.published_at, f.frozen_at) as at, f.content,
        row_number() over (
          partition by f.programme_id, f.kind, f.unit_id, f.year, f.quarter order by f.version desc) as age
      from frozen_reports f
      join programmes p on p.id = f.programme_id
      left join consolidated_reports c on c.id = f.consolidated_id
      where (f.kind = 'report' or c.state = 'published')
        and ${filter.programme ? sql<boolean>`p.slug = ${filter.programme}` : sql<boolean>`true`}
        and ${filter.kind ? sql<boolean>`f.kind = ${filter.kind}` : sql<boolean>`true`}
        and ${filter.year ? sql<boolean>`f.year = ${filter.year}` : sql<boolean>`true`}
        and ${like ? sql<boolean>`f.content ilike ${like}` : sql<boolean>`true`}
    ) all_of_them
    where ${filter.latest ? sql<boolean>`age = 1` : sql<boolean>`true`}
      and ${from ? sql<boolean>`(at, id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : sql<boolean>`true`}
    order by at desc, id desc limit ${size + 1}`.execute(db)
  const page = cutPage(rows, size, (r) => [r.at.toString(), r.id])
  return { next: page.next, rows: page.rows.map(lineOf) }
}

type Row = {
  readonly id: FrozenId
  readonly kind: PublicLine['kind']
  readonly slug: string
  readonly short_title: string
  readonly short_title_en: string | null
  readonly period_from: Programme['period']['from']
  readonly period_to: Programme['period']['to']
  readonly unit_id: UnitId | null
  readonly year: number
  readonly quarter: QuarterNumber | null
  readonly version: number
  readonly sha256: string
  readonly at: Temporal.Instant
  readonly content: string
}

function lineOf(row: Row): PublicLine {
  const content = JSON.parse(row.content) as {
    unit?: { name: string }
    due?: string
    submittedOn?: string
    daysLate?: number
  }
  return {
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    programmeTitle: row.short_title,
    programmeTitleEn: row.short_title_en,
    programmeFrom: row.period_from.toString(),
    programmeTo: row.period_to.toString(),
    unitId: row.unit_id,
    unitName: content.unit?.name ?? null,
    year: row.year,
    quarter: row.quarter,
    version: row.version,
    sha256: row.sha256,
    publishedAt: row.at,
    due: content.due ?? null,
    submittedOn: content.submittedOn ?? null,
    daysLate: content.daysLate ?? null,
  }
}
