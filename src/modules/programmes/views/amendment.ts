/** An amendment: what it changes, the decision that it needs, and the form that puts it in force. */
import type { Locale } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import { boundFields, type Content, exportLinks, form, paragraph, section } from '../../../ui/index.ts'
import type { Change } from '../rules/compare.ts'
import { texts } from '../texts/index.ts'
import type { Draft } from '../types/draft.ts'
import { changesView } from './changes.ts'
import { draftPath } from './review-page.ts'

export type AmendmentView = {
  readonly locale: Locale
  readonly csrf: string | null
  readonly draft: Draft
  readonly changes: readonly Change[]
  readonly editable: boolean
  readonly state: FormState
}

export function amendmentMain({ locale, csrf, draft, changes, editable, state }: AmendmentView): Content {
  const t = texts(locale).amendment
  return [
    section({
      title: t.compare,
      content:
        changes.length === 0
          ? paragraph(t.nothing, 'soft')
          : changesView(locale, changes, { caption: t.compare, before: t.before, after: t.after }),
      actions:
        changes.length > 0 &&
        exportLinks({
          locale,
          docx: draftPath(draft, '/decision.docx'),
          pdf: draftPath(draft, '/decision.pdf'),
          of: t.decisionFiles,
        }),
    }),
    editable &&
      changes.length > 0 &&
      section({
        title: t.inForceTitle,
        intro: t.inForceIntro,
        content: inForceForm({ locale, csrf, draft, state }),
      }),
  ]
}

function inForceForm({
  locale,
  csrf,
  draft,
  state,
}: Pick<AmendmentView, 'locale' | 'csrf' | 'draft' | 'state'>): Content {
  const t = texts(locale).amendment
  const d = draft.proposed.decision
  const typed = Object.keys(state.values).length > 0
  const f = boundFields({
    locale,
    values: typed
      ? state.values
      : { body: d.body, kind: d.kind, number: d.number, sitting: d.sitting, convocation: d.convocation },
    errors: state.errors,
  })
  return form({
    locale,
    action: draftPath(draft, '/in-force'),
    csrf,
    errors: state.errors,
    submit: t.put,
    content: [
      f.text({ name: 'body', label: t.body }),
      f.text({ name: 'kind', label: t.kind, width: 'medium' }),
      f.text({ name: 'number', label: t.number, width: 'short' }),
      f.date({ name: 'date', label: t.date }),
      f.text({ name: 'sitting', label: t.sitting, width: 'short', optional: true }),
      f.text({ name: 'convocation', label: t.convocation, width: 'short', optional: true }),
      f.date({ name: 'inForceFrom', label: t.inForceFrom, hint: t.inForceFromHint, optional: true }),
      f.area({ name: 'reason', label: t.reason, rows: 3, optional: true }),
    ],
  })
}
