/** The demonstration city: the real programme of 2012–2015, and a new edition with invented people and events. */
import type { Tx } from '../src/platform/context.ts'
import { writeSetting } from '../src/platform/settings.ts'

export async function loadDemonstration(tx: Tx): Promise<void> {
  await writeSetting(tx, 'city', {
    name: { uk: 'Ніжин', en: 'Nizhyn' },
    council: { uk: 'Ніжинська міська рада', en: 'Nizhyn City Council' },
    councilGenitive: 'Ніжинської міської ради',
    executive: {
      uk: 'Виконавчий комітет Ніжинської міської ради',
      en: 'Executive Committee of Nizhyn City Council',
    },
    edrpou: '04061783',
    katottg: 'UA74040250000063494',
    address: 'пл. І. Франка, 1, м. Ніжин',
    email: null,
  })
}
