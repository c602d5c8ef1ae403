/** Pages that set a second factor up. */
import { type Html, html } from '../../../kernel/html.ts'
import { qrCode } from '../../../platform/documents/qr.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import { PATHS, type Sent, stateOf } from './entry.ts'
import { passkeyForm } from './shared.ts'

export type TotpOffer = { readonly uri: string; readonly secret: string }

/** The picture to scan and the same in letters. */
export function totpOffer(frame: ui.Frame, offer: TotpOffer): Html {
  const t = texts[frame.locale].setUp
  const groups = offer.secret.match(/.{1,4}/g)?.join(' ') ?? ''
  return html`${qrCode(offer.uri, t.qr)}${ui.disclosure({
    summary: t.secret,
    content: html`<p><code>${groups}</code></p>`,
  })}`
}

export function setUpPage(
  frame: ui.Frame,
  options: {
    readonly next: string
    readonly offer: TotpOffer
    readonly passkey: unknown
    readonly sent: Sent<'totp' | 'passkey'>
  },
): Html {
  const { locale } = frame
  const t = texts[locale].setUp
  const totp = stateOf(options.sent, 'totp')
  const passkey = stateOf(options.sent, 'passkey')
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    main: html`${ui.section({
      title: t.app,
      content: [
        ui.paragraph(t.appText),
        totpOffer(frame, options.offer),
        ui.form({
          locale,
          action: PATHS.setUp,
          csrf: frame.csrf,
          errors: totp.errors,
          submit: t.submit,
          content: [
            ui.hiddenField('next', options.next),
            ui.fieldsOf(locale, totp).code({ name: 'code', label: t.code }),
          ],
        }),
      ],
    })}${
      options.passkey !== null &&
      ui.section({
        title: t.passkey,
        content: [
          ui.paragraph(t.passkeyText),
          passkeyForm({
            frame,
            action: PATHS.setUpPasskey,
            ceremony: 'create',
            request: options.passkey,
            label: t.passkeySubmit,
            hidden: { next: options.next },
            errors: passkey.errors,
            fields: ui.fieldsOf(locale, passkey, { name: t.passkeyDefault }).text({
              name: 'name',
              label: t.passkeyName,
              hint: t.passkeyNameHint,
              width: 'medium',
              autocomplete: 'off',
            }),
          }),
          html`<noscript><p class="soft">${t.passkeyNeedsScript}</p></noscript>`,
        ],
      })
    }`,
  })
}

/** Shown once. */
export function codesPage(frame: ui.Frame, codes: readonly string[], next: string): Html {
  const { locale } = frame
  const t = texts[locale].codes
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    main: html`<p>${t.text}</p>
${ui.copyText({ locale, id: 'codes', text: codes.join('\n') })}
<p data-scripted hidden><button class="btn quiet small" type="button" data-print>${t.print}</button></p>
${ui.buttonRow(ui.linkButton({ label: t.next, href: next }))}`,
  })
}
