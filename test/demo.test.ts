/** The demonstration as a visitor of any day of a year finds it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstYear, loadDemonstration } from '../demo/load.ts'
import { civilDate, previousQuarter, quarterOf, quarterPeriod, Temporal } from '../src/kernel/civil-date.ts'
import { recentEvidence, yearRibbon } from '../src/modules/duties/index.ts'
import { moneySummary } from '../src/modules/money/index.ts'
import { programmes } from '../src/modules/programmes/index.ts'
import { latestPublished, reportsOfQuarter } from '../src/modules/reports/index.ts'
import { modules } from '../src/modules.ts'
import { contextOf, transact } from '../src/platform/context.ts'
import { freshDatabase } from '../src/platform/database/test-database.ts'
import { connect } from '../src/platform/db.ts'

for (const text of ['2026-01-02', '2026-03-31', '2026-07-01'])
  test(`on ${text} there are duties done and to do, evidence of these weeks, money, published reports and a report to read`, async () => {
    // With all of them what follows from an act follows.
    assert.ok(modules.length > 0)
    const database = await freshDatabase()
    const { db, close } = connect(database.url, { max: 2 })
    try {
      const today = Temporal.PlainDate.from(text)
      const noon = today.toZonedDateTime({ timeZone: 'Europe/Kyiv', plainTime: '12:00' }).toInstant()
      await transact(contextOf(db, { kind: 'system', job: 'test' }, noon), (tx) =>
        loadDemonstration(tx, 'http://viche.test'),
      )
      const running = (await programmes(db)).find((p) => p.state === 'active')
      assert.ok(running)
      const ribbon = await yearRibbon(db, running.id, today.year, today)
      const sum = (of: 'fulfilled' | 'open') => ribbon.reduce((n, row) => n + row.year[of], 0)
      assert.ok(sum('open') > 0 || today.month === 12, 'to do')
      const first = civilDate(firstYear(today), 1, 1)
      const done = (await yearRibbon(db, running.id, first.year, today)).reduce(
        (n, r) => n + r.year.fulfilled,
        0,
      )
      assert.ok(done > 0, 'done')
      const [latest] = await recentEvidence(db, running.id, 1)
      assert.ok(
        latest && latest.happened.to.until(today, { largestUnit: 'days' }).days <= 45,
        `${latest?.happened.to}`,
      )
      assert.ok((await moneySummary(db, running.id, first.year)).plan > 0)
      assert.ok((await latestPublished(db, running.id, 5)).length > 0, 'published')
      const last = previousQuarter(quarterOf(today))
      const standing = await reportsOfQuarter(db, running.id, last, today)
      if (quarterPeriod(last).to.until(today).days > 10)
        assert.ok(new Set(standing.map((r) => r.state)).size > 1, 'some accepted, some not')
      else assert.ok(standing.length > 0)
    } finally {
      await close()
      await database.drop()
    }
  })
