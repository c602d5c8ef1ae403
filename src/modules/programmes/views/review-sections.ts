/** The sections of a review that are not one form: measures as a list, lines, findings. */

import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
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
  radioGroup,
  rows,
  selectField,
  table,
  tag,
  textField,
} from '../../../ui/index.ts'
import { mustBeSeen } from '../rules/acceptance.ts'
import { makesDuties } from '../rules/recurrence-fields.ts'
import { changesProposal, choicesOf } from '../rules/resolution.ts'
import { findingSentence, texts } from '../texts/index.ts'
import { type Draft, type KeptFinding, LINE_PARTS } from '../types/draft.ts'
import { draftPath } from './review-page.ts'
import { linesOf } from './section-fields.ts'

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
    findings.map((f) => oneFinding(around, f, failed?.key === f.key ? failed.message : null)),
  ]
}

function oneFinding(
  { locale, csrf, draft, editable }: Around,
  finding: KeptFinding,
  error: string | null,
): Html {
  const t = texts(locale).review
  const settled = draft.resolutions.findings[finding.key]
  const action = draftPath(draft, `/findings/${finding.key}`)
  const tone = finding.severity === 'error' ? 'late' : finding.severity === 'warning' ? 'due' : 'plain'
  const label = mustBeSeen(finding) ? t.mustSee : t.severities[finding.severity]
  return html`<section class="box" id="finding-${finding.key}"><p>${tag(label, tone)} ${linesOf(locale, finding.lines)}</p><h3>${findingSentence(
    locale,
    finding,
  )}</h3>${
    settled
      ? html`<p>${tag(t.decided[settled.action], 'done')} ${settled.value !== null && `${showValue(locale, settled.value)}. `}${settled.note} <span class="soft">${t.decidedBy(settled.by, isoDay(locale, settled.on))}</span></p>${
          editable &&
          postButton({
            action,
            csrf,
            label: t.undo,
            kind: 'quiet',
            small: true,
            fields: { action: 'reopened' },
          })
        }`
      : editable && findingForm({ locale, csrf, finding, action, error })
  }</section>`
}

function findingForm({
  locale,
  csrf,
  finding,
  action,
  error,
}: {
  readonly locale: Locale
  readonly csrf: string | null
  readonly finding: KeptFinding
  readonly action: string
  readonly error: string | null
}): Html {
  const t = texts(locale).review
  const choices = choicesOf(finding)
  const proposed = finding.resolution?.value ?? null
  const value = proposed === null ? null : String(proposed)
  const acts = changesProposal(finding)
  const key = finding.key
  return html`<form method="post" action="${action}" class="form">${csrfField(csrf)}${
    choices.length > 0
      ? radioGroup({
          locale,
          name: `value-${key}`,
          label: t.proposed,
          value,
          options: choices.map((c) => ({ value: c, label: showValue(locale, c) })),
        })
      : acts && value !== null && html`<p>${t.proposed}: ${showValue(locale, value)}</p>`
  }${textField({ locale, name: `note-${key}`, label: t.note, hint: t.noteHint, optional: true, error })}<div class="buttons">${button(
    {
      label: acts ? t.acceptFinding : t.seenFinding,
      small: true,
      name: 'action',
      value: 'accepted',
    },
  )}${button({ label: t.changeFinding, kind: 'quiet', small: true, name: 'action', value: 'changed' })}${button(
    {
      label: t.dismissFinding,
      kind: 'quiet',
      small: true,
      name: 'action',
      value: 'dismissed',
    },
  )}</div></form>`
}

function isoDay(locale: Locale, iso: string): string {
  const date = parseCivilDate(iso)
  return date ? shortDate(locale, date) : iso
}

function showValue(locale: Locale, value: string): string {
  return isoDay(locale, value)
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
      html` <span class="soft">${t.decidedBy(decided.by, isoDay(locale, decided.on))}</span>`,
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
