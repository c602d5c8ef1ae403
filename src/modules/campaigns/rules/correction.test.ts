import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asId } from '../../../kernel/ids.ts'
import { correctionsOf, type Registered, type Typed, wrongWith } from './correction.ts'

const one = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const registered: Registered = {
  id: asId(one(1)),
  kind: 'ngo',
  version: 3,
  fields: {
    name: 'ГО «Зелене місто»',
    shortName: null,
    nameEn: null,
    edrpou: '14360570',
    purpose: 'Озеленення',
    territory: null,
    termUntil: null,
  },
  officers: [{ id: asId(one(2)), name: 'Олена Вигадана', post: 'голова', leads: true, from: null }],
  contacts: [{ id: asId(one(3)), kind: 'phone', value: '+38 046 300-00-01', access: 'office' }],
  directions: [asId(one(4))],
}
const consent = { on: '2027-01-20', ref: 'Звірка реєстру 2027 року' }

function typed(change: Partial<Typed> = {}): Typed {
  return {
    fields: {
      name: 'ГО «Зелене місто»',
      shortName: null,
      nameEn: null,
      edrpou: '14360570',
      purpose: 'Озеленення',
    },
    ended: [],
    endedOn: null,
    officer: { name: null, post: null, from: null, leads: false },
    gone: [],
    contacts: [],
    directions: [asId(one(4))],
    consent: false,
    ...change,
  }
}

test('what was left as it stands is no correction', () => {
  assert.deepEqual(correctionsOf(registered, typed(), consent), [])
})

const cases: readonly [string, Partial<Typed>, unknown[]][] = [
  [
    'a name',
    { fields: { name: 'ГО «Зелений Ніжин»' } },
    [{ what: 'field', field: 'name', value: 'ГО «Зелений Ніжин»' }],
  ],
  ['blanks of the hand', { fields: { name: ' ГО  «Зелене місто» ' } }, []],
  ['a code taken away', { fields: { edrpou: null } }, [{ what: 'field', field: 'edrpou', value: null }]],
  ['a territory of one that has none', { fields: { territory: 'вул. Гоголя' } }, []],
  [
    'a head who left, and the new one',
    {
      ended: [asId(one(2))],
      endedOn: '2026-12-01',
      officer: { name: 'Петро Уявний', post: 'голова', from: '2026-12-02', leads: true },
    },
    [
      { what: 'officerEnded', officerId: one(2), until: '2026-12-01' },
      { what: 'officerAdded', name: 'Петро Уявний', post: 'голова', leads: true, from: '2026-12-02' },
    ],
  ],
  [
    'the head whom the registry knows',
    { officer: { name: 'олена вигадана', post: 'Голова', from: null, leads: true } },
    [],
  ],
  ['an officer of somebody else', { ended: [asId(one(9))] }, []],
  [
    'a contact in the place of another',
    {
      gone: [asId(one(3))],
      contacts: [{ kind: 'phone', value: '+38 046 300-00-02', access: 'public' }],
    },
    [
      { what: 'contactRemoved', contactId: one(3) },
      { what: 'contactAdded', kind: 'phone', value: '+38 046 300-00-02', access: 'public' },
    ],
  ],
  [
    'a person’s own telephone',
    { consent: true, contacts: [{ kind: 'phone', value: '+38 067 000-00-00', access: 'private' }] },
    [
      {
        what: 'contactAdded',
        kind: 'phone',
        value: '+38 067 000-00-00',
        access: 'private',
        consentOn: '2027-01-20',
        consentRef: 'Звірка реєстру 2027 року',
      },
    ],
  ],
  [
    'the telephone that is there',
    { contacts: [{ kind: 'phone', value: '+38 046 300-00-01', access: 'public' }] },
    [],
  ],
  ['no directions', { directions: [] }, [{ what: 'directions', ids: [] }]],
]
for (const [name, change, expected] of cases)
  test(`a correction: ${name}`, () => {
    const whole = typed(change)
    const fields = change.fields ? { ...typed().fields, ...change.fields } : whole.fields
    assert.deepEqual(correctionsOf(registered, { ...whole, fields }, consent), expected)
  })

test('everything that is wrong is said at once', () => {
  const wrong = wrongWith(
    typed({
      fields: { name: ' ' },
      officer: { name: 'Петро Уявний', post: null, from: null, leads: false },
      contacts: [{ kind: 'email', value: 'own@example.org', access: 'private' }],
    }),
  )
  assert.deepEqual(
    wrong.map((r) => [r.refused, r.field]),
    [
      ['name_needed', 'orgName'],
      ['officer_post_needed', 'officerPost'],
      ['consent_needed', 'consent'],
    ],
  )
})

test('a correction that was accepted is no correction any more', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (name, purpose) => {
      const after = { ...typed(), fields: { ...typed().fields, name: `О${name}`, purpose } }
      const changes = correctionsOf(registered, after, consent)
      const fields = { ...registered.fields }
      for (const c of changes)
        if (c.what === 'field' && c.field in fields) fields[c.field as 'name'] = c.value
      assert.deepEqual(correctionsOf({ ...registered, fields }, after, consent), [])
    }),
  )
})
