import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Temporal } from '../../../kernel/civil-date.ts'
import { kopiykas } from '../../../kernel/money.ts'
import { renderHtml } from '../../../platform/documents/index.ts'
import { newId } from '../../../platform/random.ts'
import type { City } from '../../../platform/settings.ts'
import { parseProgramme } from '../reading/index.ts'
import { compareProposals } from '../rules/compare.ts'
import { proposeFromReading } from '../rules/propose.ts'
import { renewedProposal } from '../rules/renewal.ts'
import { addMeasure, changeMeasure, dropMeasure } from '../rules/sections.ts'
import { amendingDecision, changeTexts } from './amending-decision.ts'
import { genitiveBody, genitiveName } from './programme-name.ts'

for (const [title, genitive] of [
  ['Програма співпраці з громадськістю', 'Програми співпраці з громадськістю'],
  ['Комплексна міська програма «Турбота»', 'Комплексної міської програми «Турбота»'],
  ['Турбота на 2026 рік', 'програми «Турбота на 2026 рік»'],
] as const)
  test(`genitive of «${title}»`, () => assert.equal(genitiveName(title), genitive))

for (const [body, genitive] of [
  ['Ніжинська міська рада', 'Ніжинської міської ради'],
  ['Чернігівська обласна рада', 'Чернігівської обласної ради'],
  ['Виконавчий комітет Ніжинської міської ради', 'Виконавчого комітету Ніжинської міської ради'],
] as const)
  test(`genitive of «${body}»`, () => assert.equal(genitiveBody(body), genitive))

const bytes = readFileSync(new URL('../../../../demo/nizhyn-2012-2015.txt', import.meta.url))
const { proposed } = proposeFromReading(parseProgramme({ name: 'nizhyn.txt', bytes }))
const renewed = renewedProposal(proposed, { from: 2026, to: 2029 })
const before = {
  ...renewed,
  measures: renewed.measures.map((m) => ({ ...m, measureId: newId<'measure'>() })),
}

const city: City = {
  name: { uk: 'Ніжин', en: 'Nizhyn' },
  council: { uk: 'Ніжинська міська рада', en: 'Nizhyn city council' },
  councilGenitive: 'Ніжинської міської ради',
  executive: { uk: 'Виконавчий комітет', en: 'Executive committee' },
  edrpou: null,
  katottg: null,
  address: null,
  email: null,
}

test('the amending decision tells each change as an act does, with its legal basis', () => {
  const added = addMeasure(dropMeasure(before, 'm5'))
  const changed = changeMeasure(
    changeMeasure(added.proposed, added.key, (m) => ({ ...m, text: 'Провести форум.', termRaw: '2027 рік' })),
    'm3',
    (m) => ({
      ...m,
      termRaw: 'До 1 липня 2027 року',
      funding: [{ year: 2027, source: 'місцевий бюджет', planned: kopiykas(450_000) }],
    }),
  )
  const after = { ...changed, period: { from: '2026-01-01', to: '2030-12-31' } }
  const changes = compareProposals(before, after)
  assert.deepEqual(
    changeTexts(changes).map((t) => t.replaceAll('\u00a0', ' ')),
    [
      'установити строк дії Програми: з 01.01.2026 по 31.12.2030',
      'пункт 4.3 викласти в такій редакції: «4.3. Розробити громадсько-політичний паспорт міста. Виконавці: відділ інформаційно-аналітичного забезпечення та комунікацій з громадськістю виконавчого комітету Ніжинської міської ради. Строк виконання: До 1 липня 2027 року. Обсяг фінансування: 2027 рік, місцевий бюджет – 4 500 грн»',
      'доповнити пунктом 4.21 такого змісту: «4.21. Провести форум. Строк виконання: 2027 рік»',
      'пункт 4.5 виключити',
    ],
  )
  const document = amendingDecision({
    city,
    demonstration: false,
    madeAt: Temporal.Instant.from('2026-03-01T08:00:00Z'),
    before,
    adopted: {
      body: 'Ніжинська міська рада',
      kind: 'рішення',
      number: '12-1/2026',
      date: '2026-01-15',
      sitting: null,
      convocation: null,
      appendix: null,
    },
    changes,
    decision: null,
  })
  assert.equal(document.draftMark, 'ПРОЄКТ')
  const text = renderHtml(document).toString()
  assert.match(text, /Про внесення змін до Програми співпраці/)
  assert.match(
    text,
    /пунктом 22 частини першої статті 26 Закону України «Про місцеве самоврядування в Україні»/,
  )
  assert.match(text, /відповідно до пункту 7\.3 Програми/)
  assert.match(text, /затвердженої рішенням Ніжинської міської ради від 15\.01\.2026 № 12-1\/2026/)
})
