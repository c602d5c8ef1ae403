import type { Bilingual } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type CatalogueTexts, uk } from './uk.ts'

export const texts: Bilingual<CatalogueTexts> = { uk, en }
