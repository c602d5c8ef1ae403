import type { Bilingual } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type AdministrationTexts, uk } from './uk.ts'

export const texts: Bilingual<AdministrationTexts> = { uk, en }
