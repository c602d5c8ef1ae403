/** The form of the city. */
import { z } from 'zod'
import { line, optionalLine } from '../../kernel/inputs.ts'
import type { City } from '../../platform/settings.ts'

export const cityForm = z
  .strictObject({
    nameUk: line(100),
    nameEn: line(100),
    councilUk: line(200),
    councilEn: line(200),
    councilGenitive: line(200),
    executiveUk: line(200),
    executiveEn: line(200),
    edrpou: optionalLine(8).refine((t) => t === null || /^\d{8}$/.test(t), 'not_edrpou'),
    katottg: optionalLine(19).refine((t) => t === null || /^UA\d{17}$/.test(t), 'not_katottg'),
    address: optionalLine(300),
    email: optionalLine(254),
  })
  .transform(
    (f): City => ({
      name: { uk: f.nameUk, en: f.nameEn },
      council: { uk: f.councilUk, en: f.councilEn },
      councilGenitive: f.councilGenitive,
      executive: { uk: f.executiveUk, en: f.executiveEn },
      edrpou: f.edrpou,
      katottg: f.katottg,
      address: f.address,
      email: f.email,
    }),
  )

export type CityFields = z.input<typeof cityForm>

export function fieldsOf(city: City): Readonly<Record<keyof CityFields, string>> {
  return {
    nameUk: city.name.uk,
    nameEn: city.name.en,
    councilUk: city.council.uk,
    councilEn: city.council.en,
    councilGenitive: city.councilGenitive,
    executiveUk: city.executive.uk,
    executiveEn: city.executive.en,
    edrpou: city.edrpou ?? '',
    katottg: city.katottg ?? '',
    address: city.address ?? '',
    email: city.email ?? '',
  }
}
