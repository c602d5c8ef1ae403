/** The frame of every page of a review: the steps, the source on one side, what was made of it on the other. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Frame } from '../../../ui/frame.ts'
import { type Content, page, sideBySide, stepper } from '../../../ui/index.ts'
import { missing } from '../rules/acceptance.ts'
import { SECTIONS, type Section } from '../rules/sections.ts'
import { texts } from '../texts/index.ts'
import type { Draft, SourceText } from '../types/draft.ts'
import type { LineRange } from '../types/proposed.ts'
import { colouredSource } from './source.ts'

export function draftPath(draft: Pick<Draft, 'id'>, rest = ''): string {
  return `/office/programmes/drafts/${draft.id}${rest}`
}

export function draftTitle(locale: Locale, draft: Pick<Draft, 'proposed'>): string {
  return draft.proposed.shortTitle || draft.proposed.title || texts(locale).review.untitled
}

function steps(locale: Locale, draft: Draft, current: Section | 'overview'): Html {
  const t = texts(locale).review
  // The decision of an amendment is given when it is put in force.
  const lacks = missing(draft).filter((m) => draft.kind === 'new' || m.refused !== 'no_decision_date')
  const lacking = new Set(lacks.map((m) => m.field))
  const open = draft.reading.findings.some((f) => !draft.resolutions.findings[f.key])
  const state = (section: Section): 'done' | 'current' | 'todo' => {
    if (section === current) return 'current'
    return lacking.has(section) || (section === 'findings' && open) ? 'todo' : 'done'
  }
  return stepper({
    locale,
    label: t.review,
    steps: [
      { label: t.overview, state: current === 'overview' ? 'current' : 'done', href: draftPath(draft) },
      ...SECTIONS.map((section) => ({
        label: t.steps[section],
        state: state(section),
        href: draftPath(draft, `/${section}`),
      })),
    ],
  })
}

export function reviewPage(
  frame: Frame,
  view: {
    readonly draft: Draft
    readonly source: SourceText | null
    readonly section: Section | 'overview'
    /** Lines that stand out in the source. */
    readonly marked?: readonly (LineRange | null)[]
    readonly heading?: string
    readonly lead?: Content
    readonly notices?: Content
    readonly main: Content
    readonly actions?: Content
  },
): Html {
  const { locale } = frame
  const { draft, source, section } = view
  const t = texts(locale).review
  const heading = view.heading ?? (section === 'overview' ? t.overview : t.steps[section])
  const marked = (view.marked ?? []).flatMap((l): LineRange[] => (l ? [l] : []))
  return page(frame, {
    title: section === 'overview' ? draftTitle(locale, draft) : heading,
    lead: view.lead ?? draftTitle(locale, draft),
    wide: true,
    noIndex: true,
    breadcrumbs: [
      { label: texts(locale).office.programmes, href: '/office/programmes' },
      { label: t.draftsTitle, href: '/office/programmes/drafts' },
      ...(section === 'overview' ? [] : [{ label: draftTitle(locale, draft), href: draftPath(draft) }]),
    ],
    notices: view.notices,
    actions: view.actions,
    main: html`${steps(locale, draft, section)}${
      source
        ? sideBySide({
            left: {
              title: source.name === '' ? t.source : t.sourceOf(source.name),
              content: html`${
                source.fileId &&
                html`<p><a href="/office/files/${source.fileId}/${encodeURIComponent(source.name)}">${t.downloadSource}</a></p>`
              }${colouredSource({ locale, source: { text: source.text, parts: draft.reading.parts }, marked })}`,
            },
            right: { title: t.review, content: view.main },
          })
        : view.main
    }`,
  })
}
