import { attributes, type Html, html } from '../../kernel/html.ts'
import { type Kopiykas, kopiykas } from '../../kernel/money.ts'
import { type Locale, money } from '../../kernel/texts.ts'
import { hidden } from '../content.ts'
import { words } from '../words.ts'

export type MoneyBarOptions = {
  locale: Locale
  caption: string
  planned: Kopiykas
  /** By contract, not yet paid. */
  committed: Kopiykas
  /** Paid. */
  spent: Kopiykas
  /** The caption is only read out: the bar stands under a heading that says it. */
  captionHidden?: boolean
  /** Without the table, where the figures stand beside it anyway. */
  bare?: boolean
}

/** Planned money as a bar, with what is spent, bound by contract and left; the figures as a table under it. */
export function moneyBar(options: MoneyBarOptions): Html {
  const { locale, caption, planned, committed, spent } = options
  const w = words(locale).money
  const left = kopiykas(planned - spent - committed)
  const whole = Math.max(planned, spent + committed)
  if (whole === 0) return html`<p class="soft">${caption}: ${w.nothing}</p>`
  const lines: readonly Line[] = [
    { kind: 'planned', label: w.planned, amount: planned },
    { kind: 'spent', label: w.spent, amount: spent },
    { kind: 'committed', label: w.committed, amount: committed },
    left < 0
      ? { kind: 'over', label: w.over, amount: kopiykas(-left) }
      : { kind: 'left', label: w.left, amount: left },
  ]
  const told = lines.map((line) => `${line.label}: ${money(locale, line.amount)}`).join('. ')
  const part = (amount: number) => Math.round((amount / whole) * 10000) / 100
  return html`<figure class="money"><figcaption${attributes({ class: options.captionHidden && 'sr' })}>${caption}</figcaption>
<svg class="money-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${caption}. ${told}.">
<rect class="left" width="100" height="10"/><rect class="spent" width="${part(spent)}" height="10"/>
<rect class="committed" x="${part(spent)}" width="${part(committed)}" height="10"/>
${left < 0 && html`<rect class="over" x="${part(planned)}" width="${part(-left)}" height="10"/>`}</svg>${
    options.bare !== true && sums(locale, caption, lines, planned)
  }</figure>`
}

type Line = { kind: 'planned' | 'spent' | 'committed' | 'left' | 'over'; label: string; amount: Kopiykas }

function sums(locale: Locale, caption: string, lines: readonly Line[], planned: Kopiykas): Html {
  const w = words(locale).money
  const share = (amount: Kopiykas) => (planned === 0 ? '–' : `${Math.round((amount / planned) * 100)} %`)
  const key = (kind: Line['kind']) =>
    kind !== 'planned' &&
    html`<svg class="key" viewBox="0 0 12 12" aria-hidden="true"><rect class="${kind}" width="12" height="12"/></svg>`
  return html`<table class="money-table"><caption class="sr">${caption}</caption>
<thead><tr>${[w.kind, w.amount, w.share].map((head) => html`<th scope="col">${hidden(head)}</th>`)}</tr></thead>
<tbody>${lines.map(
    ({
      kind,
      label,
      amount,
    }) => html`<tr${attributes({ class: kind === 'over' && kind })}><th scope="row">${key(kind)}${label}</th>
<td class="n">${money(locale, amount)}</td><td class="n">${share(amount)}</td></tr>`,
  )}</tbody></table>`
}
