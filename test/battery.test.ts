/** Short forms of the battery, run with every change. */
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import { freshDatabase } from '../src/platform/database/test-database.ts'
import { Outcome } from './battery/outcome.ts'
import { newDataFolder } from './battery/program.ts'
import { ledger } from './battery/t2-kill.ts'
import { fuzz } from './battery/t9-fuzz.ts'
import { bombs } from './battery/t11-bombs.ts'
import { killedAndResumed } from './battery/t12-import.ts'
import { run as falsify } from './battery/t13-record.ts'
import { matrix } from './battery/t15-access.ts'
import { testApp } from './factories/app.ts'

test('every route refuses whom its policy refuses, and what comes from elsewhere', async () => {
  const app = await testApp()
  const outcome = new Outcome('T15')
  try {
    await matrix(app, outcome)
  } finally {
    await app.drop()
  }
  assert.deepEqual(outcome.failures, [])
})

test('hostile input meets no 5xx, no hang and no stack', async () => {
  const app = await testApp()
  const outcome = new Outcome('T9')
  try {
    await fuzz(app, outcome, 3_000, 60_000)
  } finally {
    await app.drop()
  }
  assert.deepEqual(outcome.failures, [])
})

test('nothing acknowledged is lost when the program, the database and both are killed', async () => {
  const outcome = new Outcome('T2')
  // The time is the battery's matter: this machine may be busy with other tests.
  await ledger(outcome, 3, 20_000)
  assert.deepEqual(outcome.failures, [])
})

test('a checker in another language finds each of 298 falsifications', async () => {
  assert.equal(await falsify(), 0)
})

test('bombs and damaged files of the state register are refused, or read within bounds', async () => {
  const outcome = new Outcome('T11')
  const folder = await newDataFolder()
  await bombs(outcome, folder, { large: 68 * 1024 * 1024, timed: false })
  await rm(folder, { recursive: true, force: true })
  assert.deepEqual(outcome.failures, [])
})

test('an import of the state register that is killed ends as if nothing had been', async () => {
  const outcome = new Outcome('T12')
  const folder = await newDataFolder()
  const [city, register] = [await freshDatabase(), await freshDatabase({ empty: true })]
  const env = { VICHE_DATA: folder, DATABASE_URL: city.url, REGISTER_DATABASE_URL: register.url }
  await killedAndResumed(outcome, folder, env, 20_000, [50])
  await Promise.all([city.drop(), register.drop(), rm(folder, { recursive: true, force: true })])
  assert.deepEqual(outcome.failures, [])
})
