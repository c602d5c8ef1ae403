/** Findings on chapters: how they are numbered, headings that differ from the title. */
import type { BeforeFindings } from '../findings.ts'
import { findYears } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { roman } from '../text/numerals.ts'
import type { Chapter, Finding } from '../types.ts'
import { finding } from './finding.ts'

function value(number: string): { value: number; style: 'roman' | 'arabic' } | null {
  if (/^\d+$/.test(number)) return { value: Number(number), style: 'arabic' }
  const v = roman(fold(number))
  return v === null ? null : { value: v, style: 'roman' }
}

export function chapterNumbers(chapters: readonly Chapter[]): readonly Finding[] {
  const numbered = chapters
    .filter((c) => c.level === 1 && c.number !== null && c.kind !== 'passport')
    .flatMap((c) => {
      const v = value(c.number!)
      return v ? [{ ...v, chapter: c }] : []
    })
  const out: Finding[] = []
  const styles = new Set(numbered.map((n) => n.style))
  if (styles.size === 2) {
    const fewer =
      numbered.filter((n) => n.style === 'roman').length <= numbered.length / 2 ? 'roman' : 'arabic'
    const odd = numbered.find((n) => n.style === fewer)!
    const usual = numbered.find((n) => n.style !== fewer)!
    out.push(
      finding(
        'chapter_numbering',
        odd.chapter.headingLines,
        { odd: `${odd.chapter.number}`, usual: `${usual.chapter.number}`, kind: 'styles' },
        { action: 'renumber', value: odd.value },
      ),
    )
  }
  for (let i = 1; i < numbered.length; i++) {
    const before = numbered[i - 1]!
    const here = numbered[i]!
    if (here.value === before.value + 1 || here.value === 1) continue
    out.push(
      finding(
        'chapter_numbering',
        here.chapter.headingLines,
        { odd: `${here.chapter.number}`, usual: `${before.value + 1}`, kind: 'order' },
        { action: 'renumber', value: before.value + 1 },
      ),
    )
  }
  return out
}

/** Words of a title that carry its meaning, by their stems. */
function stems(text: string): readonly string[] {
  return fold(text)
    .replace(/[^\p{L}\d\s-]/gu, ' ')
    .split(/[\s]+/)
    .filter((w) => w.length > 4 && !/^(?:програм|рок|основн|заход|реалізац|викон|перелік|щодо)/.test(w))
    .map((w) => w.slice(0, 6))
}

export function differingHeadings(r: BeforeFindings): readonly Finding[] {
  if (!r.title) return []
  const own = stems(r.title)
  return r.chapters.flatMap((c) => {
    if (c.kind !== 'measures' && c.kind !== 'passport') return []
    const words = stems(c.heading)
    const shared = words.filter((w) => own.includes(w)).length
    if (words.length < 5 || shared < 3) return []
    const missing = own.filter((w) => !words.includes(w))
    const years = findYears(fold(c.heading))
    const titleYears = findYears(fold(r.title!))
    const otherYears = years && titleYears && (years.to !== titleYears.to || years.from !== titleYears.from)
    if ((missing.length === 0 || c.kind === 'passport') && !otherYears) return []
    const dropped = r.title!.split(/\s+/).filter((w) =>
      missing.includes(
        fold(w)
          .replace(/[^\p{L}\d-]/gu, '')
          .slice(0, 6),
      ),
    )
    return [
      finding(
        'heading_differs',
        c.headingLines,
        { number: c.number ?? '', heading: c.heading, dropped: dropped.join(' ') },
        { action: 'use_title', value: r.title! },
      ),
    ]
  })
}
