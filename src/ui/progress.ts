/** How far something is: steps of a task, long work, what happened to a thing. */

import type { Temporal } from '../kernel/civil-date.ts'
import { attributes, type Html, html } from '../kernel/html.ts'
import { type Locale, moment } from '../kernel/texts.ts'
import { type Content, hidden, isPresent } from './content.ts'
import { disclosure } from './why.ts'
import { words } from './words.ts'

export type Step = { label: string; state: 'done' | 'current' | 'todo'; href?: string }

export function stepper({
  locale,
  steps,
  label,
}: {
  locale: Locale
  steps: readonly Step[]
  label?: string
}): Html {
  const w = words(locale).steps
  return html`<nav class="steps" aria-label="${label ?? w.label}"><ol>${steps.map(
    (s) =>
      html`<li${attributes({ class: s.state, 'aria-current': s.state === 'current' && 'step' })}>${
        s.href === undefined ? html`<span>${s.label}</span>` : html`<a href="${s.href}">${s.label}</a>`
      }${hidden(` (${w[s.state]})`)}</li>`,
  )}</ol></nav>`
}

export type ProgressOptions = {
  /** Id of the bar, unique on the page. */
  id: string
  label: string
  /** Out of `max`; absent while it is not known. */
  value?: number
  max?: number
  /** `41 з 47 обов’язків`. */
  text?: Content
}

export function progressBar({ id, label, value, max = 100, text }: ProgressOptions): Html {
  return html`<div class="progress"><label for="${id}">${label}</label><progress${attributes({ id, max, value })}>${value !== undefined && `${value} / ${max}`}</progress>${
    isPresent(text) && html`<span class="num">${text}</span>`
  }</div>`
}

export type HistoryEntry = {
  /** In words: `24 листопада 2026 року, 14:05`. */
  when: string
  /** Machine-readable: ISO 8601. */
  dateTime?: string
  who: Content
  what: Content
  /** Folded: before and after, the reason. */
  details?: Content
}

/** What happened to a thing, newest first as given. */
export function history({ locale, entries }: { locale: Locale; entries: readonly HistoryEntry[] }): Html {
  const w = words(locale).history
  if (entries.length === 0) return html`<p class="soft">${w.empty}</p>`
  return html`<ol class="history">${entries.map(
    (e) =>
      html`<li><p class="when">${e.dateTime === undefined ? e.when : html`<time datetime="${e.dateTime}">${e.when}</time>`}</p><div><p>${
        e.what
      } <span class="soft">– ${e.who}</span></p>${isPresent(e.details) && disclosure({ summary: w.details, content: e.details })}</div></li>`,
  )}</ol>`
}

/** An entry of the record, as far as a history shows it. */
export type PastRecord = {
  readonly at: Temporal.Instant
  readonly actor: { readonly kind: string; readonly name: string | null }
  readonly entry: { readonly action: string; readonly reason?: string }
}

export type PastOptions<R extends PastRecord> = {
  locale: Locale
  records: readonly R[]
  /** By action, in words; one that is not there is told by its code. */
  actions: Readonly<Record<string, string>>
  /** Who has no name; else a visitor. */
  nameless?: string
  /** Else the reason. */
  details?: (record: R) => Content
}

/** The history of a thing from the record. What runs by itself is named as the program, not by its task. */
export function past<R extends PastRecord>({
  locale,
  records,
  actions,
  nameless,
  details,
}: PastOptions<R>): Html {
  const w = words(locale).history
  return history({
    locale,
    entries: records.map((r) => ({
      when: moment(locale, r.at),
      dateTime: r.at.toString(),
      who: r.actor.kind === 'system' ? w.program : (r.actor.name ?? nameless ?? w.visitor),
      what: actions[r.entry.action] ?? r.entry.action,
      details: details ? details(r) : r.entry.reason,
    })),
  })
}
