/** What happened to a draft or a programme, from the audit. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, moment } from '../../../kernel/texts.ts'
import { type AuditRecord, historyOf } from '../../../platform/audit.ts'
import type { WebRequest } from '../../../platform/http/route.ts'
import { type Content, history, section } from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { Draft } from '../types/draft.ts'
import type { ProgrammeId } from '../types.ts'

export async function historyOfDraft(request: WebRequest, draft: Draft): Promise<Content> {
  const records = await historyOf(request.ctx.db, [{ type: 'programmeDraft', id: draft.id }])
  return section({
    title: texts(request.locale).review.history,
    content: historyView(request.locale, records),
  })
}

export async function historyOfProgramme(request: WebRequest, id: ProgrammeId): Promise<Html> {
  return historyView(request.locale, await historyOf(request.ctx.db, [{ type: 'programme', id }]))
}

function historyView(locale: Locale, records: readonly AuditRecord[]): Html {
  const t = texts(locale).history
  return history({
    locale,
    entries: records.map(({ at, actor, entry }) => ({
      when: moment(locale, at),
      dateTime: at.toString(),
      who: actor.name ?? t.system,
      what: t.actions[entry.action] ?? entry.action,
      details: details(locale, entry),
    })),
  })
}

function details(locale: Locale, entry: AuditRecord['entry']): Content {
  const t = texts(locale).history
  const parts = [
    entry.reason !== undefined && html`<p>${t.reason}: ${entry.reason}</p>`,
    entry.before !== undefined &&
      html`<p>${t.before}:</p><pre>${JSON.stringify(entry.before, null, 1)}</pre>`,
    entry.after !== undefined && html`<p>${t.after}:</p><pre>${JSON.stringify(entry.after, null, 1)}</pre>`,
  ].filter((p) => p !== false)
  return parts.length > 0 && parts
}
