/** How a rule says no: by a code and its figures. The sentence is found in a module's texts. */

export type RefusalValues = Readonly<Record<string, string | number>>

export type Refusal<Code extends string = string> = {
  readonly refused: Code
  /** Name of the form field the refusal belongs to; none when it concerns the whole. */
  readonly field?: string
  readonly values?: RefusalValues
}

export function refuse<const Code extends string>(
  refused: Code,
  values?: RefusalValues,
  field?: string,
): Refusal<Code> {
  return { refused, ...(field === undefined ? {} : { field }), ...(values === undefined ? {} : { values }) }
}

export function isRefusal(value: unknown): value is Refusal {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { refused?: unknown }).refused === 'string'
  )
}

/** Takes the value of a rule, or throws `Refused` with its refusal. Called by actions, never by rules. */
export function accept<T>(value: T | Refusal | readonly Refusal[]): Exclude<T, Refusal> {
  if (isRefusal(value)) throw new Refused([value])
  if (Array.isArray(value) && value.length > 0 && value.every(isRefusal)) throw new Refused(value)
  return value as Exclude<T, Refusal>
}

/** The verb cannot be done: wrong state, wrong figures. Shown beside the form at 422. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[]
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((r) => r.refused).join(', '))
    this.name = 'Refused'
    this.refusals = refusals
  }
}
