import type { Bilingual } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { uk } from './uk.ts'

export const texts: Bilingual<typeof uk> = { uk, en }
