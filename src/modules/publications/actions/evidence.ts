/**
 * News are evidence of one measure, a quarter at a time: forty lines a quarter would bury a report, one line with its
 * figures and the page of the counter reads itself.
 */
import type { UnitId } from '../../../kernel/actor.ts'
import { dayOf, quarterOf, type Temporal } from '../../../kernel/civil-date.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { quarterName } from '../../../kernel/texts.ts'
import type { Tx } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { readSetting } from '../../../platform/settings.ts'
import { measureByNumber, recordEvidence, withdrawEvidenceOf } from '../../duties/index.ts'
import { activeProgramme } from '../../programmes/index.ts'
import { quarterKey } from '../rules/quarter.ts'
import { USUAL } from '../rules/settings.ts'
import { accessOf, publishedIn } from '../store/decisions.ts'
import { lockCounting } from '../store/publications.ts'
import { textsOf } from '../texts/index.ts'

const MOST_ORGANISATIONS = 100

/**
 * After a publication or a withdrawal. A quarter that is over stays as it was reported.
 * @param at first publication of the news; none where it was never published
 */
export async function bringEvidenceUpToDate(
  tx: Tx,
  house: Pick<House, 'baseUrl'>,
  at: Temporal.Instant | null,
): Promise<void> {
  const quarter = quarterOf(tx.today)
  const key = quarterKey(quarter)
  if (at === null || quarterKey(quarterOf(dayOf(at))) !== key) return
  const settings = (await readSetting(tx.db, 'publications')) ?? USUAL
  const programme = settings.measure === null ? null : await activeProgramme(tx.db, tx.today)
  const measure = programme && (await measureByNumber(tx.db, programme.id, settings.measure ?? ''))
  if (!measure) return
  await lockCounting(tx.db)
  const source = { module: 'publications', id: `${key} ${measure.id}` }
  const t = textsOf('uk').evidence
  const { news, organisations, first, last } = await publishedIn(tx.db, quarter)
  if (first === null || last === null) return withdrawEvidenceOf(tx, source, t.noneLeft)
  const lines = await accessOf(tx.db, quarter)
  const returned = lines.reduce((n, line) => n + line.returned, 0)
  const unitId: UnitId | null =
    settings.unitId !== null && isId(settings.unitId) ? asId<'unit'>(settings.unitId) : null
  await recordEvidence(tx, {
    source,
    unitId,
    kind: 'publication',
    title: t.title(quarterName('uk', quarter)),
    happenedFrom: dayOf(first),
    happenedTo: dayOf(last),
    place: null,
    result: t.result(news, organisations.length, returned),
    participants: null,
    organisations: organisations.slice(0, MOST_ORGANISATIONS),
    cost: null,
    link: `${house.baseUrl}/news/equal-access?quarter=${key}`,
    publication: null,
    measures: [measure.id],
    indicators: [],
  })
}
