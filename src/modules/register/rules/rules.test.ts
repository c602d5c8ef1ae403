import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from '../../../kernel/civil-date.ts'
import { stateOf } from '../reading/entity.ts'
import { formInName, kindOfForm } from '../reading/forms.ts'
import { normalForm } from '../reading/normal.ts'
import { leadersOf } from '../reading/people.ts'
import { placeOf } from '../reading/place.ts'
import { readableName } from '../reading/readable.ts'
import type { KnownOrganisation, RegisterEntity } from '../types.ts'
import { cityBeginnings } from './city-words.ts'
import { compare, coreOf, isSamePerson } from './difference.ts'
import { queryOf, stemOf } from './query.ts'
import { merged } from './same.ts'

const cities: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['Ніжин', ['НІЖИНСЬКА', 'Ніжина', 'у Ніжині'], ['Нижній']],
  ['Київ', ['Києва', 'КИЇВСЬКА'], ['Кивачі']],
  ['Чернігів', ['Чернігова', 'ЧЕРНІГІВСЬКИЙ'], ['Чернівці']],
  ['Прилуки', ['ПРИЛУЦЬКА', 'Прилук', 'у Прилуках'], ['Прилад']],
  ['Бровари', ['Броварська', 'Броварів'], ['Бровчук']],
  ['Біла Церква', ['Біла Церква'], ['Біла Криниця']],
]
for (const [city, found, other] of cities)
  test(`${city} is known by its words in all forms`, () => {
    const beginnings = cityBeginnings(normalForm(city))
    const speaksOf = (text: string) => {
      const words = ` ${normalForm(text)}`
      return beginnings.some((one) => words.includes(` ${one}`))
    }
    for (const text of found) assert.ok(speaksOf(text), text)
    for (const text of other) assert.ok(!speaksOf(text), text)
  })

const states = [
  ['зареєстровано', 'registered'],
  ['ЗАРЕЄСТРОВАНО, СВІДОЦТВО НЕДІЙСНЕ', 'registered'],
  ['в стані припинення', 'inTermination'],
  ['припинено', 'terminated'],
  ['порушено справу про банкрутство', 'bankruptcy'],
  ['скасовано', 'terminated'],
  ['на розгляді', 'other'],
] as const
for (const [text, state] of states)
  test(`the state «${text}» is ${state}`, () => assert.equal(stateOf(text), state))

const forms = [
  ['ГРОМАДСЬКА ОРГАНІЗАЦІЯ', 'ngo'],
  ['Громадська спілка', 'ngoUnion'],
  ["СПІЛКА ОБ'ЄДНАНЬ ГРОМАДЯН", 'ngoUnion'],
  ['Структурне утворення політичної партії', 'partyBranch'],
  ['РЕЛІГІЙНА ОРГАНІЗАЦІЯ', 'religiousCommunity'],
  ['ПРОФСПІЛКА', 'tradeUnion'],
  ["ОБ'ЄДНАННЯ ПРОФСПІЛОК", 'tradeUnionAssociation'],
  ['ТВОРЧА СПІЛКА', 'creativeUnion'],
  ['БЛАГОДІЙНА ОРГАНІЗАЦІЯ', 'charity'],
  ['ОРГАНІЗАЦІЯ РОБОТОДАВЦІВ', 'employersOrganisation'],
  ['ОРГАН САМООРГАНІЗАЦІЇ НАСЕЛЕННЯ', 'selfOrganisationBody'],
  ["ОБ'ЄДНАННЯ СПІВВЛАСНИКІВ БАГАТОКВАРТИРНОГО БУДИНКУ", 'other'],
  ['ТОВАРИСТВО З ОБМЕЖЕНОЮ ВІДПОВІДАЛЬНІСТЮ', null],
  ['АДВОКАТСЬКЕ ОБ’ЄДНАННЯ', null],
] as const
for (const [form, kind] of forms)
  test(`the form «${form}» is of the kind ${kind}`, () => assert.equal(kindOfForm(form), kind))

test('without a form the name’s beginning says it', () => {
  assert.equal(formInName('БЛАГОДІЙНИЙ ФОНД «ПРИКЛАД»'), 'БЛАГОДІЙНИЙ ФОНД')
  assert.equal(formInName('ТОВ «ПАРТІЯ ЗЕРНА»'), null)
})

const people = [
  ['КОВАЛЕНКО ОЛЕНА ІВАНІВНА - керівник', 'Коваленко Олена Іванівна', 'керівник', null],
  ["МАР'ЯНЧУК-ҐАЛАҐАН ІВАН - підписант (з 12.03.2019)", "Мар'янчук-Ґалаґан Іван", 'підписант', '2019-03-12'],
  ['Шевчук Оксана Петрівна', 'Шевчук Оксана Петрівна', 'керівник', null],
] as const
for (const [text, name, role, since] of people)
  test(`who signs: «${text}»`, () => assert.deepEqual(leadersOf([text]), [{ name, role, since }]))
test('what is no person’s name is not kept', () =>
  assert.deepEqual(leadersOf(['ТОВ «ПРИКЛАД» - засновник', '1234567890', '']), []))

test('a place is a district and a town, never a street', () => {
  assert.equal(
    placeOf('16600, Чернігівська обл., Ніжинський р-н, місто Ніжин, вул. Довга, будинок 1', ''),
    'Чернігівська обл., Ніжинський р-н, місто Ніжин',
  )
  assert.equal(placeOf('', 'СПІЛКА НІЖИНСЬКОГО РАЙОНУ'), 'Ніжинський район')
})

const readable = [
  ['ГРОМАДСЬКА ОРГАНІЗАЦІЯ "ВЕТЕРАНИ НІЖИНА"', 'Громадська організація «Ветерани Ніжина»'],
  ["НІЖИНСЬКА СПІЛКА ЗДОРОВ'Я УКРАЇНИ", 'Ніжинська спілка здоров’я України'],
  ['Спілка «Друзі»', 'Спілка «Друзі»'],
] as const
for (const [name, wanted] of readable)
  test(`«${name}» is read as «${wanted}»`, () => assert.equal(readableName(name, ['ніжин']), wanted))

const questions = [
  ['12345', { kind: 'code', code: '00012345' }],
  ['31716728', { kind: 'code', code: '31716728' }],
  ['«»', { kind: 'empty' }],
] as const
for (const [text, wanted] of questions)
  test(`the question «${text}»`, () => assert.deepEqual(queryOf(text, normalForm(text)), wanted))
test('words of forms are left out unless they are all that was typed', () => {
  const of = (text: string) => {
    const query = queryOf(text, normalForm(text))
    return query.kind === 'words' ? [query.tsquery, query.wide] : null
  }
  assert.deepEqual(of('громадська організація Ніжинські ветерани'), ["'ніжин':* & 'ветеран':*", false])
  assert.deepEqual(of('громадська організація'), ["'громадска' & 'організація'", true])
})
test('a word is cut to its beginning, never to nothing', () => {
  for (const [word, stem] of [
    ['ніжинска', 'ніжин'],
    ['спілкою', 'спілк'],
    ['рід', 'рід'],
    ['зоря', 'зоря'],
  ] as const)
    assert.equal(stemOf(word), stem)
})

const persons = [
  ['Коваленко О. І.', 'Коваленко Олена Іванівна', true],
  ['Олена Коваленко', 'Коваленко Олена', true],
  ['Коваленко Олена', 'Коваленко Оксана', false],
  ['Шевчук Іван', 'Коваленко Іван', false],
] as const
for (const [a, b, same] of persons)
  test(`${a} ${same ? 'is' : 'is not'} ${b}`, () => assert.equal(isSamePerson(a, b), same))

test('a name is the same but for form, quotes, case and order of words', () =>
  assert.equal(coreOf('ГО «Ветерани Ніжина»'), coreOf('ГРОМАДСЬКА ОРГАНІЗАЦІЯ "НІЖИНА ВЕТЕРАНИ"')))

const entity = (over: Partial<RegisterEntity>): RegisterEntity => ({
  ref: 'fsu:31000001',
  source: 'fsu',
  record: '1',
  edrpou: '31000001',
  name: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ «ПРИКЛАД НІЖИНА»',
  shortName: null,
  form: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ',
  kind: 'ngo',
  branch: null,
  state: 'registered',
  stateText: 'зареєстровано',
  registration: null,
  registeredOn: null,
  purpose: null,
  place: null,
  leaders: [{ name: 'Коваленко Олена Іванівна', role: 'керівник', since: null }],
  exportedOn: Temporal.PlainDate.from('2026-11-24'),
  ...over,
})
const known = (over: Partial<KnownOrganisation>): KnownOrganisation => ({
  organisationId: 'a',
  edrpou: '31000001',
  name: 'ГО «Приклад Ніжина»',
  state: 'active',
  leaders: ['Коваленко О. І.'],
  ref: null,
  ...over,
})
const compared: readonly (readonly [
  string,
  Partial<KnownOrganisation> | null,
  Partial<RegisterEntity>,
  readonly string[],
])[] = [
  ['the same', {}, {}, []],
  ['not ours', null, {}, ['new']],
  ['not ours and ended', null, { state: 'terminated' }, []],
  ['another name', {}, { name: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ «ІНШИЙ ПРИКЛАД»' }, ['renamed']],
  ['another head', { leaders: ['Шевчук Іван'] }, {}, ['officerChanged']],
  [
    'only a signatory is named',
    { leaders: [] },
    { leaders: [{ name: 'А Б', role: 'підписант', since: null }] },
    [],
  ],
  ['ending', {}, { state: 'inTermination' }, ['inTermination']],
  ['ending, as we know', { state: 'terminating' }, { state: 'inTermination' }, []],
  ['ended', { leaders: ['Шевчук Іван'] }, { state: 'terminated' }, ['terminated']],
  ['found by name', { edrpou: null }, { edrpou: null }, []],
  ['linked by hand', { edrpou: null, name: 'Зовсім інша', ref: 'fsu:31000001' }, {}, ['renamed']],
]
for (const [what, ours, theirs, kinds] of compared)
  test(`${what}: ${kinds.join(', ') || 'no difference'}`, () => {
    const one = entity(theirs)
    const answer = compare(ours === null ? [] : [known(ours)], [one], [one], ['ніжин'])
    assert.deepEqual(
      answer.differences.map((d) => d.kind),
      kinds,
    )
  })

test('of two namesakes neither is taken for ours', () => {
  const twins = [entity({ edrpou: null, ref: 'fsu:x' }), entity({ edrpou: null, ref: 'fsu:y' })]
  const answer = compare([known({ edrpou: null })], [], twins, [])
  assert.deepEqual([answer.links, answer.differences.map((d) => d.kind)], [[], ['new', 'new']])
})

test('one that stands in both files stands once, and ended is ended', () => {
  const both = [
    entity({}),
    entity({ ref: 'uo:31000001', source: 'uo', state: 'terminated', purpose: 'Мета' }),
  ]
  const [one, ...rest] = merged(both)
  assert.deepEqual(
    [one?.ref, one?.state, one?.purpose, rest.length],
    ['fsu:31000001', 'terminated', 'Мета', 0],
  )
})
