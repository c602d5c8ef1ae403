/** Reads of what the catalogue says of itself. It writes one setting, through the platform. */
import { CITY_ZONE, type CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Db } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { readSetting } from '../../platform/settings.ts'
import type { DataDates, Publisher, PublisherInput } from './types.ts'

export const NO_PUBLISHER: PublisherInput = { unit: null, email: null, koatuu: null }

export async function publisherInput(db: Db): Promise<PublisherInput> {
  return (await readSetting(db, 'openData.publisher')) ?? NO_PUBLISHER
}

export async function publisherOf(db: Db, house: House): Promise<Publisher> {
  const { city, baseUrl } = house
  const own = await publisherInput(db)
  return {
    name: city.council,
    city: city.name,
    edrpou: city.edrpou,
    katottg: city.katottg,
    koatuu: own.koatuu,
    unit: own.unit,
    email: own.email ?? city.email,
    baseUrl,
  }
}

/** Every change of public facts is in the record, so its last entry is the last change of the data. */
export async function dataDates(db: Db, today: CivilDate): Promise<DataDates> {
  const instance = await readSetting(db, 'instance')
  const made = instance ? Temporal.Instant.from(instance.madeAt) : null
  const last = await db
    .selectFrom('audit_entries')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const modified = last?.at ?? made ?? today.toZonedDateTime(CITY_ZONE).toInstant()
  const issued = made ? made.toZonedDateTimeISO(CITY_ZONE).toPlainDate() : today
  return { issued, modified, asOf: today }
}
