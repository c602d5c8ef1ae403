/** The texts of the reading in both languages have this shape. */
import type { UnreadableReason } from '../source/unreadable.ts'
import type { Finding, FindingCode } from '../types.ts'

export type Values = Finding['values']
export type ReadingTexts = {
  readonly findings: Readonly<Record<FindingCode, (v: Values) => string>>
  readonly unreadable: Readonly<
    Record<UnreadableReason, { readonly reason: string; readonly remedy: string }>
  >
  readonly cli: {
    readonly usage: string
    readonly noFile: (file: string) => string
    readonly cannotOpen: (file: string, code: string) => string
    readonly unreadable: (file: string, reason: string, remedy: string) => string
  }
  readonly summary: Readonly<
    Record<
      | 'title'
      | 'period'
      | 'act'
      | 'total'
      | 'passport'
      | 'tasks'
      | 'measures'
      | 'results'
      | 'rules'
      | 'signed'
      | 'findings'
      | 'notUnderstood'
      | 'none'
      | 'noTerm'
      | 'noExecutor'
      | 'lines',
      string
    >
  >
}
