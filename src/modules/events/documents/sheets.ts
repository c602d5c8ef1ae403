/** Lists of events as tables. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import type { InstructionLine } from '../store/instructions.ts'
import type { ListedParticipant } from '../store/participants.ts'
import { textsOf } from '../texts/index.ts'
import { eventKindName, eventStateName, placeOf, timeOf } from '../texts/names.ts'
import type { EventLine, RegistrationQuestion } from '../types.ts'

export function eventSheet(locale: Locale, rows: readonly EventLine[]): Sheet<EventLine> {
  const t = textsOf(locale).office.columns
  return {
    name: textsOf(locale).office.title,
    rows,
    columns: [
      { key: 'title', title: t.title, kind: 'text', value: (e) => e.title },
      { key: 'kind', title: t.kind, kind: 'text', value: (e) => eventKindName(locale, e.kind) },
      { key: 'state', title: t.state, kind: 'text', value: (e) => eventStateName(locale, e.state) },
      { key: 'from', title: t.from, kind: 'date', value: (e) => e.firstDay },
      { key: 'to', title: t.to, kind: 'date', value: (e) => e.lastDay },
      { key: 'time', title: t.time, kind: 'text', value: (e) => (e.days[0] ? timeOf(e.days[0]) : '') },
      {
        key: 'place',
        title: t.place,
        kind: 'text',
        value: (e) => [...new Set(e.days.map((d) => placeOf(locale, d)))].join('; '),
      },
      { key: 'unit', title: t.unit, kind: 'text', value: (e) => e.unitName },
    ],
  }
}

/** For the office that keeps the event. */
export function participantSheet(
  locale: Locale,
  rows: readonly ListedParticipant[],
  questions: readonly RegistrationQuestion[],
): Sheet<ListedParticipant> {
  const t = textsOf(locale).office.participants
  return {
    name: t.title,
    rows,
    columns: [
      { key: 'number', title: '№', kind: 'integer', value: (p) => p.place },
      { key: 'name', title: t.name, kind: 'text', value: (p) => p.name },
      { key: 'organisation', title: t.organisation, kind: 'text', value: (p) => p.organisation },
      { key: 'email', title: t.email, kind: 'text', value: (p) => p.email },
      { key: 'code', title: t.code, kind: 'text', value: (p) => p.code },
      { key: 'state', title: t.state, kind: 'text', value: (p) => t.states[p.state] },
      { key: 'in', title: t.states.in, kind: 'instant', value: (p) => p.checkedInAt },
      ...questions.map((q) => ({
        key: q.key,
        title: q.label,
        kind: 'text' as const,
        value: (p: ListedParticipant) => p.answers[q.key] ?? null,
      })),
    ],
  }
}

export function instructionSheet(locale: Locale, rows: readonly InstructionLine[]): Sheet<InstructionLine> {
  const t = textsOf(locale).office.instructions
  return {
    name: t.listTitle,
    rows,
    columns: [
      { key: 'due', title: t.due, kind: 'date', value: (i) => i.due },
      { key: 'event', title: t.event, kind: 'text', value: (i) => i.eventTitle },
      { key: 'question', title: t.question, kind: 'text', value: (i) => i.question },
      { key: 'text', title: t.text, kind: 'text', value: (i) => i.text },
      { key: 'unit', title: t.unit, kind: 'text', value: (i) => i.unitName },
      { key: 'state', title: t.state, kind: 'text', value: (i) => t.states[i.state] },
      { key: 'answer', title: t.answer, kind: 'text', value: (i) => i.answer },
    ],
  }
}
