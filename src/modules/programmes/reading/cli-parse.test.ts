import assert from 'node:assert/strict'
import { readFile as readFromDisk } from 'node:fs/promises'
import { test } from 'node:test'
import { parseCommand } from './cli-parse.ts'

const FILE = new URL('../../../../test/fixtures/programmes/labels.txt', import.meta.url).pathname

async function run(
  args: readonly string[],
  readFile = (path: string): Promise<Uint8Array> => readFromDisk(path),
) {
  const out: string[] = []
  const err: string[] = []
  const code = await parseCommand(args, { readFile, stdout: (t) => out.push(t), stderr: (t) => err.push(t) })
  return { code, out: out.join(''), err: err.join('') }
}

test('--json prints one JSON value and nothing else', async () => {
  const { code, out, err } = await run([FILE, '--json'])
  assert.equal(code, 0)
  assert.equal(err, '')
  assert.equal(JSON.parse(out).measures.length, 3)
})

test('without a flag it is a summary for people, with --text the numbered lines', async () => {
  assert.match((await run([FILE])).out, /^Назва: Програма відкритого врядування/)
  assert.match((await run([FILE, '--text'])).out, /^1\tДодаток\n2\tдо рішення/)
})

test('an error names the file, the reason and the remedy, and leaves standard output empty', async () => {
  const missing = await run(['/немає/такого.txt', '--json'])
  assert.deepEqual([missing.code, missing.out], [1, ''])
  assert.match(missing.err, /такого\.txt: такого файлу немає/)
  const pdf = await run(['a.pdf', '--json'], () => Promise.resolve(new TextEncoder().encode('%PDF-1.7')))
  assert.deepEqual([pdf.code, pdf.out], [1, ''])
  assert.match(pdf.err, /a\.pdf: це PDF\. Відкрийте/)
})

test('wrong usage is told by its own code', async () => {
  for (const args of [[], ['a', 'b'], ['a', '--yaml']]) assert.equal((await run(args)).code, 2)
})
