/** Public addresses of reports, without the language. */
import type { PublicLine } from '../store/published.ts'

export function addressOf(line: Pick<PublicLine, 'kind' | 'slug' | 'year' | 'quarter' | 'unitId'>): string {
  const base = `/programmes/${line.slug}/reports`
  if (line.kind === 'final') return `${base}/final`
  const period = line.quarter === null ? `${line.year}` : `${line.year}/${line.quarter}`
  return line.unitId === null ? `${base}/${period}` : `${base}/${period}/${line.unitId}`
}
