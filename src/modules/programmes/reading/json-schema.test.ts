import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { jsonSchema, readingSchema } from './json-schema.ts'
import { parseProgramme } from './parse.ts'
import { en } from './texts/en.ts'
import { toJson } from './to-json.ts'

const FIXTURES = new URL('../../../../test/fixtures/programmes/', import.meta.url)
const PUBLISHED = new URL('../../../../docs/schema/programme-reading.schema.json', import.meta.url)

for (const name of readdirSync(FIXTURES)) {
  test(`what is printed for ${name} has the published shape, in both languages`, () => {
    const reading = parseProgramme({ name, bytes: readFileSync(new URL(name, FIXTURES)) })
    readingSchema.parse(JSON.parse(JSON.stringify(toJson(reading))))
    for (const json of [toJson(reading), toJson(reading, en)]) {
      for (const f of json.findings) assert.doesNotMatch(f.message, /undefined|null|NaN/, f.code)
    }
  })
}

test('the published JSON Schema is the one that the code has', () => {
  assert.deepEqual(JSON.parse(readFileSync(PUBLISHED, 'utf8')), JSON.parse(JSON.stringify(jsonSchema())))
})
