/** The list of rules of law and the table of acts. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { type Act, actStatus } from '../../../legal-time/data/acts.ts'
import { cite, legalTimeTexts, ruleName } from '../../../legal-time/explain.ts'
import { isoDate } from '../../../legal-time/holidays.ts'
import type { RuleUnit } from '../../../legal-time/rule.ts'
import type { Verified } from '../../../legal-time/source.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import type { RuleFilter, RuleLine } from '../rules/rule-list.ts'
import { TOPICS } from '../rules/topic.ts'
import { texts } from '../texts/index.ts'
import { lawTabs, PATHS, sourceLink, termInForce, verifiedTag } from './shared.ts'

export const VERIFIED: readonly Verified[] = ['L', 'L-old', 'P', 'C', 'M']

/** What is said of a rule in the list, for the search. */
export function wordsOf(locale: Locale, line: RuleLine): string {
  return `${ruleName(locale, line.key)} ${cite(locale, line.row.source)}`
}

export function rulesPage(
  frame: ui.Frame,
  list: {
    readonly lines: readonly RuleLine[]
    readonly filter: RuleFilter
    readonly units: readonly RuleUnit[]
    readonly all: readonly RuleLine[]
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { lines, filter } = list
  const unverified = list.all.filter((l) => l.row.source.verified === 'M').length
  const filtered = filter.text !== '' || filter.verified !== null || filter.unit !== null || filter.own
  const href = localPath(locale, PATHS.rules)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    description: t.lead,
    main: html`${lawTabs(locale, 'rules')}<p>${t.list.unverifiedLead(unverified)}</p>${ui.filterForm({
      locale,
      action: href,
      fields: [
        ui.textField({ locale, name: 'q', label: t.list.search, value: filter.text, type: 'search' }),
        ui.selectField({
          locale,
          name: 'verified',
          label: t.list.verified,
          value: filter.verified ?? '',
          empty: t.list.any,
          options: VERIFIED.filter((v) => list.all.some((l) => l.row.source.verified === v)).map((v) => ({
            value: v,
            label: legalTimeTexts[locale].verified[v],
          })),
        }),
        ui.selectField({
          locale,
          name: 'unit',
          label: t.list.unit,
          value: filter.unit ?? '',
          empty: t.list.any,
          options: list.units.map((unit) => ({ value: unit, label: t.list.units[unit] })),
        }),
        ui.checkbox({ locale, name: 'own', label: t.list.own, value: 'on', checked: filter.own }),
      ],
      ...(filtered ? { resetHref: href } : {}),
    })}${ui.countLine({ locale, shown: lines.length, total: filtered ? lines.length : list.all.length })}${
      lines.length > 20 && topicLinks(locale, lines)
    }${lines.length === 0 && html`<p class="soft">${t.list.none}</p>`}${TOPICS.map((topic) => {
      const shelf = lines.filter((l) => l.topic === topic)
      return (
        shelf.length > 0 &&
        ui.section({
          title: t.list.topics[topic],
          id: topic,
          content: rulesTable(locale, t.list.topics[topic], shelf),
        })
      )
    })}${ui.exportLinks({
      locale,
      csv: localPath(locale, '/data/legal-rules.csv'),
      xlsx: localPath(locale, '/data/legal-rules.xlsx'),
      json: localPath(locale, '/data/legal-rules.json'),
      print: true,
    })}`,
  })
}

function topicLinks(locale: Locale, lines: readonly RuleLine[]): Html {
  const t = texts[locale].list
  const shelves = TOPICS.filter((topic) => lines.some((l) => l.topic === topic))
  return html`<nav aria-label="${t.topicsLabel}">${ui.bullets(
    shelves.map((topic) => html`<a href="#${topic}">${t.topics[topic]}</a>`),
  )}</nav>`
}

function rulesTable(locale: Locale, caption: string, lines: readonly RuleLine[]): Html {
  const t = texts[locale]
  return ui.table<RuleLine>({
    locale,
    caption,
    captionHidden: true,
    rows: lines,
    columns: [
      {
        label: t.columns.rule,
        cell: (l) =>
          html`<a href="${localPath(locale, `${PATHS.rules}/${l.key}`)}">${ruleName(locale, l.key)}</a>`,
        rowHeader: true,
      },
      { label: t.rulePage.value, cell: (l) => valueCell(locale, l) },
      { label: t.columns.source, cell: (l) => sourceLink(locale, l.row.source) },
      {
        label: t.columns.inForce,
        cell: (l) => termInForce(locale, l.row.inForceFrom, l.row.inForceTo),
      },
      { label: t.columns.verified, cell: (l) => verifiedTag(locale, l.row.source) },
    ],
  })
}

/** The city's own value stands with the law's and the reason. */
export function valueCell(locale: Locale, line: RuleLine): Html {
  const t = texts[locale]
  const say = legalTimeTexts[locale].value
  const { resolved, row } = line
  if (resolved === null)
    return html`${say(row, row.value)} ${ui.tag(row.inForceFrom === null ? t.list.waiting : t.list.ended, 'plain')}`
  const own = resolved.overriddenBy
  if (own === null) return html`${say(row, row.value)}`
  return html`${say(row, resolved.value)} ${ui.tag(t.list.cityValue, 'info')} <span class="small">${t.list.byLaw(
    say(row, row.value),
  )}; ${own.decision !== null && html`${own.decision}, `}${own.reason}</span>`
}

export function actsPage(
  frame: ui.Frame,
  list: { readonly acts: readonly Act[]; readonly text: string; readonly on: CivilDate },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const href = localPath(locale, PATHS.acts)
  const say = (iso: string) => shortDate(locale, isoDate(iso))
  return ui.page(frame, {
    title: t.acts.title,
    lead: t.acts.lead,
    main: html`${lawTabs(locale, 'acts')}${ui.filterForm({
      locale,
      action: href,
      fields: [
        ui.textField({ locale, name: 'q', label: t.actsPage.search, value: list.text, type: 'search' }),
        ui.dateField({ locale, name: 'on', label: t.actsPage.on, value: shortDate(locale, list.on) }),
      ],
      resetHref: href,
    })}${ui.table<Act>({
      locale,
      caption: t.acts.title,
      captionHidden: true,
      rows: list.acts,
      empty: t.actsPage.none,
      columns: [
        {
          label: t.acts.number,
          cell: (a) => html`<a href="${a.url}">${a.number}</a>`,
          rowHeader: true,
        },
        { label: t.acts.name, cell: (a) => ui.foreign('uk', a.title) },
        { label: t.acts.date, cell: (a) => say(a.date) },
        { label: t.acts.state, cell: (a) => actState(locale, a, list.on) },
        {
          label: t.columns.verified,
          cell: (a) => verifiedTag(locale, { act: a.number, article: '', url: a.url, verified: a.verified }),
        },
      ],
    })}`,
  })
}

function actState(locale: Locale, act: Act, on: CivilDate): Html {
  const t = texts[locale].acts
  const status = actStatus(act.number, on)
  if (status.state === 'inForce') return ui.tag(t.inForce, 'done')
  if (status.state !== 'lost') return ui.tag(t.notYet, 'plain')
  const { successor } = status
  return html`${ui.tag(t.lost(shortDate(locale, isoDate(act.inForceTo ?? act.date))), 'late')}${
    successor && html` <a href="${successor.url}">${t.successor(successor.number)}</a>`
  }`
}
