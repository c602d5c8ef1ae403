/** What a test of the battery says at its end: a line that can be read by a program, and evidence as JSON. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const RESULTS = fileURLToPath(new URL('../../test-results', import.meta.url))

export class Outcome {
  readonly name: string
  readonly facts: Record<string, unknown> = {}
  readonly failures: string[] = []
  passed = 0

  constructor(name: string) {
    this.name = name
  }

  check(holds: boolean, otherwise: string): void {
    if (holds) this.passed += 1
    else this.failures.push(otherwise)
  }

  /** Prints and writes; gives the exit code. */
  finish(): number {
    mkdirSync(RESULTS, { recursive: true })
    const file = join(RESULTS, `${this.name}.json`)
    writeFileSync(
      file,
      `${JSON.stringify({ name: this.name, passed: this.passed, failed: this.failures.length, facts: this.facts, failures: this.failures }, null, 2)}\n`,
    )
    for (const failure of this.failures.slice(0, 20)) process.stdout.write(`  ✖ ${failure}\n`)
    for (const [name, value] of Object.entries(this.facts))
      process.stdout.write(`  ${name}: ${JSON.stringify(value)}\n`)
    process.stdout.write(`${this.passed} passed, ${this.failures.length} failed\n`)
    return this.failures.length === 0 ? 0 : 1
  }
}
