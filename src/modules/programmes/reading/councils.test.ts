/** Texts of many councils in the layouts that their sites give them, each read to its last line. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseProgramme } from './parse.ts'
import { type ReadingJson, toJson } from './to-json.ts'

const SAMPLES = new URL('../../../../test/fixtures/programmes/', import.meta.url)
const EXPECTED = new URL('../../../../test/fixtures/programme-expectations/', import.meta.url)

/** What a person who reads the text would write down of it. */
function gist(r: ReadingJson) {
  const { body, kind, number, date, sitting, convocation, appendix } = r.act
  return {
    title: r.title,
    period: r.period,
    act: [body, kind, number, date, sitting, convocation, appendix],
    total: r.total?.uah ?? null,
    passport: r.passport.map((p) => `${p.number ?? '–'} ${p.key}: ${p.value ?? '–'}`),
    aim: r.aim?.text ?? null,
    tasks: r.tasks.map((t) => t.text),
    measures: r.measures.map((m) => [
      `${m.number ?? '–'} ${m.text}`,
      m.executors.join('; '),
      `${m.term.raw} (${m.term.recurrence.kind})`,
      m.funding.map((f) => `${f.year ?? '–'} ${f.source ?? '–'} ${f.uah}`).join('; '),
      m.fundingNote ?? '',
      m.expectedResult ?? '',
    ]),
    funding: r.funding.map((f) => `${f.year ?? '–'} ${f.source ?? '–'} ${f.uah}`),
    results: r.expectedResults.map((t) => t.text),
    reports: r.control.flatMap((c) =>
      c.reports.map(({ recurrence: { kind, byDay, by } }) => [kind, byDay ?? by ?? null]),
    ),
    signatory: r.signatory ? `${r.signatory.position} / ${r.signatory.name}` : null,
    amendments: r.amendments.map((a) => [
      a.action,
      a.points.join(),
      a.measures.map((m) => m.text).join(' | ') || null,
    ]),
    findings: r.findings.map((f) => `${f.lines.join('–')} ${f.code}`),
    notUnderstood: r.notUnderstood.map((n) => n.text),
  }
}

for (const file of readdirSync(EXPECTED)) {
  const name = file.replace(/json$/, 'txt')
  test(`${name} is read as a person would read it`, () => {
    const reading = parseProgramme({ name, bytes: readFileSync(new URL(name, SAMPLES)) })
    assert.deepEqual(
      JSON.parse(JSON.stringify(gist(toJson(reading)))),
      JSON.parse(readFileSync(new URL(file, EXPECTED), 'utf8')),
    )
  })
}
