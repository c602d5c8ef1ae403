import type { Bilingual } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type RegisterTexts, uk } from './uk.ts'

export const texts: Bilingual<RegisterTexts> = { uk, en }
