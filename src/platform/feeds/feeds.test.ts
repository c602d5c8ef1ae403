import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { civilDate, Temporal } from '../../kernel/civil-date.ts'
import { atomFeed } from './atom.ts'
import { escaped, folded, iCalendar } from './icalendar.ts'

const at = Temporal.Instant.from('2026-11-24T10:00:00Z')

describe('iCalendar', () => {
  for (const [name, text, expected] of [
    ['comma, semicolon, backslash', 'a,b;c\\d', 'a\\,b\\;c\\\\d'],
    ['line breaks of any kind', 'a\r\nb\rc\nd', 'a\\nb\\nc\\nd'],
    ['colon and quotes stay', '«4.4: "так"»', '«4.4: "так"»'],
    ['control characters become blanks', 'a\u0000\tb', 'a  b'],
  ] as const)
    test(`escapes ${name}`, () => assert.equal(escaped(text), expected))

  test('a line of 75 octets stays, one of 76 is folded', () => {
    assert.equal(folded('x'.repeat(75)), 'x'.repeat(75))
    assert.equal(folded('x'.repeat(76)), `${'x'.repeat(75)}\r\n x`)
  })

  test('whatever the text: lines of at most 75 octets, whole characters, and unfolding gives it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const line = raw.replace(/[\r\n]/g, '')
        const parts = folded(line).split('\r\n')
        for (const [i, part] of parts.entries()) {
          assert.ok(Buffer.byteLength(part) <= 75)
          if (i > 0) assert.ok(part.startsWith(' '))
          assert.equal(Buffer.from(part).toString('utf8'), part)
        }
        assert.equal(parts.map((p, i) => (i === 0 ? p : p.slice(1))).join(''), line)
      }),
    )
  })

  test('an event is a whole day, and every line ends with CRLF', () => {
    const text = iCalendar({
      name: 'Строки',
      madeAt: at,
      events: [
        {
          uid: 'a@viche.test',
          when: { days: { from: civilDate(2026, 12, 31), to: civilDate(2026, 12, 31) } },
          summary: '4.4 Дні інформування, щоквартально',
          description: 'Чому: кінець року',
          url: 'https://viche.test/programmes/p/measures/4.4',
        },
      ],
    })
    const lines = text.split('\r\n')
    assert.deepEqual(lines.slice(lines.indexOf('BEGIN:VEVENT')).slice(0, 6), [
      'BEGIN:VEVENT',
      'UID:a@viche.test',
      'DTSTAMP:20261124T100000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:4.4 Дні інформування\\, щоквартально',
    ])
    assert.ok(text.endsWith('END:VCALENDAR\r\n') && !/[^\r]\n/.test(text))
  })
})

test('an Atom feed is well-formed whatever stands in it', () => {
  const nasty = '<script>&"\u0007 «Ніжин» ]]>'
  const text = atomFeed({
    id: 'urn:x',
    title: nasty,
    self: 'https://viche.test/evidence.atom?a=1&b=2',
    site: 'https://viche.test/evidence',
    lang: 'uk',
    author: nasty,
    updated: at,
    entries: [
      {
        id: 'urn:uuid:1',
        title: nasty,
        href: 'https://viche.test/evidence/1',
        published: at,
        updated: at,
        summary: nasty,
        author: nasty,
        category: 'event',
      },
    ],
  })
  const names: string[] = []
  let titles = ''
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => names.push(tag.name))
  parser.on('text', (t) => {
    if (names.at(-1) === 'title') titles += t
  })
  parser.on('error', (error) => assert.fail(error.message))
  parser.write(text).close()
  assert.equal(names.filter((n) => n === 'entry').length, 1)
  assert.ok(!names.includes('script'))
  assert.ok(titles.includes('<script>&" «Ніжин» ]]>'))
})
