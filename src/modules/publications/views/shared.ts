/** What pages of this module share. */
import type { Html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import * as ui from '../../../ui/index.ts'
import { textsOf } from '../texts/index.ts'
import type { Revision, RevisionState, Shown } from '../types.ts'

const TONES = {
  draft: 'plain',
  submitted: 'due',
  returned: 'late',
  appealed: 'due',
  published: 'done',
  superseded: 'plain',
  withdrawn: 'plain',
} as const satisfies Readonly<Record<RevisionState | 'withdrawn', Parameters<typeof ui.tag>[1]>>

export function stateTag(locale: Locale, state: RevisionState | 'withdrawn'): Html {
  return ui.tag(textsOf(locale).states[state], TONES[state])
}

/** What differs between two texts, word by word. */
export function changesOf(
  locale: Locale,
  before: Pick<Revision, 'title' | 'body' | 'pictures'>,
  after: Pick<Revision, 'title' | 'body' | 'pictures'>,
  caption: string,
  labels: { readonly before?: string; readonly after?: string } = {},
): Html {
  const t = textsOf(locale).one
  const words = (pictures: readonly Shown[]) => pictures.map((p) => p.alt).join('\n')
  return ui.diffView({
    locale,
    caption,
    ...(labels.before === undefined ? {} : { beforeLabel: labels.before }),
    ...(labels.after === undefined ? {} : { afterLabel: labels.after }),
    rows: [
      { label: t.titleRow, before: before.title, after: after.title },
      { label: t.bodyRow, before: before.body, after: after.body },
      { label: t.picturesRow, before: words(before.pictures), after: words(after.pictures) },
    ].filter((row) => row.before !== row.after),
  })
}

export function pastOf(locale: Locale, records: readonly AuditRecord[]): Html {
  const t = textsOf(locale)
  return ui.section({
    title: t.one.history,
    content: ui.past({ locale, records, actions: t.actions }),
  })
}
