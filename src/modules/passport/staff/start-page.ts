/** A passport that was begun waits on the start page of those who keep it, until it is published. */
import { type Bilingual, longDate } from '../../../kernel/texts.ts'
import type { Context } from '../../../platform/context.ts'
import type { StartPageItem } from '../../../platform/start-page.ts'
import { mayKeepPassport } from '../policy.ts'
import { unpublished } from '../store/passports.ts'
import { texts } from '../texts/index.ts'
import { OFFICE } from '../views/parts.ts'

const MOST = 5

function both(say: (locale: 'uk' | 'en') => string): Bilingual<string> {
  return { uk: say('uk'), en: say('en') }
}

export async function waitingPassports(ctx: Context): Promise<readonly StartPageItem[]> {
  if (!mayKeepPassport(ctx.actor)) return []
  const waiting = await unpublished(ctx.db, MOST)
  return waiting.map((passport) => ({
    key: `passport ${passport.id}`,
    urgency: null,
    title: both((l) => texts[l].titleOn(longDate(l, passport.asOf))),
    text: both((l) => texts[l].start[passport.state === 'frozen' ? 'frozen' : 'draft']),
    href: `${OFFICE}/${passport.id}`,
    step: both((l) => texts[l].start[passport.state === 'frozen' ? 'publish' : 'review']),
  }))
}
