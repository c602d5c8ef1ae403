/** A passport of a day: composed, looked through, frozen, published; corrected by the next version. */
import { type CivilDate, dayOf, isWithin } from '../../../kernel/civil-date.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { newId } from '../../../platform/random.ts'
import { type Sealed, seal } from '../../../platform/seal.ts'
import { readSetting, writeSetting } from '../../../platform/settings.ts'
import { measureByNumber, recordEvidence } from '../../duties/index.ts'
import { activeProgramme } from '../../programmes/index.ts'
import { passportPractices } from '../events/practices.ts'
import { mayKeepPassport } from '../policy.ts'
import { compose } from '../rules/compose.ts'
import { SECTION_KEYS, type SectionKey } from '../rules/definitions.ts'
import { mayCompose, mayFreeze, type SectionState, sectionState, step, type Verb } from '../rules/review.ts'
import * as store from '../store/passports.ts'
import type { Reader } from '../store/reader.ts'
import { namesOf, registryLists, standingOn } from '../store/registry.ts'
import { keptRows } from '../store/rows.ts'
import { evidenceTitle } from '../texts/evidence.ts'
import type { Passport, PassportContent, PassportId, Review } from '../types.ts'
import { nameOf } from './who.ts'

export type CityNames = Pick<House['city'], 'name' | 'council'>

const NOTHING_SEEN: Review = { checks: {}, leftOut: {} }

export function composePassport(ctx: Context, asOf: CivilDate): Promise<PassportId> {
  return transact(ctx, async (tx) => {
    permit(mayKeepPassport(tx.actor), 'passport.compose')
    accept(mayCompose(asOf, tx.today, await store.ofDay(tx.db, asOf)))
    const id = newId<'passport'>()
    await store.insertPassport(tx, { id, asOf, version: 1, correctionReason: null, review: NOTHING_SEEN })
    audit(tx, 'passport.compose', subject(id), { after: { asOf: asOf.toString() } })
    return id
  })
}

/** What stands in a draft now, and the seal of each section: it says whether what was checked is still so. */
export type Composed = {
  readonly content: PassportContent
  readonly sealed: Sealed
  readonly seals: Readonly<Record<SectionKey, string>>
  readonly states: Readonly<Record<SectionKey, SectionState>>
  /** Organisations that are counted though no day of their beginning is known. */
  readonly undated: number
}

export async function composed(db: Reader, passport: Passport, city: CityNames): Promise<Composed> {
  const [rows, organisations, lists, practices] = await Promise.all([
    keptRows(db),
    standingOn(db, passport.asOf),
    registryLists(db),
    Promise.all(passportPractices.all().map((source) => source(db, passport.asOf))),
  ])
  const ids = rows.flatMap((row) => (row.table === 'massEvents' ? (row.values['organiser'] ?? []) : []))
  const content = compose({
    asOf: passport.asOf,
    version: passport.version,
    correctionReason: passport.correctionReason,
    city: city.name,
    council: city.council,
    rows,
    organisations,
    names: await namesOf(db, ids.map(String)),
    practices: practices.flat(),
    leftOut: passport.review.leftOut,
    ...lists,
  })
  const seals = Object.fromEntries(content.sections.map((s) => [s.key, seal(s).sha256]))
  const states = SECTION_KEYS.map(
    (key) => [key, sectionState(passport.review, key, seals[key] ?? '')] as const,
  )
  return {
    content,
    sealed: seal(content),
    seals: seals as Record<SectionKey, string>,
    states: Object.fromEntries(states) as Record<SectionKey, SectionState>,
    undated: organisations.filter((o) => o.undated).length,
  }
}

/** @param seen SHA-256 of the section as the person had it before them */
export function checkSection(
  ctx: Context,
  id: PassportId,
  city: CityNames,
  check: { readonly section: SectionKey; readonly seen: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const passport = await opened(tx, id, 'review')
    const now = await composed(tx.db, passport, city)
    accept(
      now.seals[check.section] === check.seen ? true : refuse('section_moved', { section: check.section }),
    )
    const leftOut = without(passport.review.leftOut, check.section)
    const mark = { by: nameOf(tx.actor), at: tx.now.toString(), seen: check.seen }
    await store.saveReview(tx.db, id, {
      leftOut,
      checks: { ...passport.review.checks, [check.section]: mark },
    })
    audit(tx, 'passport.check', subject(id), { after: check })
  })
}

export function leaveOut(ctx: Context, id: PassportId, section: SectionKey, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const { review } = await opened(tx, id, 'review')
    await store.saveReview(tx.db, id, {
      checks: without(review.checks, section),
      leftOut: { ...review.leftOut, [section]: reason },
    })
    audit(tx, 'passport.leaveOut', subject(id), { after: { section }, reason })
  })
}

/** The section stands again, and nobody has looked at it. */
export function takeBack(ctx: Context, id: PassportId, section: SectionKey): Promise<void> {
  return transact(ctx, async (tx) => {
    const { review } = await opened(tx, id, 'review')
    await store.saveReview(tx.db, id, {
      checks: without(review.checks, section),
      leftOut: without(review.leftOut, section),
    })
    audit(tx, 'passport.takeBack', subject(id), { after: { section } })
  })
}

/** @param seen SHA-256 of the whole as the person had it before them */
export function freezePassport(ctx: Context, id: PassportId, city: CityNames, seen: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const passport = await opened(tx, id, 'freeze')
    const now = await composed(tx.db, passport, city)
    accept(mayFreeze(now.states))
    accept(now.sealed.sha256 === seen ? true : refuse('passport_moved'))
    await store.saveFrozen(tx, id, now.sealed, nameOf(tx.actor))
    audit(tx, 'passport.freeze', subject(id), { after: { sha256: now.sealed.sha256 } })
  })
}

/** Back to a draft, as long as nobody has read it. */
export function reopenPassport(ctx: Context, id: PassportId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    await opened(tx, id, 'reopen')
    await store.reopen(tx.db, id)
    audit(tx, 'passport.reopen', subject(id), { reason })
  })
}

/** @returns whether it was recorded as evidence: there is a programme that has the measure */
export function publishPassport(
  ctx: Context,
  id: PassportId,
  baseUrl: string,
): Promise<{ readonly evidence: boolean }> {
  return transact(ctx, async (tx) => {
    const passport = await opened(tx, id, 'publish')
    await store.publish(tx, id, nameOf(tx.actor))
    audit(tx, 'passport.publish', subject(id), { after: { asOf: passport.asOf.toString() } })
    return { evidence: await recordPublished(tx, passport, baseUrl) }
  })
}

/** The next version of what is published; it begins with nothing checked. */
export function correctPassport(ctx: Context, id: PassportId, reason: string): Promise<PassportId> {
  return transact(ctx, async (tx) => {
    permit(mayKeepPassport(tx.actor), 'passport.correct')
    const passport = found(await store.lockPassport(tx.db, id), 'passport')
    const same = await store.ofDay(tx.db, passport.asOf)
    accept(passport.state === 'published' ? true : refuse('wrong_state', { state: passport.state }))
    accept(same.every((p) => p.state === 'published') ? true : refuse('already_composed'))
    const next = newId<'passport'>()
    const version = Math.max(...same.map((p) => p.version)) + 1
    await store.insertPassport(tx, {
      id: next,
      asOf: passport.asOf,
      version,
      correctionReason: reason,
      review: { checks: {}, leftOut: passport.review.leftOut },
    })
    audit(tx, 'passport.correct', subject(next), { before: { version: passport.version }, reason })
    return next
  })
}

export function discardPassport(ctx: Context, id: PassportId): Promise<void> {
  return transact(ctx, async (tx) => {
    await opened(tx, id, 'discard')
    await store.discard(tx.db, id)
    audit(tx, 'passport.discard', subject(id))
  })
}

/** By which measure of the programme in force a published passport is evidence; none: by no measure. */
export function setMeasure(ctx: Context, measure: string | null): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeepPassport(tx.actor), 'passport.setMeasure')
    const before = await readSetting(tx.db, 'passport.measure')
    await writeSetting(tx, 'passport.measure', { number: measure })
    audit(tx, 'passport.setMeasure', { type: 'setting', id: 'passport.measure' }, { before, after: measure })
  })
}

export const USUAL_MEASURE = '4.3'

/** The measure of the programme whose period holds the day; none where there is none. */
export async function measureOfPassport(db: Reader, today: CivilDate) {
  const kept = await readSetting(db, 'passport.measure')
  const number = kept === null ? USUAL_MEASURE : kept.number
  const programme = number === null ? null : await activeProgramme(db, today)
  const running = programme !== null && isWithin(today, programme.period)
  const measure =
    number === null || programme === null || !running ? null : await measureByNumber(db, programme.id, number)
  return { number, measure }
}

/** A correction brings the evidence of the first version up to date: its day stays. */
async function recordPublished(tx: Tx, passport: Passport, baseUrl: string): Promise<boolean> {
  const { measure } = await measureOfPassport(tx.db, tx.today)
  if (measure === null) return false
  const versions = await store.ofDay(tx.db, passport.asOf)
  const first = versions.find((p) => p.version === 1)
  const day = first?.publishedAt ? dayOf(first.publishedAt) : tx.today
  await recordEvidence(tx, {
    source: { module: 'passport', id: first?.id ?? passport.id },
    unitId: null,
    kind: 'publication',
    title: evidenceTitle(passport.asOf),
    happenedFrom: day,
    happenedTo: null,
    place: null,
    result: null,
    participants: null,
    organisations: [],
    cost: null,
    link: `${baseUrl}/passport/${passport.asOf.toString()}`,
    publication: null,
    measures: [measure.id],
    indicators: [],
  })
  return true
}

async function opened(tx: Tx, id: PassportId, verb: Verb): Promise<Passport> {
  permit(mayKeepPassport(tx.actor), `passport.${verb}`)
  const passport = found(await store.lockPassport(tx.db, id), 'passport')
  accept(step(passport.state, verb))
  return passport
}

function subject(id: PassportId) {
  return { type: 'passport', id }
}

function without<T extends object>(from: T, key: SectionKey): T {
  return Object.fromEntries(Object.entries(from).filter(([k]) => k !== key)) as T
}
