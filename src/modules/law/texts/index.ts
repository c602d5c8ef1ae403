import type { Bilingual } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { pagesEn } from './pages-en.ts'
import { type PageTexts, pagesUk } from './pages-uk.ts'
import type { LawTexts } from './shape.ts'
import { uk } from './uk.ts'

export const texts: Bilingual<LawTexts & PageTexts> = { uk: { ...uk, ...pagesUk }, en: { ...en, ...pagesEn } }
