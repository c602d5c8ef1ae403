import type { Bilingual } from '../../../kernel/texts.ts'
import { aboutEn } from './about-en.ts'
import { type AboutTexts, aboutUk } from './about-uk.ts'
import { homeEn } from './home-en.ts'
import { type HomeTexts, homeUk } from './home-uk.ts'
import { officeEn } from './office-en.ts'
import { type OfficeTexts, officeUk } from './office-uk.ts'

export const homeTexts: Bilingual<HomeTexts> = { uk: homeUk, en: homeEn }
export const aboutTexts: Bilingual<AboutTexts> = { uk: aboutUk, en: aboutEn }
export const officeTexts: Bilingual<OfficeTexts> = { uk: officeUk, en: officeEn }
