/** The public page of a programme: what it is, who does what by when, by which decisions. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, longDate, money, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import {
  box,
  bullets,
  type Content,
  disclosure,
  exportLinks,
  facts,
  foreign,
  link,
  section,
  table,
} from '../../../ui/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import { texts } from '../texts/index.ts'
import type { Edition, FundingLine, Measure, Programme, Task } from '../types.ts'
import { decisionText } from './decision.ts'
import { recurrenceText } from './terms.ts'

export type PublicProgramme = {
  readonly locale: Locale
  readonly programme: Programme
  readonly edition: Edition
  readonly editions: readonly Edition[]
  readonly measures: readonly Measure[]
  readonly tasks: readonly Task[]
  readonly funding: readonly FundingLine[]
  readonly units: ReadonlyMap<string, Unit>
  readonly previous: Programme | null
  readonly today: string
}

/** Words of the programme stay Ukrainian on an English page, and say so. */
export function inUkrainian(locale: Locale, text: Content): Content {
  return locale === 'uk' ? text : foreign('uk', text)
}

export function titleOf(locale: Locale, p: Programme): string {
  return locale === 'en' ? (p.shortTitleEn ?? p.shortTitle) : p.shortTitle
}

export function measureTitle(locale: Locale, m: Measure): Content {
  return locale === 'en' && m.titleEn !== null ? m.titleEn : inUkrainian(locale, m.title)
}

export function programmePath(locale: Locale, p: Pick<Programme, 'slug'>, rest = ''): string {
  return localPath(locale, `/programmes/${p.slug}${rest}`)
}

export function programmeMain(view: PublicProgramme): Html {
  const { locale, edition, tasks } = view
  const t = texts(locale).publicPages
  const { content } = edition
  return html`${whatItIs(view)}${
    content.aim !== null &&
    section({ title: t.aim, content: html`<p>${inUkrainian(locale, content.aim)}</p>` })
  }${section({
    title: t.measures,
    id: 'measures',
    content: measureTable(view),
    actions: exportLinks({
      locale,
      csv: programmePath(locale, view.programme, '?format=csv'),
      xlsx: programmePath(locale, view.programme, '?format=xlsx'),
      json: programmePath(locale, view.programme, '?format=json'),
      of: t.measures,
    }),
  })}${
    tasks.length > 0 &&
    section({ title: t.tasks, content: bullets(tasks.map((task) => inUkrainian(locale, task.text))) })
  }${
    content.expectedResults.length > 0 &&
    section({
      title: t.results,
      content: bullets(content.expectedResults.map((r) => inUkrainian(locale, r))),
    })
  }${passportOf(view)}`
}

function whatItIs({ locale, programme, edition, units }: PublicProgramme): Html {
  const t = texts(locale).publicPages
  const unit = (id: string | null) => id !== null && inUkrainian(locale, units.get(id)?.name ?? '')
  const coordinator = unit(programme.coordinatorUnitId)
  const manager = unit(programme.fundManagerUnitId)
  return facts([
    {
      term: t.title,
      detail:
        locale === 'en' && programme.titleEn !== null
          ? programme.titleEn
          : inUkrainian(locale, programme.title),
    },
    {
      term: t.period,
      detail: `${longDate(locale, programme.period.from)} – ${longDate(locale, programme.period.to)}`,
    },
    { term: t.adopted, detail: inUkrainian(locale, decisionText(locale, edition.decision)) },
    ...(coordinator ? [{ term: t.coordinator, detail: coordinator }] : []),
    ...(manager ? [{ term: t.fundManager, detail: manager }] : []),
  ])
}

function measureTable({ locale, programme, measures, units }: PublicProgramme): Html {
  const t = texts(locale).publicPages
  return table({
    locale,
    caption: t.measures,
    captionHidden: true,
    columns: [
      { label: t.number, cell: (m) => m.number },
      {
        label: t.measure,
        rowHeader: true,
        cell: (m) =>
          link({
            href: programmePath(locale, programme, `/measures/${m.number}`),
            text: measureTitle(locale, m),
          }),
      },
      {
        label: t.executors,
        cell: (m) =>
          m.executors.map((id, i) => {
            const unit = units.get(id)
            return html`${i > 0 && '; '}${inUkrainian(locale, unit ? unitLabel(unit) : '')}`
          }),
      },
      { label: t.term, cell: (m) => termCell(locale, m) },
    ],
    rows: measures,
  })
}

function termCell(locale: Locale, m: Measure): Content {
  const t = texts(locale).publicPages
  if (locale === 'en') return recurrenceText('en', m.recurrence)
  return m.termRaw ?? (m.recurrence.kind === 'none' ? t.noTerm : recurrenceText('uk', m.recurrence))
}

function passportOf({ locale, edition }: PublicProgramme): Content {
  const t = texts(locale).publicPages
  const { passport, facts: known, control } = edition.content
  const on = (iso: string | null) => {
    const date = parseCivilDate(iso ?? '')
    return date ? ` (${t.asOf(shortDate(locale, date))})` : ''
  }
  return [
    passport.length > 0 &&
      disclosure({
        summary: t.passport,
        content: facts(
          passport.map((i) => ({
            term: inUkrainian(locale, i.label),
            detail: inUkrainian(locale, i.value ?? '–'),
          })),
        ),
      }),
    known.length > 0 &&
      disclosure({
        summary: t.facts,
        content: bullets(known.map((f) => html`${inUkrainian(locale, f.text)}${on(f.asOf)}`)),
      }),
    control.length > 0 &&
      disclosure({
        summary: t.control,
        content: bullets(
          control.map((c) => html`${c.number && `${c.number} `}${inUkrainian(locale, c.rule)}`),
        ),
      }),
  ]
}

export function programmeAside(view: PublicProgramme): Html {
  const { locale, programme, editions, funding, previous } = view
  const t = texts(locale).publicPages
  return html`${box({
    title: t.documents,
    content: html`<p><a href="${programmePath(locale, programme, '/text')}">${t.fullText}</a></p>${exportLinks(
      {
        locale,
        docx: programmePath(locale, programme, '/text.docx'),
        pdf: programmePath(locale, programme, '/text.pdf'),
        atom: programmePath(locale, programme, '/changes.atom'),
        of: t.textOf,
      },
    )}`,
  })}${box({
    title: t.editions,
    content: bullets(
      editions.map(
        (e) =>
          html`<a href="${programmePath(locale, programme, `/editions/${e.number}`)}">${t.edition(e.number)}</a>, ${whenText(locale, e, view.today)}`,
      ),
    ),
  })}${
    funding.length > 0 &&
    box({
      title: t.money,
      content: html`<p>${t.funding}:</p>${bullets(
        funding
          .filter((f) => f.measureId === null || !funding.some((o) => o.measureId === null))
          .map(
            (f) =>
              html`${f.year}, ${inUkrainian(locale, f.source)}: <b class="num">${money(locale, f.planned)}</b>`,
          ),
      )}<p><a href="${programmePath(locale, programme, '/money')}">${t.money}</a></p>`,
    })
  }${box({
    title: t.proposals,
    content: html`<p><a href="${programmePath(locale, programme, '/proposals')}">${t.proposalsLead}</a></p>`,
  })}${
    previous &&
    box({
      title: t.previous,
      content: html`<p><a href="${programmePath(locale, previous)}">${titleOf(locale, previous)}</a></p>`,
    })
  }`
}

export function whenText(locale: Locale, e: Pick<Edition, 'inForceFrom'>, today: string): string {
  const t = texts(locale).publicPages
  if (!e.inForceFrom) return ''
  const date = shortDate(locale, e.inForceFrom)
  return e.inForceFrom.toString() > today ? t.notYet(date) : t.inForceFrom(date)
}
