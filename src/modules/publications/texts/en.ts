import { enCabinet } from './en-cabinet.ts'
import { enOffice } from './en-office.ts'
import { enPublic } from './en-public.ts'
import type { PublicationsTexts } from './uk.ts'

export const en: PublicationsTexts = {
  ...enCabinet,
  ...enOffice,
  ...enPublic,
  author: 'author of news',
}
