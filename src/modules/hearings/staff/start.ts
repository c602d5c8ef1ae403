/** The clocks of hearings on the start page: all of them for the coordinator, their own proposals for departments. */
import { unitsOf } from '../../../kernel/actor.ts'
import { type CivilDate, daysBetween } from '../../../kernel/civil-date.ts'
import type { Bilingual } from '../../../kernel/texts.ts'
import type { Context } from '../../../platform/context.ts'
import type { StartPageItem } from '../../../platform/start-page.ts'
import { lineOf } from '../../events/index.ts'
import { noticeTerm } from '../actions/terms.ts'
import { mayKeepHearings } from '../policy.ts'
import { openHearings } from '../store/hearings.ts'
import { followUpsDue, openProposalCounts, undecidedOf } from '../store/parts.ts'
import { type HearingsTexts, texts } from '../texts/index.ts'
import type { Hearing } from '../types.ts'
import { OFFICE } from '../views/parts.ts'

const SHOWN = 20
/** Days ahead from which a follow-up is told of. */
const FOLLOW_UP_AHEAD = 14

function urgencyOf(due: CivilDate, today: CivilDate): NonNullable<StartPageItem['urgency']> {
  const late = daysBetween(due, today)
  return late > 0 ? { late } : { due }
}

function say(words: (t: HearingsTexts['start']) => string): Bilingual<string> {
  return { uk: words(texts.uk.start), en: words(texts.en.start) }
}

export async function hearingClocks(ctx: Context): Promise<readonly StartPageItem[]> {
  if (!mayKeepHearings(ctx.actor)) return ofDepartments(ctx)
  const open = await openHearings(ctx.db, SHOWN)
  const undecided = await openProposalCounts(
    ctx.db,
    open.map((h) => h.id),
  )
  const items = await Promise.all(open.map((h) => itemOf(ctx, h, undecided.get(h.id) ?? 0)))
  const follow = await followUpsDue(ctx.db, ctx.today.add({ days: FOLLOW_UP_AHEAD }), SHOWN)
  return [
    ...items.filter((item) => item !== null),
    ...follow.map((f) => ({
      key: `hearing follow-up ${f.hearingId} ${f.months}`,
      urgency: urgencyOf(f.due, ctx.today),
      title: say((t) => t.follow(f.title)),
      text: say((t) => t.followText(f.months)),
      href: `${OFFICE}/${f.hearingId}#follow`,
      step: say((t) => t.open),
    })),
  ]
}

/** A department decides what it was given. */
async function ofDepartments(ctx: Context): Promise<StartPageItem[]> {
  const rows = await undecidedOf(ctx.db, unitsOf(ctx.actor), SHOWN)
  return rows.map((row) => ({
    key: `hearing ${row.hearingId}`,
    urgency: row.due && urgencyOf(row.due, ctx.today),
    title: say((t) => t.proposals(row.title)),
    text: say((t) => t.proposalsText(row.n)),
    href: `${OFFICE}/${row.hearingId}#proposals`,
    step: say((t) => t.open),
  }))
}

async function itemOf(ctx: Context, h: Hearing, undecided: number): Promise<StartPageItem | null> {
  const item = (
    urgency: StartPageItem['urgency'],
    title: (t: HearingsTexts['start']) => string,
    text: (t: HearingsTexts['start']) => string,
    part: string,
  ): StartPageItem => ({
    key: `hearing ${h.id}`,
    urgency,
    title: say(title),
    text: say(text),
    href: `${OFFICE}/${h.id}#${part}`,
    step: say((t) => t.open),
  })
  const { today } = ctx
  switch (h.state) {
    case 'proposed':
      return item(
        null,
        (t) => t.call(h.title),
        (t) => t.callText,
        'call',
      )
    case 'received':
      return item(
        h.check && urgencyOf(h.check.due, today),
        (t) => t.check(h.title),
        (t) => t.checkText,
        'check',
      )
    case 'accepted':
      return item(
        null,
        (t) => t.callAccepted(h.title),
        (t) => t.callAcceptedText,
        'call',
      )
    case 'called': {
      const event = h.eventId ? await lineOf(ctx.db, h.eventId) : null
      if (event?.state !== 'planned') return null
      const last = await noticeTerm(ctx.db, event.firstDay)
      return item(
        urgencyOf(last.due, today),
        (t) => t.announce(h.title),
        (t) => t.announceText,
        'main',
      )
    }
    case 'held': {
      const urgency = h.decisionTerm && urgencyOf(h.decisionTerm.due, today)
      return undecided > 0
        ? item(
            urgency,
            (t) => t.proposals(h.title),
            (t) => t.proposalsText(undecided),
            'proposals',
          )
        : item(
            urgency,
            (t) => t.decision(h.title),
            (t) => t.decisionText,
            'decision',
          )
    }
    default:
      return null
  }
}
