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
export function moneyBar({
  locale,
  caption,
  captionHidden,
  planned,
  committed,
  spent,
  bare,
}: MoneyBarOptions): Html {
  const w = words(locale).money
  const used = kopiykas(spent + committed)
  const left = kopiykas(planned - used)
  const whole = Math.max(planned, used)
  if (whole === 0) return html`<p class="soft">${caption}: ${w.nothing}</p>`
  const part = (amount: number) => Math.round((amount / whole) * 10000) / 100
  const share = (amount: number) => (planned === 0 ? '–' : `${Math.round((amount / planned) * 100)} %`)
  const told = `${caption}. ${w.planned}: ${money(locale, planned)}. ${w.spent}: ${money(locale, spent)}. ${w.committed}: ${money(locale, committed)}. ${
    left < 0 ? w.over : w.left
  }: ${money(locale, kopiykas(Math.abs(left)))}.`
  const line = (kind: string, label: string, amount: Kopiykas) =>
    html`<tr class="${kind}"><th scope="row">${kind !== '' && html`<svg class="key" viewBox="0 0 12 12" aria-hidden="true"><rect class="${kind}" width="12" height="12"/></svg>`}${label}</th><td class="n">${money(
      locale,
      amount,
    )}</td><td class="n">${share(amount)}</td></tr>`
  return html`<figure class="money"><figcaption${attributes({ class: captionHidden && 'sr' })}>${caption}</figcaption><svg class="money-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${told}"><rect class="left" width="100" height="10"/><rect class="spent" width="${part(
    spent,
  )}" height="10"/><rect class="committed" x="${part(spent)}" width="${part(committed)}" height="10"/>${
    left < 0 && html`<rect class="over" x="${part(planned)}" width="${part(-left)}" height="10"/>`
  }</svg>${
    bare !== true &&
    html`<table class="money-table"><caption class="sr">${caption}</caption><thead><tr><th scope="col">${hidden(w.kind)}</th><th scope="col">${hidden(w.amount)}</th><th scope="col">${hidden(w.share)}</th></tr></thead><tbody>${line(
      '',
      w.planned,
      planned,
    )}${line('spent', w.spent, spent)}${line('committed', w.committed, committed)}${
      left < 0 ? line('over', w.over, kopiykas(-left)) : line('left', w.left, left)
    }</tbody></table>`
  }</figure>`
}
