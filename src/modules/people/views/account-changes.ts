/** Pages that change a way in of one’s own. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { Account, PasskeyLine } from '../types.ts'
import { ACCOUNT } from './account.ts'
import { type TotpOffer, totpOffer } from './set-up.ts'
import { passkeyForm } from './shared.ts'

type Change = { readonly frame: ui.Frame; readonly account: Account; readonly state: FormState }

/** Every change of a way in asks for the passphrase again, where there is one. */
function currentField({ frame, account, state }: Change): Html | false {
  return (
    account.passphraseHash !== null &&
    ui.fieldsOf(frame.locale, state).passphrase({
      name: 'current',
      label: texts[frame.locale].account.currentPassphrase,
      use: 'current',
    })
  )
}

function changePage(
  change: Change,
  of: { readonly title: string; readonly lead: string; readonly main: Html },
): Html {
  const t = texts[change.frame.locale].account
  return ui.page(change.frame, {
    title: of.title,
    lead: of.lead,
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: ACCOUNT }],
    main: of.main,
  })
}

export function passphrasePage(change: Change): Html {
  const { frame, state } = change
  const { locale } = frame
  const t = texts[locale].account
  return changePage(change, {
    title: t.changePassphrase,
    lead: t.passphraseNote,
    main: ui.form({
      locale,
      action: `${ACCOUNT}/passphrase`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.changePassphrase,
      cancelHref: ACCOUNT,
      content: [
        currentField(change),
        ui.fieldsOf(locale, state).passphrase({
          name: 'passphrase',
          label: t.newPassphrase,
          use: 'new',
          hint: texts[locale].passphraseHint,
        }),
      ],
    }),
  })
}

export function totpPage(change: Change, offer: TotpOffer): Html {
  const { frame, account, state } = change
  const { locale } = frame
  const t = texts[locale]
  return changePage(change, {
    title: t.account.totp,
    lead: account.totpSecret === null ? t.setUp.appText : t.account.totpNote,
    main: html`${totpOffer(frame, offer)}${ui.form({
      locale,
      action: `${ACCOUNT}/totp`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.setUp.submit,
      cancelHref: ACCOUNT,
      content: [ui.fieldsOf(locale, state).code({ name: 'code', label: t.setUp.code }), currentField(change)],
    })}`,
  })
}

/** @param request options of the WebAuthn library */
export function addPasskeyPage(change: Change, request: unknown): Html {
  const { frame, state } = change
  const { locale } = frame
  const t = texts[locale].setUp
  return changePage(change, {
    title: texts[locale].account.addPasskey,
    lead: t.passkeyText,
    main: html`${passkeyForm({
      frame,
      action: `${ACCOUNT}/passkeys/new`,
      ceremony: 'create',
      request,
      label: t.passkeySubmit,
      errors: state.errors,
      fields: [
        ui.fieldsOf(locale, state, { name: t.passkeyDefault }).text({
          name: 'name',
          label: t.passkeyName,
          hint: t.passkeyNameHint,
          width: 'medium',
          autocomplete: 'off',
        }),
        currentField(change),
      ],
    })}<noscript><p>${t.passkeyNeedsScript}</p></noscript>`,
  })
}

export function removePasskeyPage(change: Change, key: PasskeyLine): Html {
  const { frame, state } = change
  const t = texts[frame.locale].account
  return changePage(change, {
    title: t.removePasskeyTitle(key.name),
    lead: t.removePasskeyNote,
    main: ui.form({
      locale: frame.locale,
      action: `${ACCOUNT}/passkeys/remove`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.removePasskey,
      danger: true,
      cancelHref: ACCOUNT,
      content: [ui.hiddenField('id', key.id), currentField(change)],
    }),
  })
}

export function renewCodesPage(change: Change): Html {
  const { frame, state } = change
  const t = texts[frame.locale].account
  return changePage(change, {
    title: t.renewCodes,
    lead: t.renewNote,
    main: ui.form({
      locale: frame.locale,
      action: `${ACCOUNT}/recovery-codes`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.renewCodes,
      cancelHref: ACCOUNT,
      content: currentField(change),
    }),
  })
}
