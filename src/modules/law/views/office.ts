/** Pages of the office: what the city set, and one rule with its two verbs. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { MARTIAL_LAW_PERIODS } from '../../../legal-time/data/martial-law.ts'
import { isRuleKey, type RuleKey } from '../../../legal-time/data/rules.ts'
import { legalTimeTexts, ruleName } from '../../../legal-time/explain.ts'
import { isoDate } from '../../../legal-time/holidays.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type RuleLine, rowsOf } from '../rules/rule-list.ts'
import { TOPICS } from '../rules/topic.ts'
import { texts } from '../texts/index.ts'
import type { CityValue } from '../types.ts'
import { cityValueState } from './rule.ts'
import { valueCell } from './rules.ts'
import { PATHS, sourceLink, termInForce, verifiedTag } from './shared.ts'

const OFFICE = '/office/law'

const rulePath = (key: string) => `${OFFICE}/rules/${key}`

function nameOf(locale: Locale, key: string): string {
  return isRuleKey(key) ? ruleName(locale, key) : key
}

/** The value in the words of its rule. */
function inWords(locale: Locale, key: string, value: number): string {
  const row = isRuleKey(key) ? rowsOf(key)[0] : undefined
  return row ? legalTimeTexts[locale].value(row, value) : String(value)
}

export function officePage(
  frame: ui.Frame,
  view: { readonly own: readonly CityValue[]; readonly lines: readonly RuleLine[] },
): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.office.title,
    lead: t.office.lead,
    main: html`${ui.section({
      title: t.office.own,
      content: html`${ui.table<CityValue>({
        locale,
        caption: t.office.own,
        captionHidden: true,
        rows: view.own,
        empty: t.office.noOwn,
        columns: [
          {
            label: t.columns.rule,
            cell: (v) => html`<a href="${rulePath(v.key)}">${nameOf(locale, v.key)}</a>`,
            rowHeader: true,
          },
          { label: t.rulePage.value, cell: (v) => inWords(locale, v.key, v.value) },
          { label: t.columns.inForce, cell: (v) => termInForce(locale, v.from, v.to) },
          { label: t.rulePage.state, cell: (v) => cityValueState(frame, v) },
          { label: t.rulePage.decision, cell: (v) => v.decision },
          { label: t.rulePage.reason, cell: (v) => v.reason },
        ],
      })}${
        view.own.length > 0 &&
        ui.exportLinks({
          locale,
          csv: ui.withQuery(OFFICE, { format: 'csv' }),
          xlsx: ui.withQuery(OFFICE, { format: 'xlsx' }),
          print: true,
        })
      }`,
    })}${ui.section({ title: t.office.settings, content: settings(locale) })}${ui.section({
      title: t.office.all,
      content: TOPICS.map((topic) => {
        const shelf = view.lines.filter((l) => l.topic === topic)
        return (
          shelf.length > 0 &&
          ui.disclosure({
            summary: `${t.list.topics[topic]} (${shelf.length})`,
            content: choices(locale, t.list.topics[topic], shelf),
          })
        )
      }),
    })}`,
  })
}

function choices(locale: Locale, caption: string, lines: readonly RuleLine[]): Html {
  const t = texts[locale]
  return ui.table<RuleLine>({
    locale,
    caption,
    captionHidden: true,
    rows: lines,
    columns: [
      {
        label: t.columns.rule,
        cell: (l) => html`<a href="${rulePath(l.key)}">${ruleName(locale, l.key)}</a>`,
        rowHeader: true,
      },
      { label: t.rulePage.value, cell: (l) => valueCell(locale, l) },
      { label: t.columns.verified, cell: (l) => verifiedTag(locale, l.row.source) },
    ],
  })
}

function settings(locale: Locale): Html {
  const t = texts[locale].office
  const say = (iso: string) => shortDate(locale, isoDate(iso))
  const periods = MARTIAL_LAW_PERIODS.map((p) =>
    p.to === null ? t.martialLawSince(say(p.from)) : t.martialLawBetween(say(p.from), say(p.to)),
  )
  return html`${ui.facts([
    { term: t.martialLaw, detail: periods.join('; ') },
    { term: t.week, detail: t.weekFive },
    { term: t.transfers, detail: t.transfersIgnored },
    { term: t.zone, detail: t.zoneName },
  ])}<p class="soft">${t.martialLawHint}</p>`
}

export function officeRulePage(
  frame: ui.Frame,
  view: {
    readonly line: RuleLine
    readonly values: readonly CityValue[]
    readonly entries: Parameters<typeof ui.history>[0]['entries']
    readonly set: FormState
    readonly withdraw: FormState
    readonly done: string
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { row, key } = view.line
  const open = view.values.filter((v) => v.withdrawnAt === null)
  return ui.page(frame, {
    title: ruleName(locale, key),
    breadcrumbs: [{ label: t.office.title, href: OFFICE }],
    notices: doneNotice(frame, view.done),
    actions: ui.linkButton({
      label: t.office.publicPage,
      href: localPath(locale, `${PATHS.rules}/${key}`),
      kind: 'quiet',
    }),
    main: html`${ui.facts([
      { term: t.rulePage.value, detail: valueCell(locale, view.line) },
      { term: t.rulePage.source, detail: sourceLink(locale, row.source) },
      { term: t.rulePage.verified, detail: verifiedTag(locale, row.source) },
      { term: t.rulePage.inForce, detail: termInForce(locale, row.inForceFrom, row.inForceTo) },
      { term: t.rulePage.freedom, detail: t.overridable[row.overridable] },
    ])}${ui.section({
      title: t.rulePage.cityValues,
      content: html`${values(frame, key, view.values)}${open.length > 0 && withdrawForm(frame, key, open, view.withdraw)}`,
    })}${row.overridable !== 'never' && setForm(frame, key, view.set)}${ui.section({
      title: t.office.history,
      content: ui.history({ locale, entries: view.entries }),
    })}`,
  })
}

function values(frame: ui.Frame, key: RuleKey, list: readonly CityValue[]): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.table<CityValue>({
    locale,
    caption: t.rulePage.cityValues,
    captionHidden: true,
    rows: list,
    empty: t.rulePage.noCityValues,
    columns: [
      { label: t.columns.inForce, cell: (v) => termInForce(locale, v.from, v.to), rowHeader: true },
      { label: t.rulePage.value, cell: (v) => inWords(locale, key, v.value) },
      { label: t.rulePage.decision, cell: (v) => v.decision },
      { label: t.rulePage.reason, cell: (v) => v.reason },
      { label: t.rulePage.state, cell: (v) => cityValueState(frame, v) },
    ],
  })
}

function setForm(frame: ui.Frame, key: RuleKey, state: FormState): Html {
  const { locale } = frame
  const t = texts[locale].set
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  return ui.section({
    title: t.title,
    id: 'set',
    content: ui.form({
      locale,
      action: rulePath(key),
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.submit,
      draftKey: `law-${key}`,
      content: [
        f.text({ name: 'value', label: t.value, hint: t.valueHint, width: 'short', inputMode: 'decimal' }),
        f.date({ name: 'from', label: t.from }),
        f.date({ name: 'to', label: t.to, hint: t.toHint, optional: true }),
        f.area({ name: 'reason', label: t.reason, hint: t.reasonHint, rows: 3 }),
        f.text({ name: 'decision', label: t.decision, hint: t.decisionHint, optional: true }),
      ],
    }),
  })
}

function withdrawForm(frame: ui.Frame, key: RuleKey, open: readonly CityValue[], state: FormState): Html {
  const { locale } = frame
  const t = texts[locale]
  const f = ui.boundFields({
    locale,
    values: { id: open[0]?.id ?? '', ...state.values },
    errors: state.errors,
  })
  return ui.disclosure({
    summary: t.withdraw.title,
    open: state.errors.length > 0,
    content: ui.form({
      locale,
      action: `${rulePath(key)}/withdraw`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.withdraw.submit,
      danger: true,
      content: [
        f.select({
          name: 'id',
          label: t.rulePage.value,
          options: open.map((v) => ({
            value: v.id,
            label: t.office.setValue(inWords(locale, key, v.value), shortDate(locale, isoDate(v.from))),
          })),
        }),
        f.area({ name: 'reason', label: t.withdraw.reason, hint: t.set.reasonHint, rows: 3 }),
      ],
    }),
  })
}

function doneNotice(frame: ui.Frame, done: string): Html | false {
  const t = texts[frame.locale]
  const body = done === 'set' ? t.set.done : done === 'withdrawn' ? t.withdraw.done : null
  return body !== null && ui.notice({ locale: frame.locale, tone: 'success', body, live: true })
}

export function ownValuesSheet(locale: Locale, own: readonly CityValue[]): Sheet<CityValue> {
  const t = texts[locale]
  return {
    name: t.office.own,
    rows: own,
    columns: [
      { key: 'rule', title: t.columns.rule, kind: 'text', value: (v) => nameOf(locale, v.key) },
      { key: 'value', title: t.rulePage.value, kind: 'text', value: (v) => inWords(locale, v.key, v.value) },
      { key: 'from', title: t.set.from, kind: 'date', value: (v) => isoDate(v.from) },
      { key: 'to', title: t.set.to, kind: 'date', value: (v) => (v.to === null ? null : isoDate(v.to)) },
      { key: 'decision', title: t.rulePage.decision, kind: 'text', value: (v) => v.decision },
      { key: 'reason', title: t.rulePage.reason, kind: 'text', value: (v) => v.reason },
    ],
  }
}
