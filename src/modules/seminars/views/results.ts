/** What a test gave, before and after, as counts only. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { SeminarTest, StageResult, TestQuestion } from '../types.ts'

type Results = { readonly before: StageResult; readonly after: StageResult }

export function resultTable(locale: Locale, test: SeminarTest, results: Results): Html {
  const t = texts[locale].test
  if (results.before.answers + results.after.answers === 0) return html``
  return html`<h3>${t.results}</h3>${ui.facts([
    { term: t.columns.before, detail: standing(locale, test, results.before) },
    { term: t.columns.after, detail: standing(locale, test, results.after) },
  ])}${(results.before.counts || results.after.counts) && test.questions.map((q, i) => question(locale, q, i, results))}`
}

function standing(locale: Locale, test: SeminarTest, { answers, average }: StageResult): string {
  const t = texts[locale].test
  const scored = test.questions.filter((q) => q.correct.length > 0).length
  if (answers === 0) return t.answered(0)
  if (average === null) return `${t.answered(answers)}; ${t.few}`
  return `${t.answered(answers)}; ${t.average(figure(locale, Math.round(average * 10) / 10), scored)}`
}

function question(locale: Locale, q: TestQuestion, i: number, results: Results): Html {
  const t = texts[locale].test
  const count = (result: StageResult, option: number) => result.counts?.[i]?.[option] ?? '–'
  return ui.table<number>({
    locale,
    caption: `${i + 1}. ${q.text}`,
    narrow: 'keep',
    rows: q.options.map((_, option) => option),
    columns: [
      {
        label: t.columns.option,
        rowHeader: true,
        cell: (o) => html`${q.options[o]}${q.correct.includes(o) && html` ${ui.tag(t.right, 'done')}`}`,
      },
      { label: t.columns.before, cell: (o) => count(results.before, o), numeric: true },
      { label: t.columns.after, cell: (o) => count(results.after, o), numeric: true },
    ],
  })
}
