/** One finding of the reader: what it says, where, what is proposed, and what a person decided. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { button, csrfField, disclosure, postButton, radioGroup, tag, textField } from '../../../ui/index.ts'
import { mustBeSeen } from '../rules/acceptance.ts'
import { changesProposal, choicesOf } from '../rules/resolution.ts'
import { findingSentence, texts } from '../texts/index.ts'
import type { FindingResolution, KeptFinding } from '../types/draft.ts'
import { linesOf } from './section-fields.ts'

/** A date among values is told as one; anything else stays as it is. */
export function toldValue(locale: Locale, value: string): string {
  const date = parseCivilDate(value)
  return date ? shortDate(locale, date) : value
}

export type FindingView = {
  readonly locale: Locale
  readonly csrf: string | null
  readonly finding: KeptFinding
  readonly settled: FindingResolution | undefined
  readonly action: string
  readonly editable: boolean
  readonly error: string | null
}

export function findingBox(view: FindingView): Html {
  const { locale, csrf, finding, settled, action, editable } = view
  const t = texts(locale).review
  const tone = finding.severity === 'error' ? 'late' : finding.severity === 'warning' ? 'due' : 'plain'
  const label = mustBeSeen(finding) ? t.mustSee : t.severities[finding.severity]
  return html`<section class="box" id="finding-${finding.key}"><p>${tag(label, tone)} ${linesOf(locale, finding.lines)}</p><h3>${findingSentence(
    locale,
    finding,
  )}</h3>${
    settled
      ? html`<p>${tag(t.decided[settled.action], 'done')} ${
          settled.value !== null && `${toldValue(locale, settled.value)}. `
        }${settled.note} <span class="soft">${t.decidedBy(settled.by, toldValue(locale, settled.on))}</span></p>${
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
      : editable && findingForm(view)
  }</section>`
}

function findingForm({ locale, csrf, finding, action, error }: FindingView): Html {
  const t = texts(locale).review
  const { key } = finding
  const choices = choicesOf(finding)
  const proposed = finding.resolution?.value ?? null
  const value = proposed === null ? null : String(proposed)
  const acts = changesProposal(finding)
  return html`<form method="post" action="${action}" class="form">${csrfField(csrf)}${
    choices.length > 0
      ? radioGroup({
          locale,
          name: `value-${key}`,
          label: t.proposed,
          value,
          options: choices.map((c) => ({ value: c, label: toldValue(locale, c) })),
        })
      : acts && value !== null && html`<p>${t.proposed}: ${toldValue(locale, value)}</p>`
  }${button({ label: acts ? t.acceptFinding : t.seenFinding, small: true, name: 'action', value: 'accepted' })}${disclosure(
    {
      summary: t.otherwise,
      open: error !== null,
      content: html`${textField({ locale, name: `note-${key}`, label: t.note, error })}<div class="buttons">${button(
        {
          label: t.changeFinding,
          kind: 'quiet',
          small: true,
          name: 'action',
          value: 'changed',
        },
      )}${button({ label: t.dismissFinding, kind: 'quiet', small: true, name: 'action', value: 'dismissed' })}</div>`,
    },
  )}</form>`
}
