/** The role switch in the banner of a demonstration. */
import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import { DEMO_ROLES, type DemoRole } from '../rules/roles.ts'
import { texts } from '../texts/index.ts'

export const DEMO_PATH = '/demo'

/** One click for each role; the one that is taken now says so. */
export function demoSwitch(locale: Locale, actor: Actor): Html {
  const t = texts[locale].demo
  const now: DemoRole | 'visitor' = DEMO_ROLES.find((role) => hasRole(actor, role)) ?? 'visitor'
  return html`<form class="inline" method="post" action="${localPath(locale, DEMO_PATH)}"><span>${t.label}:</span> ${(
    ['visitor', ...DEMO_ROLES] as const
  ).map(
    (role) =>
      html`<button class="btn quiet small" type="submit" name="role" value="${role}" aria-pressed="${role === now ? 'true' : 'false'}">${t[role]}</button> `,
  )}</form>`
}
