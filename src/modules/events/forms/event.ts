/** The form of an event: which fields it has, what they become, and back. */
import { z } from 'zod'
import { civilDate } from '../../../kernel/civil-date.ts'
import {
  checkbox,
  choice,
  cleanText,
  date,
  id,
  line,
  optionalDate,
  optionalHryvnias,
  optionalId,
  optionalLine,
  optionalLink,
  optionalParagraphs,
  optionalWhole,
  several,
  whole,
} from '../../../kernel/inputs.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import { clockTime, daysText, questionsText, readDays, readQuestions } from '../rules/lines.ts'
import { PLAIN_DAY } from '../rules/plain.ts'
import {
  DAY_MODES,
  EVENT_KINDS,
  type EventDay,
  type EventDayInput,
  type EventInput,
  PARTICIPATIONS,
  type RegistrationQuestion,
} from '../types.ts'

/** `9:30` or `09.30`; empty is `null`. */
export function optionalTime() {
  return z
    .string({ error: 'not_text' })
    .optional()
    .transform((text, ctx): string | null => {
      const typed = cleanText(text ?? '')
      if (typed === '') return null
      const time = clockTime(typed)
      if (time !== null) return time
      ctx.addIssue({ code: 'custom', message: 'not_a_time' })
      return z.NEVER
    })
}

/** `51.0480, 31.8860`: latitude and longitude, as a map gives them. */
function point() {
  return z
    .string({ error: 'not_text' })
    .optional()
    .transform((text, ctx): { latitude: number | null; longitude: number | null } => {
      const typed = cleanText(text ?? '')
      if (typed === '') return { latitude: null, longitude: null }
      const m = /^(-?\d{1,2}(?:\.\d+)?)[,;\s]+(-?\d{1,3}(?:\.\d+)?)$/.exec(typed)
      const [latitude, longitude] = [Number(m?.[1]), Number(m?.[2])]
      if (m && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude }
      ctx.addIssue({ code: 'custom', message: 'not_a_point' })
      return z.NEVER
    })
}

/** What lines are read against while only their own form is asked. */
const NO_DAY: Omit<EventDayInput, 'id'> = {
  ...PLAIN_DAY,
  day: civilDate(2000, 1, 1),
  place: null,
}

/** Lines that cannot be read are told with all the other errors of the form. */
function lines(max: number, read: (text: string) => readonly unknown[]) {
  return z
    .string({ error: 'not_text' })
    .max(max, 'too_long')
    .optional()
    .transform((typed, ctx) => {
      const text = cleanText(typed ?? '')
      for (const wrong of read(text))
        if (isRefusal(wrong))
          ctx.addIssue({ code: 'custom', message: wrong.refused, params: wrong.values ?? {} })
      return text
    })
}

const LANGUAGES = ['uk', 'en', 'sign'] as const

const fields = {
  kind: choice(EVENT_KINDS),
  title: line(300),
  titleEn: optionalLine(300),
  purpose: optionalParagraphs(5_000),
  purposeEn: optionalParagraphs(5_000),
  unit: optionalId<'unit'>(),
  series: optionalId<'eventSeries'>(),
  measures: several(id<'measure'>()),
  day: date(),
  dayId: optionalId<'eventDay'>(),
  starts: optionalTime(),
  ends: optionalTime(),
  mode: choice(DAY_MODES),
  place: optionalLine(300),
  address: optionalLine(300),
  district: optionalId<'district'>(),
  point: point(),
  link: optionalLink(),
  moreDays: lines(10_000, (text) => readDays(text, NO_DAY)),
  basisNumber: optionalLine(100),
  basisDate: optionalDate(),
  safety: optionalParagraphs(2_000),
  shelter: optionalLine(300),
  languages: several(choice(LANGUAGES)),
  accessibility: optionalParagraphs(2_000),
  budget: optionalHryvnias(),
  photoConsent: checkbox(),
  participation: choice(PARTICIPATIONS),
  seats: optionalWhole(1, 1_000_000),
  seatsPerOrganisation: optionalWhole(1, 10_000),
  registrationUntil: optionalDate(),
  questions: lines(5_000, readQuestions),
  questionsOpen: checkbox(),
  feedbackOpen: checkbox(),
  /** Days as they were before, so that they keep their ids. */
  dayIds: several(id<'eventDay'>()),
}

type Plain = z.infer<z.ZodObject<typeof fields>>

export function eventSchema() {
  return z.strictObject({ ...fields, version: optionalWhole(1) }).transform((plain) => {
    const first: EventDayInput = {
      id: plain.dayId,
      day: plain.day,
      starts: plain.starts,
      ends: plain.ends,
      title: null,
      mode: plain.mode,
      place: plain.place,
      address: plain.address,
      districtId: plain.district,
      ...plain.point,
      link: plain.link,
    }
    const more = readDays(plain.moreDays, first)
    const questions = readQuestions(plain.questions)
    const days = [first, ...more.filter((d): d is EventDayInput => !isRefusal(d))]
    return {
      version: plain.version,
      input: inputOf(
        plain,
        days.map((d, i) => ({ ...d, id: d.id ?? plain.dayIds[i] ?? null })),
        questions.filter((q): q is RegistrationQuestion => !isRefusal(q)),
      ),
    }
  })
}

function inputOf(
  plain: Plain,
  days: readonly EventDayInput[],
  questions: readonly RegistrationQuestion[],
): EventInput {
  return {
    kind: plain.kind,
    title: plain.title,
    titleEn: plain.titleEn,
    purpose: plain.purpose,
    purposeEn: plain.purposeEn,
    unitId: plain.unit,
    seriesId: plain.series,
    measures: plain.measures,
    days,
    basisNumber: plain.basisNumber,
    basisDate: plain.basisDate,
    safety: plain.safety,
    shelter: plain.shelter,
    languages: plain.languages.length === 0 ? ['uk'] : plain.languages,
    accessibility: plain.accessibility,
    budget: plain.budget,
    photoConsent: plain.photoConsent,
    participation: plain.participation,
    seats: plain.seats,
    seatsPerOrganisation: plain.seatsPerOrganisation,
    registrationUntil: plain.registrationUntil,
    registrationQuestions: questions,
    questionsOpen: plain.questionsOpen,
    feedbackOpen: plain.feedbackOpen,
  }
}

/** An event as the form would have been typed. */
export function eventValues(locale: Locale, input: EventInput): FormValues {
  const [first] = input.days
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : String(value)
  const day = (value: EventInput['basisDate']) => (value === null ? '' : shortDate(locale, value))
  const tick = (on: boolean): FormValues[string] => (on ? ['yes'] : [])
  return {
    kind: input.kind,
    title: input.title,
    titleEn: text(input.titleEn),
    purpose: text(input.purpose),
    purposeEn: text(input.purposeEn),
    unit: text(input.unitId),
    series: text(input.seriesId),
    measures: input.measures,
    day: first ? shortDate(locale, first.day) : '',
    starts: text(first?.starts),
    ends: text(first?.ends),
    mode: first?.mode ?? 'onSite',
    place: text(first?.place),
    address: text(first?.address),
    district: text(first?.districtId),
    point: first && first.latitude !== null ? `${first.latitude}, ${first.longitude}` : '',
    link: text(first?.link),
    moreDays: daysText(
      input.days.filter((d): d is EventDay => d.id !== null),
      (d) => shortDate('uk', d),
    ),
    basisNumber: text(input.basisNumber),
    basisDate: day(input.basisDate),
    safety: text(input.safety),
    shelter: text(input.shelter),
    languages: input.languages,
    accessibility: text(input.accessibility),
    budget: input.budget === null ? '' : (input.budget / 100).toFixed(2).replace('.', ','),
    photoConsent: tick(input.photoConsent),
    participation: input.participation,
    seats: text(input.seats),
    seatsPerOrganisation: text(input.seatsPerOrganisation),
    registrationUntil: day(input.registrationUntil),
    questions: questionsText(input.registrationQuestions),
    questionsOpen: tick(input.questionsOpen),
    feedbackOpen: tick(input.feedbackOpen),
    dayIds: input.days.flatMap((d) => d.id ?? []),
  }
}

export const versionField = { version: whole(1) }
