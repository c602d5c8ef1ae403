/** Pages of coming in. */
import { type Html, html } from '../../../kernel/html.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { SIGN_IN_MINUTES } from '../rules/session.ts'
import { texts } from '../texts/index.ts'
import type { CabinetPerson } from '../types.ts'

export const PATHS = {
  home: '/cabinet',
  signIn: '/cabinet/sign-in',
  sent: '/cabinet/sign-in/sent',
  enter: '/cabinet/enter',
  signOut: '/cabinet/sign-out',
  account: '/cabinet/account',
  confirm: '/cabinet/confirm',
  people: '/cabinet/people',
  documents: '/cabinet/documents',
} as const

export function signInPage(
  frame: ui.Frame,
  of: { readonly next: string; readonly signedOut: boolean; readonly state: FormState },
): Html {
  const { locale } = frame
  const t = texts[locale].signIn
  const f = ui.boundFields({ locale, values: of.state.values, errors: of.state.errors })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    notices: of.signedOut && ui.notice({ locale, tone: 'success', body: t.signedOut, live: true }),
    main: ui.form({
      locale,
      action: PATHS.signIn,
      csrf: frame.csrf,
      errors: of.state.errors,
      submit: t.submit,
      content: [
        ui.hiddenField('next', of.next),
        f.text({
          name: 'email',
          label: t.email,
          hint: t.emailHint,
          type: 'email',
          autocomplete: 'email',
          spellcheck: false,
        }),
      ],
    }),
    aside: html`${ui.box({
      title: t.newHere,
      content: html`<p>${t.newHereText}</p><p><a href="${localPath(locale, '/represent')}">${t.claim}</a></p>`,
    })}${ui.box({ title: t.staff, content: html`<a href="/office/sign-in">${t.staffLink}</a>` })}`,
  })
}

export function sentPage(
  frame: ui.Frame,
  of: {
    readonly email: string
    readonly next: string
    readonly demonstration: boolean
    readonly byHand: boolean
  },
): Html {
  const { locale } = frame
  const t = texts[locale].sent
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(of.email),
    noIndex: true,
    notices: of.demonstration
      ? ui.notice({ locale, tone: 'info', body: t.demonstration })
      : of.byHand && ui.notice({ locale, tone: 'warning', body: t.byHand }),
    main: html`${ui.bullets(t.steps(SIGN_IN_MINUTES))}${ui.postButton({
      action: PATHS.signIn,
      csrf: frame.csrf,
      label: t.again,
      kind: 'quiet',
      fields: { email: of.email, next: of.next },
    })}`,
  })
}

/** Asks once more: programs that look into letters follow links, and the link works only once. */
export function enterPage(
  frame: ui.Frame,
  of: { readonly person: CabinetPerson; readonly key: string; readonly next: string },
): Html {
  const t = texts[frame.locale].enter
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(of.person.name, of.person.email ?? ''),
    noIndex: true,
    main: ui.postButton({
      action: PATHS.enter,
      csrf: frame.csrf,
      label: t.submit,
      fields: { key: of.key, next: of.next },
    }),
  })
}

export function deadLinkPage(frame: ui.Frame): Html {
  const t = texts[frame.locale].enter
  return ui.page(frame, {
    title: t.invalidTitle,
    lead: t.invalid,
    noIndex: true,
    main: ui.buttonRow(ui.linkButton({ label: t.again, href: PATHS.signIn })),
  })
}
