/** Pages of the claim, for those who have no account yet. */
import { type Html, html } from '../../../kernel/html.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { kindName, type OrganisationLine, organisationLabel } from '../../organisations/index.ts'
import { CONFIRM_DAYS } from '../rules/session.ts'
import { texts } from '../texts/index.ts'
import type { Delegation } from '../types.ts'
import { PATHS } from './entry.ts'

export const REPRESENT = '/represent'

export function findPage(
  frame: ui.Frame,
  of: { readonly text: string; readonly found: readonly OrganisationLine[]; readonly email: string | null },
): Html {
  const { locale } = frame
  const t = texts[locale].find
  const path = localPath(locale, REPRESENT)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    description: t.lead,
    main: html`${ui.searchBox({ locale, action: path, label: t.search, value: of.text })}${
      of.text !== '' &&
      (of.found.length === 0
        ? ui.emptyState({ title: t.none, body: t.noneText(of.email === null ? '' : ` (${of.email})`) })
        : ui.section({
            title: t.found,
            content: ui.rows({
              items: of.found.map((o) => ({
                title: organisationLabel(o, locale),
                text: [kindName(locale, o.kind), o.shortName && o.name, o.edrpou].filter(Boolean).join(' · '),
                action: ui.linkButton({
                  label: t.choose,
                  href: localPath(locale, `${REPRESENT}/${o.id}`),
                  small: true,
                  hint: o.name,
                }),
              })),
            }),
          }))
    }${ui.section({ title: t.how, content: html`<ol class="steps-list">${t.steps.map((s) => html`<li>${s}</li>`)}</ol>` })}`,
    aside: ui.box({ title: t.have, content: html`<a href="${PATHS.home}">${t.signIn}</a>` }),
  })
}

export function claimPage(
  frame: ui.Frame,
  of: { readonly organisation: OrganisationLine; readonly council: string; readonly state: FormState },
): Html {
  const { locale } = frame
  const t = texts[locale].claim
  const f = ui.fieldsOf(locale, of.state, { basis: 'letter' })
  const path = localPath(locale, `${REPRESENT}/${of.organisation.id}`)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(organisationLabel(of.organisation, locale)),
    breadcrumbs: [{ label: texts[locale].find.title, href: localPath(locale, REPRESENT) }],
    noIndex: true,
    main: ui.form({
      locale,
      action: path,
      csrf: frame.csrf,
      errors: of.state.errors,
      multipart: true,
      submit: t.submit,
      cancelHref: localPath(locale, REPRESENT),
      content: [
        f.text({ name: 'name', label: t.name, autocomplete: 'name' }),
        f.text({
          name: 'email',
          label: t.email,
          hint: t.emailHint,
          type: 'email',
          autocomplete: 'email',
          spellcheck: false,
        }),
        f.text({ name: 'post', label: t.post, hint: t.postHint }),
        basisFields(frame, f),
      ],
    }),
    aside: ui.box({
      title: t.privacy,
      content: t.privacyText(of.council).map((p) => html`<p class="small">${p}</p>`),
    }),
  })
}

export function basisFields(frame: ui.Frame, f: ui.BoundFields): Html {
  const t = texts[frame.locale].claim
  return html`${f.radios({
    name: 'basis',
    label: t.basis,
    options: [
      { value: 'letter', label: t.bases.letter },
      { value: 'paper', label: t.bases.paper, hint: t.paperHint },
    ],
  })}${f.file({
    name: 'letter',
    label: t.letter,
    hint: t.letterHint,
    optional: true,
    accept: '.pdf,.jpg,.jpeg,.png,.docx,.asice,.p7s',
  })}`
}

export function claimSentPage(frame: ui.Frame, email: string): Html {
  const t = texts[frame.locale].claim
  return ui.page(frame, { title: t.sentTitle, lead: t.sent(email), noIndex: true, main: html`` })
}

export function confirmPage(
  frame: ui.Frame,
  of: {
    readonly claim: Delegation
    readonly organisation: string
    readonly key: string
    readonly errors: FormState['errors']
  },
): Html {
  const { locale } = frame
  const t = texts[locale].confirm
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(of.organisation),
    noIndex: true,
    main: html`<p>${t.text}</p>${ui.facts([
      { term: t.terms.name, detail: of.claim.name },
      { term: t.terms.email, detail: of.claim.email },
      { term: t.terms.post, detail: of.claim.post },
    ])}${ui.form({
      locale,
      action: PATHS.confirm,
      csrf: frame.csrf,
      errors: of.errors,
      submit: t.submit,
      content: ui.hiddenField('key', of.key),
    })}`,
  })
}

export function deadConfirmPage(frame: ui.Frame): Html {
  const t = texts[frame.locale].confirm
  return ui.page(frame, {
    title: t.invalidTitle,
    lead: t.invalid(CONFIRM_DAYS),
    noIndex: true,
    main: ui.buttonRow(
      ui.linkButton({ label: t.again, href: localPath(frame.locale, REPRESENT) }),
      ui.linkButton({ label: texts[frame.locale].find.signIn, href: PATHS.signIn, kind: 'quiet' }),
    ),
  })
}

export function confirmedPage(frame: ui.Frame): Html {
  const t = texts[frame.locale].confirm
  return ui.page(frame, {
    title: t.doneTitle,
    lead: t.done,
    noIndex: true,
    main: ui.buttonRow(ui.linkButton({ label: texts[frame.locale].find.signIn, href: PATHS.signIn })),
  })
}
