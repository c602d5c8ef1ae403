/** Pages to which a link leads that lets someone in. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import { PATHS } from './entry.ts'

export function welcomePage(frame: ui.Frame, key: string, state: FormState): Html {
  const { locale } = frame
  const t = texts[locale]
  const f = ui.fieldsOf(locale, state)
  return ui.page(frame, {
    title: t.welcome.title,
    lead: t.welcome.lead,
    noIndex: true,
    main: ui.form({
      locale,
      action: PATHS.welcome,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.welcome.submit,
      content: [
        ui.hiddenField('key', key),
        f.text({ name: 'name', label: t.welcome.name, autocomplete: 'name' }),
        f.text({
          name: 'email',
          label: t.signIn.email,
          type: 'email',
          autocomplete: 'username',
          spellcheck: false,
        }),
        f.passphrase({ name: 'passphrase', label: t.signIn.passphrase, use: 'new', hint: t.passphraseHint }),
      ],
    }),
  })
}

export function invitationPage(
  frame: ui.Frame,
  invited: { readonly name: string; readonly email: string; readonly key: string },
  state: FormState,
): Html {
  const { locale } = frame
  const t = texts[locale]
  const f = ui.fieldsOf(locale, state)
  return ui.page(frame, {
    title: t.invitation.title,
    lead: t.invitation.lead(invited.name),
    noIndex: true,
    main: html`${ui.facts([{ term: t.invitation.account, detail: invited.email }])}${ui.form({
      locale,
      action: PATHS.invitation,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.invitation.submit,
      content: [
        ui.hiddenField('key', invited.key),
        f.passphrase({ name: 'passphrase', label: t.signIn.passphrase, use: 'new', hint: t.passphraseHint }),
      ],
    })}`,
  })
}

/** The same for every link that does not work, whatever the reason. */
export function deadLinkPage(frame: ui.Frame, kind: 'welcome' | 'invitation'): Html {
  const t = texts[frame.locale]
  return ui.page(frame, {
    title: t[kind].gone,
    noIndex: true,
    main: html`<p>${t[kind].goneText}</p>${ui.buttonRow(
      ui.linkButton({ label: t.invitation.toSignIn, href: PATHS.signIn, kind: 'quiet' }),
    )}`,
  })
}
