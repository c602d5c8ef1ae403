/** Short forms of the battery, run with every change. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Outcome } from './battery/outcome.ts'
import { ledger } from './battery/t2-kill.ts'
import { fuzz } from './battery/t9-fuzz.ts'
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
