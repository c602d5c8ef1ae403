/**
 * `npm run bench -- register [RECORDS]`: an export of the state register, invented, through the product's own command.
 * With two million records it writes 4 GB into the temporary folder and takes some minutes.
 */
import { openSync, readSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { searchRegister } from '../src/modules/register/actions/search.ts'
import { readerOf } from '../src/modules/register/source/records.ts'
import { besideDatabase } from '../src/platform/database/beside.ts'
import { copyIn, copyOut } from '../src/platform/database/copy.ts'
import { openDatabase } from '../src/platform/database/open.ts'
import { SILENT } from '../src/platform/log.ts'
import { newDataFolder } from '../test/battery/program.ts'
import { importOnce, writeFile } from '../test/battery/t12-import.ts'
import { inventedRecord, type RegisterFile } from '../test/factories/register-xml.ts'
import type { Row } from './table.ts'

const CHUNK = 1 << 20
const PARSED_BYTES = 400 * 1024 * 1024
const ROUNDS = 5
const QUESTIONS = 1_000

export async function benchRegister(records: number): Promise<readonly Row[]> {
  const folder = await newDataFolder()
  const file: RegisterFile = { generation: 3, kind: 'uo', count: records, damageEach: 10_000 }
  const path = join(folder, 'UO_25.11.2026.xml')
  try {
    const size = writeFile(path, file)
    return [...parsing(path, size), ...(await importing(path, size, folder)), ...(await asking(folder, file))]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same bytes, read and decoded to text, and read into records; in turns, the middle of each. */
function parsing(path: string, size: number): Row[] {
  const bytes = Math.min(size, PARSED_BYTES)
  const decode: number[] = []
  const parse: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const decoder = new TextDecoder('windows-1251')
    decode.push(throughput(path, bytes, (chunk) => void decoder.decode(chunk, { stream: true })))
    const reader = readerOf({ tag: 'SUBJECT', encoding: 'windows-1251' }, 0)
    parse.push(throughput(path, bytes, (chunk) => void reader.read(chunk, false)))
  }
  const [decoding, reading] = [middle(decode), middle(parse)]
  return [
    {
      what: 'register: records read, as a share of pure decoding',
      value: reading / decoding,
      unit: '×',
      budget: { atLeast: 0.6 },
      facts: { 'MB/s': reading, 'decoding MB/s': decoding },
    },
  ]
}

function throughput(path: string, bytes: number, take: (chunk: Buffer) => void): number {
  const file = openSync(path, 'r')
  const memory = Buffer.allocUnsafeSlow(CHUNK)
  const began = performance.now()
  for (let at = 0; at < bytes; at += CHUNK) take(memory.subarray(0, readSync(file, memory, 0, CHUNK, at)))
  return bytes / 1e6 / ((performance.now() - began) / 1000)
}

const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

async function importing(path: string, size: number, folder: string): Promise<Row[]> {
  const env = { VICHE_DATA: folder, VICHE_DEMO: 'off' }
  const first = await importOnce(path, env, null)
  const again = await importOnce(path, env, null)
  const copy = await withRegister(folder, (_house, url) => copied(url))
  const facts = { 'MB/s': size / 1e6 / (first.ms / 1000) }
  return [
    { what: 'register: whole import', value: first.ms / 1000, unit: 's', budget: { atMost: 300 }, facts },
    { what: '  most memory held', value: first.peakMb, unit: 'MB', budget: { atMost: 300 } },
    { what: '  COPY of the same rows, with the same indexes', value: copy / 1000, unit: 's' },
    { what: '  the import beside it', value: first.ms / copy, unit: '×' },
    { what: '  the same file again, nothing changed', value: again.ms / 1000, unit: 's' },
  ]
}

/** The rows as they lie in the register, copied into a table like theirs. */
async function copied(url: string): Promise<number> {
  const [from, to] = [new pg.Client(url), new pg.Client(url)]
  await Promise.all([from.connect(), to.connect()])
  try {
    await to.query(`set maintenance_work_mem = '256MB'`)
    await to.query('create table copied (like register_entities)')
    const began = performance.now()
    await copyIn(to, 'copy copied from stdin', copyOut(from, 'copy register_entities to stdout'))
    await to.query('alter table copied add primary key (ref)')
    await to.query(`create index on copied using gin (register_words(normal)) where kind is not null`)
    await to.query(`create index on copied using gin (register_words(normal)) where kind is null`)
    const ms = performance.now() - began
    await to.query('drop table copied')
    return ms
  } finally {
    await Promise.all([from.end(), to.end()])
  }
}

async function withRegister<T>(
  dataDir: string,
  work: (house: { readonly register: ReturnType<typeof besideDatabase> }, url: string) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ databaseUrl: null, dataDir }, 'bench', SILENT)
  const name = 'viche_register'
  const register = besideDatabase({ name, folder: 'register', url: null, cityUrl: database.url, dataDir })
  const url = new URL(database.url)
  url.pathname = `/${name}`
  try {
    return await work({ register }, url.href)
  } finally {
    await register.close()
    await database.close()
  }
}

function asking(folder: string, file: RegisterFile): Promise<Row[]> {
  return withRegister(folder, async (house, url) => {
    const times: number[] = []
    for (let n = 0; n < QUESTIONS + 100; n++) {
      const question = questionOf(file, n)
      const began = performance.now()
      await searchRegister(house, question, 20)
      if (n >= 100) times.push(performance.now() - began)
    }
    await tellPlan(url)
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.floor(times.length * share)]!
    return [
      {
        what: `register: search among ${file.count.toLocaleString('en')}, p99`,
        value: at(0.99),
        unit: 'ms',
        budget: { atMost: 150 },
        facts: { p50: at(0.5), p90: at(0.9), most: times.at(-1)! },
      },
    ]
  })
}

/** Whole names, two words in another order, the beginning of one word, a code, a town with a word. */
function questionOf(file: RegisterFile, n: number): string {
  const one = inventedRecord(file, (n * 7_919) % file.count)
  const words = one.name.replace(/["«»]/g, '').split(' ')
  switch (n % 5) {
    case 0:
      return one.name
    case 1:
      return words.slice(-2).reverse().join(' ').toLowerCase()
    case 2:
      return words.at(-1)!.slice(0, 6)
    case 3:
      return one.edrpou
    default:
      return `${one.town} спілка ${words.at(-1)}`
  }
}

async function tellPlan(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, buffers off, timing off) select ref from register_entities
     where kind is not null and register_words(normal) @@ $$'ніжин':* & 'ветеран':*$$::tsquery limit 1000`,
  )
  process.stdout.write(`${rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n')}\n`)
  await client.end()
}
