/** What legal time says to people, in one shape for both languages. */
import type { CivilDate } from '../../kernel/civil-date.ts'
import type { RuleKey } from '../data/rules.ts'
import type { Explanation } from '../explanation.ts'
import type { LegalRule } from '../rule.ts'
import type { ResolvedRule } from '../rules.ts'
import type { Source, Verified } from '../source.ts'
import type { YearOfWork } from '../year.ts'

export type LegalTimeTexts = {
  readonly ruleNames: Readonly<Record<RuleKey, string>>
  /** How far a source was checked, as a clause. */
  readonly verified: Readonly<Record<Verified, string>>
  /** `ст. 254 ЦК України`. */
  readonly cite: (source: Source) => string
  /** One sentence with the arithmetic. */
  readonly sentence: (explanation: Explanation) => string
  /** `не пізніш як за 10 робочих днів`: a value of the rule, the law's or a city's. */
  readonly value: (rule: Pick<LegalRule, 'bound' | 'unit'>, value: number) => string
  readonly rule: (resolved: ResolvedRule, name: string) => string
  readonly ruleNotInForce: (name: string, key: string, date: CivilDate) => string
  readonly year: (year: YearOfWork) => string
  readonly cli: {
    readonly usage: string
    readonly noVerb: (verb: string | undefined, verbs: readonly string[]) => string
    readonly unknownOption: (option: string, known: readonly string[]) => string
    readonly needsValue: (option: string, right: string) => string
    readonly takesNoValue: (option: string) => string
    readonly missing: (option: string, right: string) => string
    readonly wrong: (option: string, value: string, right: string) => string
    readonly oneOf: (options: readonly string[], given: readonly string[]) => string
    readonly extra: (value: string) => string
    readonly unknownRule: (key: string, near: readonly string[]) => string
    readonly right: {
      readonly date: string
      readonly year: string
      readonly count: string
      readonly rule: string
    }
  }
}
