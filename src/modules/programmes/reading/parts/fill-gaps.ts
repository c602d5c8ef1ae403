/** What no chapter says may stand in the passport or in the table of measures. */
import { fold, withoutBullet } from '../text/fold.ts'
import type { PassportItem, PassportKey, TextWithLines } from '../types.ts'
import type { Draft } from './body.ts'
import { fundingOfPassport } from './passport-funding.ts'

export function fillGaps(body: Draft): void {
  fromPassport(body)
  fromMeasures(body)
  if (body.funding.length === 0) body.funding = fundingOfPassport(body.passport)
}

/** Where no chapter speaks of the aim, the tasks or the results, the passport may. */
function fromPassport(body: Draft): void {
  const item = (key: PassportKey) => body.passport.find((p) => p.key === key && p.value !== null)
  const goal = item('goal')
  if (goal) body.aim ??= { text: goal.value!, lines: goal.lines }
  if (body.tasks.length === 0) body.tasks = itemsIn(item('tasks'))
  if (body.expectedResults.length === 0) body.expectedResults = itemsIn(item('expectedResults'))
}

/** «– навчання депутатів; – підтримка рад» */
function itemsIn(item: PassportItem | undefined): readonly TextWithLines[] {
  return (item?.value ?? '')
    .split(/;\s+/)
    .map((t) => withoutBullet(t))
    .flatMap((text) => (text === '' || !item ? [] : [{ text, lines: item.lines }]))
}

/** Where no chapter lists the tasks or the results, the table of measures does. */
function fromMeasures(body: Draft): void {
  if (body.tasks.length === 0)
    body.tasks = distinct(
      body.measures.flatMap((m) =>
        m.task && m.taskLines && !/^[ivxlі]+[.)]/.test(fold(m.task))
          ? [{ text: m.task, lines: m.taskLines }]
          : [],
      ),
    )
  if (body.expectedResults.length === 0)
    body.expectedResults = distinct(body.measures.flatMap((m) => m.expectedResult ?? []))
}

function distinct(texts: readonly TextWithLines[]): readonly TextWithLines[] {
  const first = new Map<string, TextWithLines>()
  for (const t of texts) if (!first.has(fold(t.text))) first.set(fold(t.text), t)
  return [...first.values()]
}
