import type { Bilingual } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type MailingsTexts, uk } from './uk.ts'

export const texts: Bilingual<MailingsTexts> = { uk, en }
