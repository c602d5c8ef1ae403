/** A person's own account. */
import { type Html, html } from '../../../kernel/html.ts'
import { moment } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { isDemoPerson } from '../rules/roles.ts'
import { texts } from '../texts/index.ts'
import type { Account, PasskeyLine, SessionLine } from '../types.ts'

export const ACCOUNT = '/office/account'

export type AccountFacts = {
  readonly account: Account
  /** In words. */
  readonly roles: readonly string[]
  readonly passkeys: readonly PasskeyLine[]
  readonly recoveryCodes: number
  readonly sessions: readonly SessionLine[]
  readonly sessionId: string | null
  readonly passkeysWork: boolean
}

export function accountPage(frame: ui.Frame, of: AccountFacts, state: FormState): Html {
  const { locale } = frame
  const t = texts[locale].account
  const f = ui.fieldsOf(locale, state, { name: of.account.name, locale: of.account.locale })
  const fixed = isDemoPerson(of.account.email)
  return ui.page(frame, {
    title: t.title,
    lead: of.account.email,
    noIndex: true,
    notices: fixed && ui.notice({ locale, tone: 'info', body: t.demonstration }),
    main: html`${ui.section({
      title: t.details,
      content: ui.form({
        locale,
        action: ACCOUNT,
        csrf: frame.csrf,
        errors: state.errors,
        submit: t.save,
        content: [
          f.text({ name: 'name', label: t.name, autocomplete: 'name' }),
          f.radios({
            name: 'locale',
            label: t.locale,
            options: [
              { value: 'uk', label: ui.foreign('uk', t.locales.uk) },
              { value: 'en', label: ui.foreign('en', t.locales.en) },
            ],
          }),
        ],
      }),
    })}${!fixed && ways(frame, of)}${devices(frame, of)}`,
    aside: ui.box({
      title: t.roles,
      content: of.roles.length === 0 ? ui.paragraph(t.noRoles) : ui.bullets(of.roles),
    }),
  })
}

function ways(frame: ui.Frame, of: AccountFacts): Html {
  const { locale } = frame
  const t = texts[locale].account
  const { account } = of
  const to = (href: string, text: string) => html`<a href="${ACCOUNT}/${href}">${text}</a>`
  return ui.section({
    title: t.ways,
    content: ui.facts([
      {
        term: t.passphrase,
        detail:
          account.passphraseHash === null
            ? t.passphraseNone
            : html`${t.passphraseSet} · ${to('passphrase', t.changePassphrase)}`,
      },
      {
        term: t.totp,
        detail:
          account.totpSecret === null
            ? html`${t.off} · ${to('totp', t.addTotp)}`
            : html`${t.on} · ${to('totp', t.changeTotp)}`,
      },
      {
        term: t.passkeys,
        detail: html`${
          of.passkeys.length === 0
            ? t.noPasskeys
            : ui.bullets(
                of.passkeys.map(
                  (k) =>
                    html`${k.name}, ${
                      k.usedAt ? t.passkeyUsed(moment(locale, k.usedAt)) : t.passkeyUnused
                    } · ${ui.link({ href: ui.withQuery(`${ACCOUNT}/passkeys/remove`, { id: k.id }), text: t.removePasskey, hint: k.name })}`,
                ),
              )
        }${of.passkeysWork && html`${of.passkeys.length === 0 && ' · '}${to('passkeys/new', t.addPasskey)}`}`,
      },
      {
        term: t.recovery,
        detail: html`${t.recoveryLeft(of.recoveryCodes)} · ${to('recovery-codes', t.renewCodes)}`,
      },
    ]),
  })
}

function devices(frame: ui.Frame, of: AccountFacts): Html {
  const { locale } = frame
  const t = texts[locale].account
  return ui.section({
    title: t.sessions,
    intro: t.sessionsIntro,
    content: html`${ui.table<SessionLine>({
      locale,
      caption: t.sessions,
      captionHidden: true,
      rows: of.sessions,
      columns: [
        { label: t.device, cell: (s) => s.device || t.unknownDevice, rowHeader: true },
        { label: t.address, cell: (s) => s.address },
        { label: t.since, cell: (s) => moment(locale, s.createdAt) },
        { label: t.seen, cell: (s) => moment(locale, s.seenAt) },
        {
          label: t.end,
          labelHidden: true,
          cell: (s) =>
            s.id === of.sessionId
              ? ui.tag(t.thisOne, 'info')
              : ui.postButton({
                  action: `${ACCOUNT}/sessions/end`,
                  csrf: frame.csrf,
                  label: t.end,
                  hint: s.device || t.unknownDevice,
                  kind: 'quiet',
                  small: true,
                  fields: { id: s.id },
                }),
        },
      ],
    })}${
      of.sessions.length > 1 &&
      ui.postButton({
        action: `${ACCOUNT}/sessions/end-others`,
        csrf: frame.csrf,
        label: t.endOthers,
        kind: 'quiet',
      })
    }`,
  })
}
