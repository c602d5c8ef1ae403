import type { RefusalValues } from '../../../kernel/refusal.ts'
import type { Overridable } from '../../../legal-time/rule.ts'
import type { LawRefusal } from '../types.ts'

export type LawTexts = {
  readonly title: string
  readonly lead: string
  readonly columns: {
    readonly rule: string
    readonly law: string
    readonly city: string
    readonly source: string
    readonly verified: string
    readonly inForce: string
  }
  readonly since: (date: string) => string
  readonly until: (date: string) => string
  readonly waiting: string
  readonly overridable: Readonly<Record<Overridable, string>>
  readonly acts: {
    readonly title: string
    readonly lead: string
    readonly number: string
    readonly name: string
    readonly date: string
    readonly state: string
    readonly inForce: string
    readonly notYet: string
    readonly lost: (date: string) => string
    readonly successor: (number: string) => string
  }
  readonly set: {
    readonly title: string
    readonly value: string
    readonly valueHint: string
    readonly from: string
    readonly to: string
    readonly toHint: string
    readonly reason: string
    readonly reasonHint: string
    readonly decision: string
    readonly decisionHint: string
    readonly submit: string
    readonly done: string
  }
  readonly withdraw: {
    readonly title: string
    readonly reason: string
    readonly submit: string
    readonly done: string
  }
  readonly calculator: {
    readonly title: string
    readonly submit: string
  }
  readonly refusals: Readonly<Record<LawRefusal, (values: RefusalValues) => string>>
}
