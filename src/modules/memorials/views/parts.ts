/** What the pages of memorials share. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { MemorialDate, Monument, MonumentState } from '../types.ts'

export const MEMORIALS = '/memorials'
export const MONUMENTS = '/monuments'
export const OFFICE = '/office/memorials'
export const OFFICE_MONUMENTS = '/office/monuments'

type Named = { readonly title: string; readonly titleEn: string | null }

export function titleIn(locale: Locale, { title, titleEn }: Named): string {
  return locale === 'en' ? (titleEn ?? title) : title
}

export function monumentName(locale: Locale, m: Pick<Monument, 'name' | 'nameEn'>): string {
  return titleIn(locale, { title: m.name, titleEn: m.nameEn })
}

export function stateTag(locale: Locale, state: MonumentState): Html {
  const tone = { good: 'done', needsCare: 'due', damaged: 'late', lost: 'plain' } as const
  return ui.tag(texts[locale].states[state], tone[state])
}

/** Where it stands that the day is kept, and how far that was checked. */
export function groundOf(locale: Locale, date: MemorialDate): Html {
  const checked = ui.tag(
    texts[locale].verified[date.verified] ?? date.verified,
    date.verified === 'M' ? 'due' : 'plain',
  )
  const text = date.sourceText ?? ''
  return html`${date.sourceUrl && text ? html`<a href="${date.sourceUrl}">${text}</a>` : text} ${checked}`
}

export function historySection(locale: Locale, records: readonly AuditRecord[]): Html {
  const t = texts[locale]
  return ui.section({
    title: t.office.history,
    content: ui.past({ locale, records, actions: t.actions }),
  })
}
