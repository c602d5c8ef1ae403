/** Pages of coming in. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import { passkeyForm } from './shared.ts'

export const PATHS = {
  signIn: '/office/sign-in',
  passkey: '/office/sign-in/passkey',
  oidc: '/office/sign-in/oidc',
  second: '/office/sign-in/second',
  recovery: '/office/sign-in/recovery',
  secondPasskey: '/office/sign-in/second-passkey',
  setUp: '/office/sign-in/set-up',
  setUpPasskey: '/office/sign-in/set-up-passkey',
  welcome: '/office/welcome',
  invitation: '/office/invitation',
} as const

/** Which form of a page with several was sent. */
export type Sent<Name extends string> = { readonly name: Name; readonly state: FormState } | null

export function stateOf<Name extends string>(sent: Sent<Name>, name: Name): FormState {
  return sent?.name === name ? sent.state : { values: {}, errors: [] }
}

export function signInPage(
  frame: ui.Frame,
  options: {
    readonly next: string
    /** Options of the WebAuthn library; null where passkeys do not work. */
    readonly passkey: unknown
    readonly oidc: boolean
    readonly signedOut: boolean
    readonly sent: Sent<'passphrase' | 'passkey'>
  },
): Html {
  const { locale } = frame
  const t = texts[locale].signIn
  const state = stateOf(options.sent, 'passphrase')
  const f = ui.fieldsOf(locale, state)
  const another = options.passkey !== null || options.oidc
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    notices: options.signedOut && ui.notice({ locale, tone: 'success', body: t.signedOut, live: true }),
    main: html`${ui.section({
      title: t.byPassphrase,
      content: [
        ui.form({
          locale,
          action: PATHS.signIn,
          csrf: frame.csrf,
          errors: state.errors,
          submit: t.submit,
          content: [
            ui.hiddenField('next', options.next),
            f.text({
              name: 'email',
              label: t.email,
              type: 'email',
              autocomplete: 'username',
              spellcheck: false,
            }),
            f.passphrase({ name: 'passphrase', label: t.passphrase, use: 'current' }),
          ],
        }),
        ui.disclosure({ summary: t.forgot, content: t.forgotText }),
      ],
    })}${another && otherWays(frame, options)}`,
  })
}

function otherWays(
  frame: ui.Frame,
  options: Pick<Parameters<typeof signInPage>[1], 'next' | 'passkey' | 'oidc' | 'sent'>,
): Html {
  const t = texts[frame.locale].signIn
  return ui.section({
    title: t.or,
    content: [
      options.passkey !== null &&
        passkeyForm({
          frame,
          action: PATHS.passkey,
          ceremony: 'get',
          request: options.passkey,
          label: t.passkey,
          fields: ui.paragraph(t.passkeyHint, 'soft'),
          hidden: { next: options.next },
          errors: stateOf(options.sent, 'passkey').errors,
        }),
      options.oidc &&
        ui.postButton({
          action: PATHS.oidc,
          csrf: frame.csrf,
          label: t.service,
          kind: 'quiet',
          fields: { next: options.next },
        }),
    ],
  })
}

export function goToServicePage(frame: ui.Frame, url: string): Html {
  const t = texts[frame.locale].signIn
  return ui.page(frame, {
    title: t.service,
    lead: t.goToServiceText,
    noIndex: true,
    main: ui.buttonRow(ui.linkButton({ label: t.goToService, href: url })),
  })
}

export function secondPage(
  frame: ui.Frame,
  options: {
    readonly name: string
    readonly next: string
    readonly totp: boolean
    readonly passkey: unknown
    readonly sent: Sent<'totp' | 'recovery' | 'passkey'>
  },
): Html {
  const { locale } = frame
  const t = texts[locale].second
  const totp = stateOf(options.sent, 'totp')
  const recovery = stateOf(options.sent, 'recovery')
  const hidden = ui.hiddenField('next', options.next)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(options.name),
    noIndex: true,
    main: html`${
      options.totp &&
      ui.form({
        locale,
        action: PATHS.second,
        csrf: frame.csrf,
        errors: totp.errors,
        submit: t.submit,
        content: [hidden, ui.fieldsOf(locale, totp).code({ name: 'code', label: t.code })],
      })
    }${
      options.passkey !== null &&
      passkeyForm({
        frame,
        action: PATHS.secondPasskey,
        ceremony: 'get',
        request: options.passkey,
        label: texts[locale].signIn.passkey,
        hidden: { next: options.next },
        errors: stateOf(options.sent, 'passkey').errors,
      })
    }${ui.disclosure({
      summary: t.recovery,
      open: options.sent?.name === 'recovery' || (!options.totp && options.passkey === null),
      content: html`${recoveryForm(frame, options.next, recovery)}${ui.paragraph(t.lost, 'soft')}`,
    })}<p><a href="${PATHS.signIn}?again=1">${t.again}</a></p>`,
  })
}

function recoveryForm(frame: ui.Frame, next: string, state: FormState): Html {
  const { locale } = frame
  const t = texts[locale].second
  return ui.form({
    locale,
    action: PATHS.recovery,
    csrf: frame.csrf,
    errors: state.errors,
    submit: t.useRecovery,
    content: [
      ui.hiddenField('next', next),
      ui.fieldsOf(locale, state).text({
        name: 'recovery',
        label: t.recoveryCode,
        hint: t.recoveryHint,
        width: 'medium',
        autocomplete: 'off',
        spellcheck: false,
      }),
    ],
  })
}
