/** The year as a woven band: measures by quarters. */
import type { Quarter, QuarterNumber } from '../../../kernel/civil-date.ts'
import type { Html } from '../../../kernel/html.ts'
import { type Locale, ROMAN } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { asked, type RibbonOfYear } from '../../duties/index.ts'
import { homeTexts } from '../texts/index.ts'
import { named } from './shared.ts'

const QUARTERS: readonly QuarterNumber[] = [1, 2, 3, 4]

export function yearRibbonOf(
  locale: Locale,
  view: {
    readonly rows: RibbonOfYear
    readonly year: number
    readonly current: Quarter | null
    readonly hrefOf: (number: string, id: string) => string
  },
): Html {
  const t = homeTexts[locale].ribbon
  const words = ui.words(locale).states
  return ui.ribbon({
    locale,
    caption: t.caption(view.year),
    head: t.head,
    columns: QUARTERS.map((n) => ({
      label: ROMAN[n],
      title: t.quarter(n, view.year),
      current: view.current?.quarter === n,
    })),
    rows: view.rows.map(({ measure, quarters }) => ({
      number: measure.number,
      label: named(locale, measure),
      href: view.hrefOf(measure.number, measure.id),
      cells: quarters.map(({ counts, state }) => ({
        state,
        label: t.cell(words[state], counts.fulfilled, asked(counts)),
      })),
    })),
  })
}
