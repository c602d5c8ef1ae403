/** Lines that any module puts on the start page of the office: what the reader has to do, each with its one next step. */
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Bilingual } from '../kernel/texts.ts'
import type { Context } from './context.ts'
import { extensionPoint } from './extension.ts'

export type StartPageItem = {
  /** Tells it from all others: `instruction 0199…`. */
  readonly key: string
  /** Days past its day, a day that is still ahead, or no day at all. */
  readonly urgency: { readonly late: number } | { readonly due: CivilDate } | null
  readonly title: Bilingual<string>
  readonly text: Bilingual<string>
  readonly href: string
  /** What the button says. */
  readonly step: Bilingual<string>
}

/** What waits for this actor; nothing for those whom it does not concern. Asked on each visit: few rows, by an index. */
export type StartPageSource = (ctx: Context) => Promise<readonly StartPageItem[]>

/** In a manifest: `adds: [startPage.with(readInstructions)]`. */
export const startPage = extensionPoint<StartPageSource>('startPage')
