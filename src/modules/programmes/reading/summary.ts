/** The reading in a few readable lines, for a terminal. */
import { money } from '../../../kernel/texts.ts'
import type { ReadingTexts } from './texts/shape.ts'
import type { Reading } from './types.ts'

function years(r: Reading, none: string): string {
  if (!r.period) return none
  const { from, to } = r.period
  return from === null || from === to ? String(to) : `${from}–${to}`
}

export function summarise(r: Reading, texts: ReadingTexts): string {
  const s = texts.summary
  const act = [r.act.body, r.act.kind, r.act.number ? `№ ${r.act.number}` : null, r.act.date?.toString()]
    .filter((p) => p)
    .join(', ')
  const rows: string[] = [
    `${s.title}: ${r.title ?? s.none}`,
    `${s.period}: ${years(r, s.none)}`,
    `${s.act}: ${act === '' ? s.none : act}`,
    `${s.passport}: ${r.passport.length}`,
    `${s.total}: ${r.total ? money('uk', r.total.uah) : s.none}`,
    `${s.tasks}: ${r.tasks.length}`,
    `${s.measures}: ${r.measures.length}`,
  ]
  for (const m of r.measures) {
    rows.push(`  ${m.number ?? '–'} ${m.text}`)
    rows.push(
      `      ${m.executors.map((e) => e.name).join('; ') || s.noExecutor} · ${m.term.raw || s.noTerm}`,
    )
  }
  rows.push(`${s.results}: ${r.expectedResults.length}`, `${s.rules}: ${r.control.length}`)
  rows.push(
    `${s.signed}: ${r.signatory ? `${r.signatory.position ?? ''} ${r.signatory.name}`.trim() : s.none}`,
  )
  rows.push(`${s.findings}: ${r.findings.length}`)
  for (const f of r.findings)
    rows.push(`  [${f.code}] ${texts.findings[f.code](f.values)} (${s.lines} ${f.lines[0]}–${f.lines[1]})`)
  rows.push(`${s.notUnderstood}: ${r.notUnderstood.length}`)
  for (const p of r.notUnderstood)
    rows.push(`  ${p.lines[0]}–${p.lines[1]}: ${p.text.slice(0, 120).replace(/\s+/g, ' ')}`)
  return `${rows.join('\n')}\n`
}
