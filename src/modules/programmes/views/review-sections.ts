/** The sections of a review that are not one form: measures as a list, lines, findings. */

import { html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import {
  bullets,
  button,
  type Content,
  csrfField,
  disclosure,
  hiddenField,
  lineLink,
  paragraph,
  postButton,
  rows,
  selectField,
  table,
  tag,
  textField,
} from '../../../ui/index.ts'
import { makesDuties } from '../rules/recurrence-fields.ts'
import { texts } from '../texts/index.ts'
import { type Draft, LINE_PARTS } from '../types/draft.ts'
import { findingBox, toldValue } from './finding.ts'
import { draftPath } from './review-page.ts'

type Around = {
  readonly locale: Locale
  readonly csrf: string | null
  readonly draft: Draft
  readonly editable: boolean
}

/** @param seen mark of the list of measures, for adding one */
export function measureList({ locale, csrf, draft, editable }: Around, seen: string): Content {
  const t = texts(locale).review
  const { measures, units } = draft.proposed
  const c = t.measureColumns
  return [
    table({
      locale,
      caption: t.steps.measures,
      captionHidden: true,
      columns: [
        { label: c.number, cell: (m) => m.number || '–' },
        {
          label: c.title,
          rowHeader: true,
          cell: (m) =>
            html`<a href="${draftPath(draft, `/measures/${m.key}`)}" lang="uk">${m.title || t.measureHeading(m.number)}</a>`,
        },
        {
          label: c.executors,
          cell: (m) =>
            m.executors.length === 0
              ? tag(t.noExecutor, 'due')
              : m.executors.map(
                  (key, i) => html`${i > 0 && '; '}${units.find((u) => u.key === key)?.name ?? key}`,
                ),
        },
        {
          label: c.term,
          cell: (m) => [
            m.termRaw ?? t.noTerm,
            !makesDuties(m.recurrence) && html` ${tag(t.noDuties, 'due')}`,
          ],
        },
        { label: c.lines, cell: (m) => (m.lines ? lineLink({ locale, lines: m.lines }) : '–') },
      ],
      rows: measures,
    }),
    editable &&
      postButton({
        action: draftPath(draft, '/measures'),
        csrf,
        label: t.addMeasure,
        kind: 'quiet',
        fields: { seen },
      }),
  ]
}

export function findingList(
  around: Around,
  failed: { readonly key: string; readonly message: string } | null,
): Content {
  const { locale, draft } = around
  const t = texts(locale).review
  const { findings } = draft.reading
  if (findings.length === 0) return paragraph(t.findingsNone)
  return [
    paragraph(t.findingsIntro, 'soft'),
    findings.map((finding) =>
      findingBox({
        ...around,
        finding,
        settled: draft.resolutions.findings[finding.key],
        action: draftPath(draft, `/findings/${finding.key}`),
        error: failed?.key === finding.key ? failed.message : null,
      }),
    ),
  ]
}

export function lineList(
  around: Around,
  failed: { readonly key: string; readonly message: string } | null,
): Content {
  const { locale, csrf, draft, editable } = around
  const t = texts(locale).review
  const { notUnderstood } = draft.reading
  if (notUnderstood.length === 0) return paragraph(t.linesNone)
  const open = notUnderstood.filter((l) => !draft.resolutions.lines[l.key])
  return [
    paragraph(t.linesIntro, 'soft'),
    editable &&
      open.length > 1 &&
      disclosure({
        summary: t.dismissAll,
        content: html`<form method="post" action="${draftPath(draft, '/lines/all')}" class="form">${csrfField(csrf)}${hiddenField('action', 'dismissed')}${textField(
          { locale, name: 'note', label: t.reason, error: failed?.key === 'all' ? failed.message : null },
        )}<div class="buttons">${button({ label: t.dismissAll, kind: 'quiet' })}</div></form>`,
      }),
    rows({
      items: notUnderstood.map((line) => ({
        when: lineLink({ locale, lines: line.lines }),
        title: html`<span lang="uk">${line.text.length > 400 ? `${line.text.slice(0, 400)}…` : line.text}</span>`,
        text: lineDecision(around, line.key, failed?.key === line.key ? failed.message : null),
      })),
    }),
  ]
}

function lineDecision({ locale, csrf, draft, editable }: Around, key: string, error: string | null): Content {
  const t = texts(locale).review
  const decided = draft.resolutions.lines[key]
  const action = draftPath(draft, `/lines/${key}`)
  if (decided)
    return [
      decided.action === 'assigned'
        ? t.assigned(t.parts[decided.part] ?? decided.part)
        : `${t.dismissed}: ${decided.note}`,
      html` <span class="soft">${t.decidedBy(decided.by, toldValue(locale, decided.on))}</span>`,
      editable &&
        postButton({
          action,
          csrf,
          label: t.undo,
          kind: 'quiet',
          small: true,
          fields: { action: 'reopened' },
        }),
    ]
  if (!editable) return null
  return [
    html`<form method="post" action="${action}" class="form">${csrfField(csrf)}${hiddenField('action', 'assigned')}${selectField(
      {
        locale,
        name: `part-${key}`,
        label: t.assignTo,
        width: 'medium',
        options: LINE_PARTS.map((part) => ({ value: part, label: t.parts[part] ?? part })),
      },
    )}<div class="buttons">${button({ label: t.assign, small: true })}</div></form>`,
    html`<form method="post" action="${action}" class="form">${csrfField(csrf)}${hiddenField('action', 'dismissed')}${textField(
      {
        locale,
        name: `note-${key}`,
        label: t.reason,
        error,
      },
    )}<div class="buttons">${button({ label: t.dismiss, kind: 'quiet', small: true })}</div></form>`,
  ]
}

/** Clauses of an amending decision, with their lines, beside the copy that they change. */
export function amendmentList(locale: Locale, draft: Draft): Content {
  const { amendments } = draft.reading
  return (
    amendments.length > 0 &&
    html`<h2>${texts(locale).review.amendments}</h2>${bullets(
      amendments.map(
        (a) =>
          html`${a.number && `${a.number} `}<span lang="uk">${a.text}</span> ${lineLink({ locale, lines: a.lines })}`,
      ),
    )}`
  )
}
