/** Parts of a city as tiles where no outline of them is known: the greater the figure, the darker the tile. */
import { type Html, html } from '../../kernel/html.ts'
import { figure, type Locale } from '../../kernel/texts.ts'
import { words } from '../words.ts'

export type Tile = { label: string; value: number; href?: string }

export type TileMapOptions = { locale: Locale; caption: string; tiles: readonly Tile[] }

const STEPS = 4

/** The figure and the name stand in each tile, so it is its own table. */
export function tileMap({ locale, caption, tiles }: TileMapOptions): Html {
  if (tiles.length === 0) return html`<p class="soft">${words(locale).table.nothing}</p>`
  const most = Math.max(1, ...tiles.map((t) => t.value))
  const step = (value: number) => (value <= 0 ? 0 : Math.max(1, Math.ceil((value / most) * STEPS)))
  return html`<figure class="chart"><figcaption>${caption}</figcaption><ul class="tiles">${tiles.map(
    (t) =>
      html`<li class="heat-${step(t.value)}"><b class="num">${figure(locale, t.value)}</b> <span>${
        t.href === undefined ? t.label : html`<a href="${t.href}">${t.label}</a>`
      }</span></li>`,
  )}</ul></figure>`
}
