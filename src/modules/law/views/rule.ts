/** One rule of law: what it says, how it changed, what the city set, and a count by it. */

import { CITY_ZONE } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { longDate, shortDate } from '../../../kernel/texts.ts'
import { legalTimeTexts, ruleName, ruleSentence, sentence } from '../../../legal-time/explain.ts'
import { isoDate } from '../../../legal-time/holidays.ts'
import type { LegalRule } from '../../../legal-time/rule.ts'
import type { Due } from '../../../legal-time/terms.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { countsOn } from '../rules/city-value.ts'
import type { RuleLine } from '../rules/rule-list.ts'
import { texts } from '../texts/index.ts'
import type { CityValue } from '../types.ts'
import { valueCell } from './rules.ts'
import { PATHS, sourceLink, sourceLinks, termInForce, verifiedTag } from './shared.ts'

export type RuleView = {
  readonly line: RuleLine
  readonly wordings: readonly LegalRule[]
  readonly values: readonly CityValue[]
  /** Whether a date can be counted by it. */
  readonly isTerm: boolean
  readonly form: FormState
  readonly due: Due | null
}

export function rulePage(frame: ui.Frame, view: RuleView): Html {
  const { locale } = frame
  const t = texts[locale]
  const { line } = view
  const { row, key } = line
  const name = ruleName(locale, key)
  return ui.page(frame, {
    title: name,
    breadcrumbs: [
      { label: t.dates.title, href: localPath(locale, PATHS.dates) },
      { label: t.tabs.rules, href: localPath(locale, PATHS.rules) },
    ],
    ...(line.resolved ? { lead: ruleSentence(locale, key, line.resolved) } : { lead: t.waiting }),
    notices:
      row.source.verified === 'M' &&
      ui.notice({
        locale,
        tone: 'warning',
        title: t.rulePage.notVerifiedTitle,
        body: t.rulePage.notVerified,
      }),
    main: html`${ui.facts([
      { term: t.rulePage.value, detail: valueCell(locale, line) },
      { term: t.rulePage.source, detail: sourceLink(locale, row.source) },
      { term: t.rulePage.verified, detail: legalTimeTexts[locale].verified[row.source.verified] },
      { term: t.rulePage.inForce, detail: termInForce(locale, row.inForceFrom, row.inForceTo) },
      { term: t.rulePage.freedom, detail: t.overridable[row.overridable] },
      { term: t.rulePage.key, detail: html`<code>${key}</code>` },
    ])}${view.isTerm && count(frame, view)}${ui.section({
      title: t.rulePage.wordings,
      content: wordings(frame, view),
    })}${ui.section({
      title: t.rulePage.cityValues,
      content: cityValues(frame, view),
    })}`,
  })
}

function count(frame: ui.Frame, view: RuleView): Html {
  const { locale } = frame
  const t = texts[locale]
  const { due, form, line } = view
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  return ui.section({
    title: t.rulePage.count,
    id: 'count',
    content: html`${ui.errorSummary({ locale, errors: form.errors })}<form class="form" method="get" action="${localPath(
      locale,
      `${PATHS.rules}/${line.key}`,
    )}" novalidate>${f.date({ name: 'event', label: t.rulePage.event })}<div class="buttons">${ui.button({
      label: t.calculator.submit,
    })}</div></form>${
      due &&
      ui.notice({
        locale,
        tone: 'success',
        title: html`${line.row.bound === 'from' ? t.rulePage.first : t.rulePage.last}: ${longDate(locale, due.date)}`,
        body: html`<p>${sentence(locale, due.explanation)}</p>${sourceLinks(locale, due.sources)}`,
        live: true,
      })
    }`,
  })
}

function wordings(frame: ui.Frame, view: RuleView): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.table<LegalRule>({
    locale,
    caption: t.rulePage.wordings,
    captionHidden: true,
    rows: view.wordings,
    columns: [
      {
        label: t.rulePage.inForce,
        cell: (r) => termInForce(locale, r.inForceFrom, r.inForceTo),
        rowHeader: true,
      },
      { label: t.rulePage.value, cell: (r) => legalTimeTexts[locale].value(r, r.value) },
      { label: t.rulePage.source, cell: (r) => sourceLink(locale, r.source) },
      { label: t.rulePage.verified, cell: (r) => verifiedTag(locale, r.source) },
    ],
  })
}

/** Who of the staff set it is for the office alone. */
function cityValues(frame: ui.Frame, view: RuleView): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.table<CityValue>({
    locale,
    caption: t.rulePage.cityValues,
    captionHidden: true,
    rows: view.values,
    empty: t.rulePage.noCityValues,
    columns: [
      { label: t.rulePage.inForce, cell: (v) => termInForce(locale, v.from, v.to), rowHeader: true },
      { label: t.rulePage.value, cell: (v) => legalTimeTexts[locale].value(view.line.row, v.value) },
      { label: t.rulePage.decision, cell: (v) => v.decision },
      { label: t.rulePage.reason, cell: (v) => v.reason },
      { label: t.rulePage.state, cell: (v) => cityValueState(frame, v) },
    ],
  })
}

export function cityValueState(frame: ui.Frame, value: CityValue): Html {
  const { locale, today } = frame
  const t = texts[locale].rulePage
  if (value.withdrawnAt !== null) {
    const day = value.withdrawnAt.toZonedDateTimeISO(CITY_ZONE).toPlainDate()
    return html`${t.withdrawn(shortDate(locale, day), value.withdrawReason ?? '')}`
  }
  if (countsOn(value, today)) return ui.tag(t.counts, 'done')
  return ui.tag(isoDate(value.from).since(today).sign > 0 ? t.future : t.past, 'plain')
}
