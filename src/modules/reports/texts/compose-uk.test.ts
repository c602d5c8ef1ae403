import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDate } from '../../../kernel/civil-date.ts'
import type { EvidenceFact } from '../types.ts'
import { composeResult } from './compose-uk.ts'

const fact = (over: Partial<EvidenceFact> = {}): EvidenceFact => ({
  kind: 'event',
  title: 'День інформування',
  from: civilDate(2026, 10, 12),
  to: civilDate(2026, 10, 12),
  place: null,
  participants: null,
  organisations: [],
  result: null,
  cost: null,
  ...over,
})

const table: readonly [string, readonly EvidenceFact[], string][] = [
  ['nothing', [], ''],
  ['one bare event', [fact()], 'Проведено захід: «День інформування» (12 жовтня).'],
  [
    'place, one person, result without a full stop',
    [fact({ place: 'вул. Шевченка', participants: 1, result: 'Поставлено 17 запитань' })],
    'Проведено захід: «День інформування» (12 жовтня, вул. Шевченка). Участь взяла 1 особа. Результат: Поставлено 17 запитань.',
  ],
  [
    'several, in order of days, with totals and organisations counted once',
    [
      fact({
        title: 'Другий',
        from: civilDate(2026, 11, 9),
        to: civilDate(2026, 11, 9),
        participants: 102,
        organisations: ['А', 'Б'],
      }),
      fact({ title: 'Перший', participants: 112, organisations: ['А', 'В', 'Г', 'Ґ'] }),
    ],
    'Проведено 2 заходи: «Перший» (12 жовтня); «Другий» (9 листопада). Участь взяли 214 осіб і 5 організацій.',
  ],
  [
    'days of one month and over two months',
    [
      fact({ to: civilDate(2026, 10, 14) }),
      fact({ title: 'Виставка', from: civilDate(2026, 10, 30), to: civilDate(2026, 11, 2) }),
    ],
    'Проведено 2 заходи: «День інформування» (12–14 жовтня); «Виставка» (30 жовтня – 2 листопада).',
  ],
  [
    'kinds apart',
    [
      fact({ kind: 'sitting', title: 'Громадська рада' }),
      fact({ kind: 'publication', title: 'Новини «Вісті»' }),
    ],
    'Проведено засідання: «Громадська рада» (12 жовтня). Оприлюднено матеріал: «Новини „Вісті“» (12 жовтня).',
  ],
  [
    'many are counted',
    Array.from({ length: 7 }, (_, i) =>
      fact({ title: `№ ${i + 1}`, from: civilDate(2026, 10, i + 1), to: civilDate(2026, 10, i + 1) }),
    ),
    'Проведено 7 заходів: «№ 1» (1 жовтня); «№ 2» (2 жовтня); «№ 3» (3 жовтня); «№ 4» (4 жовтня); «№ 5» (5 жовтня) та ще 2.',
  ],
]

for (const [name, facts, text] of table) {
  test(`a result is composed: ${name}`, () => {
    assert.equal(composeResult(facts), text)
  })
}
