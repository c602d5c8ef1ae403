/** A durable public write: guests register for an event, each acknowledged after the commit, at 64 connections. */
import type pg from 'pg'
import { load, type Target } from './load.ts'
import { openRegistration } from './rows.ts'
import type { Row } from './table.ts'

/** @param server whose address is its root */
export async function registrations(pool: pg.Pool, server: Target): Promise<Row> {
  const target = { ...server, url: server.url + (await openRegistration(pool)) }
  const guests = { connections: 64, guests: true, status: 303 } as const
  // What is asked often is compiled by then.
  await load(target, guests)
  const measured = await load(target, guests)
  return {
    what: 'registrations for an event, acknowledged after the commit',
    value: measured.perSecond,
    unit: 'per s',
    budget: { atLeast: 2_000 },
    facts: { p99: measured.p99, 'CPU ms': measured.cpuMs },
  }
}
