/** The role switch in the banner of a demonstration. */
import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import { DEMO_ROLES, type DemoRole } from '../rules/roles.ts'
import { texts } from '../texts/index.ts'

export const DEMO_PATH = '/demo'

/** A seat that another module offers: it is taken at an address of its own. */
export type DemoChair = { readonly action: string; readonly label: string; readonly taken: boolean }

/** One click for each role; the one that is taken now says so. */
export function demoSwitch(locale: Locale, actor: Actor, chairs: readonly DemoChair[] = []): Html {
  const t = texts[locale].demo
  const taken = DEMO_ROLES.find((role) => hasRole(actor, role))
  const now: DemoRole | 'visitor' | null = taken ?? (chairs.some((c) => c.taken) ? null : 'visitor')
  return html`<form class="inline" method="post" action="${localPath(locale, DEMO_PATH)}"><span>${t.label}:</span> ${(
    ['visitor', ...DEMO_ROLES] as const
  ).map(
    (role) =>
      html`<button class="btn quiet small" type="submit" name="role" value="${role}" aria-pressed="${role === now ? 'true' : 'false'}">${t[role]}</button> `,
  )}${chairs.map(
    (c) =>
      html`<button class="btn quiet small" type="submit" formaction="${c.action}" aria-pressed="${c.taken ? 'true' : 'false'}">${c.label}</button> `,
  )}</form>`
}
