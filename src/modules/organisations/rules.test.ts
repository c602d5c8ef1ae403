import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from '../../kernel/civil-date.ts'
import { asId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { noticesOf } from './rules/body.ts'
import { readContact } from './rules/contact.ts'
import { checkDigitFits, isPersonCode, withLeadingZeros } from './rules/edrpou.ts'
import { NO_FACTS, readField } from './rules/fields.ts'
import { checkMapping, guessColumns, kindOfWords, readRow } from './rules/import-list.ts'
import { kindOfLegalForm, legalFormOfName } from './rules/legal-forms.ts'
import { holdsOn, leadsByPost } from './rules/officer.ts'
import { ofItsKind } from './rules/organisation.ts'
import { districtAt, readOutline } from './rules/outline.ts'
import { isSamePerson, isWholeName } from './rules/person.ts'
import { isForbiddenHeading, isMembership, personalTrace } from './rules/personal.ts'
import { coreOfName, mergedFacts, questionsOf } from './rules/twins.ts'

describe('codes of legal entities', () => {
  for (const code of [
    '14360570',
    '00032129',
    '04061783',
    '31316718',
    '37193071',
    '43220851',
    '43395033',
    '34644701',
    '04052206',
    '26510514',
    '13576977',
    '40195208',
  ])
    test(`${code} has a fitting check digit, and no other last digit fits`, () => {
      assert.ok(checkDigitFits(code))
      const fitting = [...'0123456789'].filter((d) => checkDigitFits(code.slice(0, 7) + d))
      assert.deepEqual(fitting, [code.at(-1)])
    })

  test('exactly one last digit fits any seven', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (n) => {
        const stem = String(n).padStart(7, '0')
        // Of a block that ends at a border of the two tables the digits may fall under both.
        const fitting = [...'0123456789'].filter((d) => checkDigitFits(stem + d))
        return fitting.length === 1 || n === 3_000_000 || n === 5_999_999 || n === 6_000_000
      }),
    ))

  test('what is no code is none; zeros that a spreadsheet ate come back', () => {
    assert.equal(checkDigitFits('1436057'), false)
    assert.equal(withLeadingZeros('32129'), '00032129')
    assert.equal(withLeadingZeros('12346'), '12346')
    assert.ok(isPersonCode('1234567890') && !isPersonCode('14360570'))
  })
})

describe('what is never kept', () => {
  for (const text of [
    'Члени: Петренко Іван Іванович',
    'Прихожанка Сидоренко О. П. веде хор',
    'Список учасників – Коваль Марія Степанівна',
  ])
    test(text, () => assert.equal(personalTrace(text)?.refused, 'personal_member'))
  test('a person’s tax number', () =>
    assert.equal(personalTrace('РНОКПП 1234567890')?.refused, 'personal_code'))
  for (const text of [
    'Допомога дітям і молоді',
    'Члени правління обираються на п’ять років',
    'Залучення учасників до толок',
    'Тел. 0463123456',
  ])
    test(`${text}: stays`, () => assert.equal(personalTrace(text), null))
  for (const [post, membership] of [
    ['член партії', true],
    ['Прихожанин', true],
    ['член правління', false],
    ['Голова', false],
  ] as const)
    test(`${post} as a post`, () => assert.equal(isMembership(post), membership))
  for (const [heading, forbidden] of [
    ['ПІБ члена', true],
    ['Дата народження керівника', true],
    ['Партійність', true],
    ['РНОКПП', true],
    ['Кількість членів', false],
    ['Керівник', false],
    ['Віросповідання', false],
  ] as const)
    test(`${heading} as a column`, () => assert.equal(isForbiddenHeading(heading), forbidden))
})

describe('values of fields', () => {
  for (const [field, typed, value] of [
    ['edrpou', ' 1436 0570', '14360570'],
    ['katottg', 'ua74040250010023991', 'UA74040250010023991'],
    ['registeredOn', '01.03.2025', '2025-03-01'],
    ['name', '  Назва \n у два рядки ', 'Назва у два рядки'],
    ['purpose', '', null],
  ] as const)
    test(`${field}: ${typed}`, () => assert.equal(readField(field, typed), value))
  for (const [field, typed, code] of [
    ['edrpou', '1234', 'not_edrpou'],
    ['edrpou', '1234567890', 'person_code'],
    ['kind', 'king', 'not_a_choice'],
    ['name', '  ', 'required'],
    ['name', 'x'.repeat(501), 'too_long'],
    ['districtId', 'center', 'not_an_id'],
  ] as const)
    test(`${field}: ${typed.slice(0, 12)} is refused`, () => {
      const read = readField(field, typed)
      assert.ok(isRefusal(read) && read.refused === code)
    })
  test('a charity has no confession and no territory of a committee', () => {
    const facts = ofItsKind({ ...NO_FACTS, kind: 'charity', confessionId: 'x', territory: 'y' })
    assert.deepEqual([facts.confessionId, facts.territory], [null, null])
  })
  for (const [kind, typed, value] of [
    ['site', 'example.org', 'https://example.org'],
    ['email', 'A@B.example', 'a@b.example'],
    ['phone', '+380 (46) 312-34-56', '+380 (46) 312-34-56'],
  ] as const)
    test(`contact ${typed}`, () => assert.equal(readContact(kind, typed), value))
  for (const [kind, typed] of [
    ['site', 'javascript:alert(1)'],
    ['email', 'ніхто'],
    ['phone', 'дзвоніть'],
  ] as const)
    test(`no contact: ${typed}`, () => assert.ok(isRefusal(readContact(kind, typed))))
})

describe('names that may be one', () => {
  for (const [a, b, same] of [
    ['Громадська організація «Мрія»', 'ГО "Мрія"', true],
    ['Благодійний фонд «Мрія»', 'Благодійна організація "МРІЯ"', true],
    ['Спілка жінок Ніжина', 'Спілка жінок Києва', false],
  ] as const)
    test(`${a} / ${b}`, () => assert.equal(coreOfName(a, 'ngo') === coreOfName(b, 'ngo'), same))
  test('branches of one party differ by what stands outside the quotes', () =>
    assert.notEqual(
      coreOfName('Міська організація партії «Лад»', 'partyBranch'),
      coreOfName('Обласна організація партії «Лад»', 'partyBranch'),
    ))
  test('only what differs is asked; what one side lacks comes from the other', () => {
    const kept = { ...NO_FACTS, name: 'А', purpose: 'П' }
    const gone = { ...NO_FACTS, name: 'Б', shortName: 'б', purpose: 'П' }
    assert.deepEqual(questionsOf(kept, gone), ['name'])
    assert.deepEqual(mergedFacts(kept, gone, []), { ...NO_FACTS, name: 'А', shortName: 'б', purpose: 'П' })
    assert.equal(mergedFacts(kept, gone, ['name']).name, 'Б')
  })
})

test('who held a post on a day, both ends included', () => {
  const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
  for (const [from, until, ended, on, held] of [
    ['2025-01-01', '2025-01-31', false, '2025-01-01', true],
    ['2025-01-01', '2025-01-31', false, '2025-01-31', true],
    ['2025-01-01', '2025-01-31', false, '2025-02-01', false],
    ['2025-01-01', null, false, '2024-12-31', false],
    [null, null, false, '1990-01-01', true],
    [null, null, true, '2025-01-01', false],
  ] as const)
    assert.equal(
      holdsOn({ from: day(from), until: day(until), ended }, day(on)!),
      held,
      `${from} ${until} ${on}`,
    )
})

test('a leader is known by the post', () => {
  for (const [post, leads] of [
    ['Голова правління', true],
    ['в.о. голови', true],
    ['В. о. директора', true],
    ['Голова ревізійної комісії', false],
    ['Бухгалтер', false],
    ['Настоятель', true],
  ] as const)
    assert.equal(leadsByPost(post), leads, post)
})

describe('a list from a table', () => {
  test('columns are guessed, remembered, and never those about members', () => {
    const headings = [
      '№',
      'Повна назва',
      'Код ЄДРПОУ',
      'ПІБ керівника',
      'Посада керівника',
      'ПІБ членів',
      'Район',
    ]
    assert.deepEqual(guessColumns(headings, new Map()), [
      null,
      'name',
      'edrpou',
      'leader',
      'leaderPost',
      null,
      'district',
    ])
    assert.deepEqual(guessColumns(['Хто'], new Map([['хто', 'leader']])), ['leader'])
    assert.deepEqual(guessColumns(['Район'], new Map([['раион', '']])), [null])
  })
  test('a mapping without a name or with one field twice is refused', () => {
    const check = (columns: Parameters<typeof checkMapping>[0]['columns'], headings = ['а', 'б']) =>
      checkMapping({ columns, kind: null, contactAccess: 'office' }, headings).map((r) => r.refused)
    assert.deepEqual(check([null, null]), ['import_no_name', 'import_no_kind'])
    assert.deepEqual(check(['name', 'name']), ['import_no_kind', 'import_twice'])
    assert.deepEqual(check(['name', 'kind'], ['Назва', 'Партійність']), ['import_personal'])
  })
  test('a row says everything that is wrong with it at once', () => {
    const mapping = {
      columns: ['name', 'kind', 'edrpou', 'email'] as const,
      kind: null,
      contactAccess: 'office' as const,
    }
    const bad = readRow(['', 'клуб невідомий', '12', 'ні'], mapping)
    assert.deepEqual(Array.isArray(bad) && bad.map((r) => r.refused), [
      'row_no_kind',
      'not_edrpou',
      'row_no_name',
      'not_email',
    ])
    const good = readRow(
      ['Хор «Дзвони»', 'громадська організація', '14360570', 'a@b.example, c@d.example'],
      mapping,
    )
    assert.ok(!Array.isArray(good) && 'facts' in good)
    assert.deepEqual(good.facts, { name: 'Хор «Дзвони»', kind: 'ngo', edrpou: '14360570' })
    assert.equal(good.contacts.length, 2)
  })
  for (const [text, kind] of [
    ['Осередок політичної партії', 'partyBranch'],
    ['Релігійна громада', 'religiousCommunity'],
    ['Благодійний фонд', 'charity'],
    ['Квартальний комітет', 'selfOrganisationBody'],
    ['Профспілкова організація', 'tradeUnion'],
    ['щось', null],
  ] as const)
    test(`${text} as a kind`, () => assert.equal(kindOfWords(text), kind))
})

test('legal forms are known whatever their case', () => {
  assert.equal(legalFormOfName('ГРОМАДСЬКА ОРГАНІЗАЦІЯ'), '815')
  assert.equal(legalFormOfName("Об'єднання профспілок"), '835')
  assert.equal(legalFormOfName('Королівство'), null)
  assert.equal(kindOfLegalForm('845'), 'charity')
})

test('an outline is one polygon in degrees', () => {
  const ring = [
    [31.8, 51],
    [31.9, 51],
    [31.9, 51.1],
    [31.8, 51],
  ]
  const polygon = { type: 'Polygon', coordinates: [ring] }
  assert.deepEqual(readOutline(polygon), polygon)
  assert.deepEqual(
    readOutline({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] }),
    polygon,
  )
  for (const wrong of [
    null,
    {},
    { type: 'Point', coordinates: [1, 2] },
    { type: 'Polygon', coordinates: [ring.slice(0, 3)] },
    { type: 'Polygon', coordinates: [[...ring.slice(0, 3), [1, 1]]] },
    { type: 'Polygon', coordinates: [ring.map(([x, y]) => [x! * 1000, y])] },
  ])
    assert.ok(isRefusal(readOutline(wrong)))
})

test('a point lies in the district whose outline holds it, and in none where there is a hole', () => {
  const square = (from: number, to: number) => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ]
  const id = asId<'district'>('01890000-0000-7000-8000-000000000001')
  const outline = { type: 'Polygon', coordinates: [square(0, 10), square(4, 6)] } as const
  const at = (latitude: number, longitude: number, active = true) =>
    districtAt([{ id, active, outline }], latitude, longitude)
  assert.equal(at(1, 2), id)
  assert.equal(at(5, 5), null)
  assert.equal(at(11, 5), null)
  assert.equal(at(5, -1), null)
  assert.equal(at(1, 2, false), null)
})

test('a person is asked for by surname and first name', () => {
  assert.ok(isWholeName('Коваль Марія') && !isWholeName('Коваль'))
  assert.ok(isSamePerson('марія коваль', 'Коваль Марія Степанівна'))
  assert.ok(!isSamePerson('Коваль Марія', 'Ковальчук Марія'))
})

describe('what the office should notice of a committee', () => {
  const today = Temporal.PlainDate.from('2026-03-01')
  const body = {
    kind: 'selfOrganisationBody',
    state: 'active',
    termFrom: '2021-03-01',
    termUntil: '2027-03-01',
  }
  for (const [facts, about] of [
    [{ ...body, reportedOn: '2025-03-02' }, []],
    [{ ...body, reportedOn: '2025-02-28' }, ['reportDue']],
    [{ ...body, reportedOn: null }, ['reportDue']],
    [{ ...body, termUntil: '2026-02-28', reportedOn: '2026-01-01' }, ['termOver']],
    [{ ...body, termUntil: '2026-03-01', reportedOn: '2026-01-01' }, []],
    [{ ...body, kind: 'ngo', reportedOn: null }, []],
    [{ ...body, state: 'terminated', reportedOn: null }, []],
  ] as const)
    test(`${JSON.stringify(facts)}`, () =>
      assert.deepEqual(
        noticesOf(facts, today, 1).map((n) => n.about),
        about,
      ))
})
