import type { Bilingual } from '../../../kernel/texts.ts'
import { officeEn } from './office-en.ts'
import { type OfficeTexts, officeUk } from './office-uk.ts'
import { publicEn } from './public-en.ts'
import { type PublicTexts, publicUk } from './public-uk.ts'
import { wordsEn } from './words-en.ts'
import { type Words, wordsUk } from './words-uk.ts'

export { kindName, kindNamePlural, organisationLabel } from './names.ts'
export { sentence } from './refusals.ts'

export const publicTexts: Bilingual<PublicTexts> = { uk: publicUk, en: publicEn }
export const officeTexts: Bilingual<OfficeTexts> = { uk: officeUk, en: officeEn }
export const words: Bilingual<Words> = { uk: wordsUk, en: wordsEn }
