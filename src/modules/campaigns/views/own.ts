/** What a representative sees of their own organisation, and corrects. */
import { type Html, html } from '../../../kernel/html.ts'
import { longDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type OrganisationLine, organisationLabel } from '../../organisations/index.ts'
import type { RegisteredWhole } from '../store/registered.ts'
import { texts } from '../texts/index.ts'
import { correctFormOf, registeredFacts, type Shown } from './registered.ts'

export const OWN = '/cabinet/data'

export function ownListPage(frame: ui.Frame, organisations: readonly OrganisationLine[]): Html {
  const { locale } = frame
  const t = texts[locale].own
  return ui.page(frame, {
    title: t.title,
    lead: t.choose,
    noIndex: true,
    main: ui.rows({
      level: 2,
      items: organisations.map((o) => ({ title: organisationLabel(o, locale), href: `${OWN}/${o.id}` })),
    }),
  })
}

export type OwnView = {
  readonly organisation: OrganisationLine
  readonly shown: Shown & { readonly registered: RegisteredWhole }
  readonly form: FormState
  readonly done: string
}

export function ownPage(frame: ui.Frame, view: OwnView): Html {
  const { locale } = frame
  const t = texts[locale].own
  const { verifiedOn, contacts, version } = view.shown.registered
  const done = { confirmed: t.confirmed, corrected: t.corrected }[view.done]
  const at = `${OWN}/${view.organisation.id}`
  return ui.page(frame, {
    title: t.title,
    lead: organisationLabel(view.organisation, locale),
    noIndex: true,
    notices: [
      done !== undefined && ui.notice({ locale, tone: 'success', body: done, live: true }),
      ui.errorSummary({ locale, errors: view.form.errors.map((e) => ({ ...e, field: null })) }),
    ],
    main: ui.section({
      title: texts[locale].public.whatWeKnow,
      intro: verifiedOn
        ? texts[locale].public.verified(longDate(locale, verifiedOn))
        : texts[locale].public.neverVerified,
      content: [
        registeredFacts(locale, view.shown),
        contacts.some((c) => c.access !== 'public') && ui.paragraph(t.masked, 'soft'),
        html`<div class="buttons">${ui.postButton({
          action: `${at}/confirm`,
          csrf: frame.csrf,
          label: texts[locale].public.confirm,
          fields: { seen: String(version) },
        })}${ui.linkButton({ label: texts[locale].public.correct, href: `${at}/correct`, kind: 'quiet' })}</div>`,
      ],
    }),
  })
}

export function ownCorrectPage(frame: ui.Frame, view: Omit<OwnView, 'done'>): Html {
  const { locale } = frame
  const t = texts[locale].own
  const at = `${OWN}/${view.organisation.id}`
  return ui.page(frame, {
    title: texts[locale].public.correctPage,
    lead: texts[locale].public.correctLead,
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: at }],
    main: correctFormOf(frame, view.shown, {
      action: `${at}/correct`,
      form: view.form,
      ways: [],
      cancelHref: at,
    }),
  })
}
