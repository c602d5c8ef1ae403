import { ukCabinet } from './uk-cabinet.ts'
import { ukOffice } from './uk-office.ts'
import { ukPublic } from './uk-public.ts'

export const uk = {
  ...ukCabinet,
  ...ukOffice,
  ...ukPublic,
  author: 'автор новини',
}

export type PublicationsTexts = typeof uk
