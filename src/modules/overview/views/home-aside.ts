/** What stands beside the year: what comes, reports, money, documents, feeds. */
import { type Html, html } from '../../../kernel/html.ts'
import { dayMonth, type Locale } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { byDay } from '../rules/coming.ts'
import { homeTexts } from '../texts/index.ts'
import { publicPages, sitePages } from './addresses.ts'
import type { HomeView } from './home.ts'
import { named, told } from './shared.ts'

export function homeAside(locale: Locale, view: HomeView): readonly (Html | false)[] {
  return [
    coming(locale, view),
    money(locale, view),
    reports(locale, view),
    documents(locale, view),
    follow(locale, view),
    others(locale, view),
  ]
}

const DAYS = 4
const NAMES = 3

function coming(locale: Locale, { coming: items, programme, course }: HomeView): Html | false {
  const t = homeTexts[locale].coming
  if (course === 'over') return false
  const at = publicPages(locale, programme.slug)
  return ui.box({
    title: t.title,
    content:
      items.length === 0
        ? ui.paragraph(t.empty, 'soft')
        : ui.bullets(
            byDay(items, DAYS, NAMES).map(
              (day) =>
                html`<b>${dayMonth(locale, day.due)}</b> – ${day.items.map(
                  (item, i) =>
                    html`${i > 0 && '; '}<a href="${at.measure(item.number)}">${told(locale, item)}</a>`,
                )}${day.more > 0 && ` ${t.more(day.more)}`}`,
            ),
          ),
  })
}

function money(locale: Locale, { money: m, programme }: HomeView): Html {
  const t = homeTexts[locale].money
  const title = t.title(m.year)
  return ui.box({
    title,
    content: [
      ui.moneyBar({
        locale,
        caption: title,
        captionHidden: true,
        planned: m.plan,
        committed: m.committed,
        spent: m.spent,
      }),
      ui.paragraph(ui.link({ href: publicPages(locale, programme.slug).money, text: t.more }), 'small'),
    ],
  })
}

function reports(locale: Locale, { published, programme }: HomeView): Html {
  const t = homeTexts[locale].reports
  return ui.box({
    title: t.title,
    content: [
      published.length === 0
        ? ui.paragraph(t.empty, 'soft')
        : ui.bullets(
            published.map(
              (r) =>
                html`<a href="${publicPages(locale, programme.slug).report(r)}">${t.name(r)}</a>${
                  r.on && html` <span class="soft">${dayMonth(locale, r.on)}</span>`
                }`,
            ),
          ),
      published.length > 0 &&
        ui.paragraph(ui.link({ href: publicPages(locale, programme.slug).reports, text: t.all }), 'small'),
    ],
  })
}

function documents(locale: Locale, { programme }: HomeView): Html {
  const t = homeTexts[locale].documents
  const at = publicPages(locale, programme.slug)
  const site = sitePages(locale)
  return ui.box({
    title: t.title,
    content: ui.bullets([
      [
        ui.link({ href: at.text, text: t.programme }),
        html` <span class="soft">(<a href="${at.textFile('docx')}">DOCX</a>, <a href="${at.textFile('pdf')}">PDF</a>)</span>`,
      ],
      ui.link({ href: site.data, text: t.data }),
      ui.link({ href: site.dates, text: t.dates }),
    ]),
  })
}

function follow(locale: Locale, { programme, email }: HomeView): Html {
  const t = homeTexts[locale].follow
  return ui.box({
    title: t.title,
    content: ui.bullets([
      ui.link({ href: sitePages(locale).evidenceFeed, text: t.done }),
      ui.link({ href: sitePages(locale).reportsFeed, text: t.reports }),
      ui.link({ href: publicPages(locale, programme.slug).calendar, text: t.calendar }),
      ...(email === null ? [] : [html`<a href="mailto:${email}">${t.write}</a>`]),
    ]),
  })
}

function others(locale: Locale, view: HomeView): Html | false {
  const t = homeTexts[locale]
  return (
    view.others.length > 0 &&
    ui.box({
      title: t.others,
      content: ui.bullets(
        view.others.map((p) => {
          const { from, to } = p.period
          // A title that names its years says them already.
          const years = !named(locale, p).includes(String(to.year)) && t.period(from.year, to.year)
          return html`<a href="${publicPages(locale, p.slug).programme}">${told(locale, p)}</a>${
            years && html` <span class="soft">${years}</span>`
          }`
        }),
      ),
    })
  )
}
