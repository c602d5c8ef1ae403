/** What events put on the start page of the office: for each reader what is his own. */
import { hasRole, unitsOf } from '../../../kernel/actor.ts'
import { compareDates, daysBetween } from '../../../kernel/civil-date.ts'
import type { Context } from '../../../platform/context.ts'
import type { StartPageItem } from '../../../platform/start-page.ts'
import { mayKeep } from '../policy.ts'
import { gapOf } from '../rules/recurrence.ts'
import { instructionLines } from '../store/instructions.ts'
import { unsummed } from '../store/published.ts'
import { unreadQuestions } from '../store/questions.ts'
import { recommendationsFor } from '../store/recommendations.ts'
import { allSeries, eventsOfSeries } from '../store/series.ts'
import { sharesDue } from '../store/shares.ts'
import { undecidedTalks } from '../store/talks.ts'
import { bilingual } from '../texts/index.ts'
import { threadTexts } from '../texts/threads.ts'
import { OFFICE, officePath } from '../views/office-page.ts'
import { OFFICE_RECOMMENDATIONS } from '../views/recommendations.ts'
import { slotText } from '../views/series.ts'

const MOST = 10
/** Days before its day at which an instruction or a share begins to press. */
const SOON = 10

export async function startPageItems(ctx: Context): Promise<readonly StartPageItem[]> {
  const coordinates = hasRole(ctx.actor, 'coordinator')
  const found = await Promise.all([
    instructions(ctx),
    work(ctx),
    questions(ctx),
    talks(ctx),
    recommendations(ctx),
    results(ctx),
    coordinates ? review(ctx) : [],
    coordinates ? gaps(ctx) : [],
  ])
  return found.flat()
}

function urgencyOf(ctx: Context, due: Context['today']): StartPageItem['urgency'] {
  return compareDates(due, ctx.today) < 0 ? { late: daysBetween(due, ctx.today) } : { due }
}

async function instructions(ctx: Context): Promise<StartPageItem[]> {
  const lines = await instructionLines(ctx.db, { states: ['open'], units: unitsOf(ctx.actor) }, MOST)
  return lines.map((i) => ({
    key: `instruction ${i.id}`,
    urgency: urgencyOf(ctx, i.due),
    title: bilingual((t) => t.startPage.instruction(i.number)),
    text: bilingual((t) => t.startPage.instructionText(i.eventTitle, i.text)),
    href: `${OFFICE}/instructions/${i.id}`,
    step: bilingual((t) => t.startPage.answerIt),
  }))
}

/** Answers that wait for the coordinator's word. */
async function review(ctx: Context): Promise<StartPageItem[]> {
  const lines = await instructionLines(ctx.db, { states: ['answered'] }, MOST)
  return lines.map((i) => ({
    key: `instruction ${i.id}`,
    urgency: null,
    title: bilingual((t) => t.startPage.review(i.unitName)),
    text: bilingual((t) => t.startPage.instructionText(i.eventTitle, i.text)),
    href: `${officePath(i.eventId, '/questions')}#q${i.questionId}`,
    step: bilingual((t) => t.startPage.reviewIt),
  }))
}

async function work(ctx: Context): Promise<StartPageItem[]> {
  const shares = await sharesDue(ctx.db, unitsOf(ctx.actor), ctx.today.add({ days: SOON }), MOST)
  return shares.flatMap((s) =>
    s.due === null
      ? []
      : [
          {
            key: `share ${s.id}`,
            urgency: urgencyOf(ctx, s.due),
            title: bilingual((t) => t.startPage.share(s.task)),
            text: { uk: s.eventTitle, en: s.eventTitle },
            href: officePath(s.eventId),
            step: bilingual((t) => t.startPage.open),
          },
        ],
  )
}

async function questions(ctx: Context): Promise<StartPageItem[]> {
  const waiting = await unreadQuestions(ctx.db)
  return waiting
    .filter((w) => mayKeep(ctx.actor, w.unitId))
    .map((w) => ({
      key: `questions ${w.eventId}`,
      urgency: null,
      title: bilingual((t) => t.startPage.questions(w.n)),
      text: { uk: w.title, en: w.title },
      href: officePath(w.eventId, '/questions'),
      step: bilingual((t) => t.startPage.read),
    }))
}

async function talks(ctx: Context): Promise<StartPageItem[]> {
  const waiting = await undecidedTalks(ctx.db)
  return waiting
    .filter((w) => mayKeep(ctx.actor, w.unitId))
    .map((w) => ({
      key: `talks ${w.eventId}`,
      urgency: null,
      title: bilingual((t) => t.startPage.talks(w.n)),
      text: { uk: w.title, en: w.title },
      href: officePath(w.eventId, '/talks'),
      step: bilingual((t) => t.startPage.read),
    }))
}

/** Sent to the reader's department: to be decided, or promised by a day that comes near. */
async function recommendations(ctx: Context): Promise<StartPageItem[]> {
  const lines = await recommendationsFor(ctx.db, unitsOf(ctx.actor), ctx.today.add({ days: SOON }), MOST)
  return lines.map((r) => {
    const say = (locale: 'uk' | 'en') => {
      const t = threadTexts[locale].recommendations
      return r.state === 'sent' ? t.decideIt(r.addressee) : t.carryOut(r.addressee)
    }
    return {
      key: `recommendation ${r.id}`,
      urgency: r.due && urgencyOf(ctx, r.due),
      title: { uk: say('uk'), en: say('en') },
      text: { uk: r.text, en: r.text },
      href: `${OFFICE_RECOMMENDATIONS}/${r.id}`,
      step: { uk: threadTexts.uk.recommendations.open, en: threadTexts.en.recommendations.open },
    }
  })
}

async function results(ctx: Context): Promise<StartPageItem[]> {
  const events = await unsummed(ctx.db, ctx.today, 50)
  return events
    .filter((e) => mayKeep(ctx.actor, e.unitId))
    .slice(0, MOST)
    .map((e) => ({
      key: `results ${e.id}`,
      urgency: null,
      title: bilingual((t) => t.startPage.sumUp(e.title)),
      text: bilingual((t) => t.startPage.sumUpText),
      href: officePath(e.id, '/results'),
      step: bilingual((t) => t.startPage.write),
    }))
}

/** A quarter that would pass without its information day. */
async function gaps(ctx: Context): Promise<StartPageItem[]> {
  const series = (await allSeries(ctx.db)).filter((s) => s.active)
  const events = await eventsOfSeries(
    ctx.db,
    series.map((s) => s.id),
  )
  return series.flatMap((s): StartPageItem[] => {
    const gap = gapOf(
      s.recurrence,
      events.filter((e) => e.seriesId === s.id),
      ctx.today,
    )
    if (gap === null) return []
    return [
      {
        key: `gap ${s.id}`,
        urgency: urgencyOf(ctx, gap.slot.day ?? gap.slot.period.to),
        title: bilingual((t) => t.startPage.gap(s.title)),
        text: {
          uk: bilingual((t) => t.startPage.gapText(slotText('uk', gap.slot))).uk,
          en: bilingual((t) => t.startPage.gapText(slotText('en', gap.slot))).en,
        },
        href: `${OFFICE}/series`,
        step: bilingual((t) => t.startPage.plan),
      },
    ]
  })
}
