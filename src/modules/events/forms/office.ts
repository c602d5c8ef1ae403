/** Inputs of the office, beside the event itself. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  cleanText,
  email,
  id,
  line,
  optionalDate,
  optionalHryvnias,
  optionalId,
  optionalLine,
  optionalLink,
  optionalParagraphs,
  optionalWhole,
  paragraphs,
  several,
  whole,
} from '../../../kernel/inputs.ts'
import { ORGANISATION_KINDS } from '../../organisations/index.ts'
import { clockTime, readPeople } from '../rules/lines.ts'
import { type EventPerson, type EventRecurrence, HOST_ROLES, SHARE_KINDS } from '../types.ts'

export const nothing = z.strictObject({})
export const reason = z.strictObject({ reason: paragraphs(1_000) })

/** Empty or an address. */
export function optionalEmail() {
  return z
    .string()
    .optional()
    .transform((text, ctx): string | null => {
      if (text === undefined || text.trim() === '') return null
      const read = email().safeParse(text)
      if (read.success) return read.data
      ctx.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? 'not_email' })
      return z.NEVER
    })
}

export const hostForm = z.strictObject({
  organisation: id<'organisation'>(),
  role: choice(HOST_ROLES),
})
export const organisationForm = z.strictObject({ organisation: id<'organisation'>() })

const text = (max: number) =>
  z
    .string({ error: 'not_text' })
    .max(max, 'too_long')
    .optional()
    .transform((t) => cleanText(t ?? ''))

export const peopleForm = z
  .strictObject({
    head: text(300),
    members: text(5_000),
    chair: text(300),
    minutes: text(300),
    named: checkbox(),
  })
  .transform((p): readonly EventPerson[] => [
    ...readPeople(p.head, 'head', p.named),
    ...readPeople(p.members, 'member', p.named),
    ...readPeople(p.chair, 'chair', p.named),
    ...readPeople(p.minutes, 'minutes', false),
  ])

export const agendaForm = z.strictObject({ agenda: text(20_000) })

export const shareForm = z.strictObject({
  kind: choice(SHARE_KINDS),
  task: line(500),
  unit: optionalId<'unit'>(),
  organisation: optionalId<'organisation'>(),
  due: optionalDate(),
  note: optionalParagraphs(1_000),
})
export const shareStateForm = z.strictObject({
  state: choice(['open', 'done', 'dropped']),
  note: optionalParagraphs(1_000),
})

export const materialForm = z.strictObject({
  title: line(300),
  link: optionalLink(),
  file: z.unknown().optional(),
  public: checkbox(),
})
export const materialIdForm = z.strictObject({ material: id<'eventMaterial'>() })

export const inviteForm = z.strictObject({
  kinds: several(choice(ORGANISATION_KINDS)),
  organisations: several(id<'organisation'>()),
})
export const invitationForm = z.strictObject({
  attended: optionalWhole(0, 100_000),
  toldOtherwise: optionalLine(300),
})

export const personForm = z.strictObject({
  name: line(200),
  email: optionalEmail(),
  organisation: optionalLine(300),
  came: checkbox(),
})
export const registrationIdForm = z.strictObject({ registration: id<'registration'>() })
export const codeForm = z.strictObject({ code: line(20) })

/** `Жителі мікрорайону – 45`: who, and how many of them. */
export const countsForm = z.strictObject({
  counts: text(5_000).transform((typed, ctx) =>
    typed
      .split('\n')
      .filter((one) => one.trim() !== '')
      .map((one, i) => {
        const m = /^(.+?)\s*[:|–—\t-]\s*(\d{1,6})\s*(?:осіб|особи|особа|ос\.)?$/.exec(one.trim())
        if (!m) {
          ctx.addIssue({ code: 'custom', message: 'line_count', params: { line: i + 1 } })
          return z.NEVER
        }
        return { label: m[1]!.slice(0, 200), number: Number(m[2]), organisationId: null }
      }),
  ),
})

export const hallForm = z.strictObject({ item: optionalId<'eventItem'>() })

export const questionForm = z.strictObject({
  origin: choice(['hall', 'phone', 'paper']),
  text: paragraphs(3_000),
  topic: optionalLine(100),
  asker: optionalLine(200),
  email: optionalEmail(),
})
export const groupForm = z.strictObject({ with: id<'question'>() })
export const answerForm = z.strictObject({ text: paragraphs(10_000), by: line(200), version: whole(1) })
export const instructForm = z.strictObject({
  unit: id<'unit'>(),
  text: paragraphs(2_000),
  due: optionalDate(),
})
export const instructionAnswerForm = z.strictObject({ text: paragraphs(10_000), version: whole(1) })

export const resultsForm = z.strictObject({
  summary: optionalParagraphs(10_000),
  summaryEn: optionalParagraphs(10_000),
  resolution: optionalParagraphs(20_000),
  recordingLink: optionalLink(),
  cost: optionalHryvnias(),
})
export const photoForm = z.strictObject({
  alt: line(300),
  author: optionalLine(200),
  consent: checkbox(),
  photo: z.unknown().optional(),
})
export const photoIdForm = z.strictObject({ photo: id<'eventPhoto'>() })
export const recommendationForm = z.strictObject({
  text: paragraphs(3_000),
  addressee: line(300),
  unit: optionalId<'unit'>(),
  due: optionalDate(),
})
export const recommendationStateForm = z.strictObject({
  state: choice(['accepted', 'done', 'refused']),
  reason: optionalParagraphs(1_000),
  /** The page that was left. */
  back: z.enum(['list']).optional(),
})
export const talkForm = z.strictObject({
  talk: id<'eventTalk'>(),
  state: choice(['accepted', 'refused']),
  reason: optionalParagraphs(1_000),
})

export const newTalkForm = z.strictObject({
  title: line(300),
  speaker: line(200),
  organisation: optionalLine(300),
  text: optionalParagraphs(3_000),
})
export const practiceForm = z.strictObject({ practice: id<'practice'>() })
export const layForm = z.strictObject({
  talks: several(id<'eventTalk'>()),
  day: whole(1, 31),
  starts: line(5).transform((text, ctx): string => {
    const time = clockTime(text)
    if (time !== null) return time
    ctx.addIssue({ code: 'custom', message: 'not_a_time' })
    return z.NEVER
  }),
  minutes: whole(1, 600),
  track: optionalLine(100),
})

/** A reason for each thing that is missing: `reason-photos`. */
export function closeForm(values: Readonly<Record<string, unknown>>) {
  const names = Object.keys(values).filter((name) => /^reason-[\w.-]{1,60}$/.test(name))
  return z
    .strictObject(Object.fromEntries(names.map((name) => [name, optionalParagraphs(1_000)])))
    .transform((typed) =>
      Object.fromEntries(
        Object.entries(typed).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name.slice('reason-'.length), value]] : [],
        ),
      ),
    )
}

const EVERY = ['quarter', 'month', 'monthOn', 'year', 'yearOn', 'yearNth', 'easter'] as const

export const seriesForm = z
  .strictObject({
    title: line(300),
    titleEn: optionalLine(300),
    kind: z.string(),
    unit: optionalId<'unit'>(),
    every: choice(EVERY),
    month: optionalWhole(1, 12),
    day: optionalWhole(1, 31),
    nth: optionalWhole(-1, 5),
    weekday: optionalWhole(1, 7),
    days: optionalWhole(-120, 120),
    active: checkbox(),
    version: optionalWhole(1),
  })
  .transform((s) => ({ ...s, recurrence: recurrenceOf(s) }))

function recurrenceOf(s: {
  readonly every: (typeof EVERY)[number]
  readonly month: number | null
  readonly day: number | null
  readonly nth: number | null
  readonly weekday: number | null
  readonly days: number | null
}): EventRecurrence {
  switch (s.every) {
    case 'monthOn':
      return { every: 'monthOn', nth: s.nth ?? 0, weekday: s.weekday ?? 0 }
    case 'yearNth':
      return { every: 'yearNth', month: s.month ?? 0, nth: s.nth ?? 0, weekday: s.weekday ?? 0 }
    case 'yearOn':
      return { every: 'yearOn', month: s.month ?? 0, day: s.day ?? 0 }
    case 'easter':
      return { every: 'easter', days: s.days ?? 0 }
    default:
      return { every: s.every }
  }
}

export const copyForm = z.strictObject({ day: optionalDate() })
export const settingsForm = z.strictObject({ months: whole(1, 60) })
