import type { Bilingual } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type MoneyTexts, uk } from './uk.ts'

export const texts: Bilingual<MoneyTexts> = { uk, en }
