/** Pages of the cabinet: what one's organisations offered, the form, one offer and what became of it. */

import { type Html, html } from '../../../kernel/html.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { DAY_MODES, eventKindName, eventPath } from '../../events/index.ts'
import type { OrganisationLine } from '../../organisations/index.ts'
import { onBehalfField } from '../../representatives/index.ts'
import { valuesOf } from '../forms.ts'
import { can } from '../rules/offer.ts'
import { textsOf } from '../texts/index.ts'
import { OFFER_KINDS, type Offer } from '../types.ts'
import { CABINET, returnedNotice, stateTag, whatIsOffered, whenShort } from './shared.ts'

export function offersPage(
  frame: ui.Frame,
  of: { readonly page: Page<Offer>; readonly several: boolean; readonly done: string },
): Html {
  const { locale } = frame
  const texts = textsOf(locale)
  const t = texts.cabinet
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    actions: ui.linkButton({ label: t.offer, href: `${CABINET}/new` }),
    notices: ui.doneNotice(locale, t.done, of.done),
    main: html`${ui.table<Offer>({
      locale,
      caption: t.caption,
      captionHidden: true,
      rows: of.page.rows,
      empty: t.none,
      columns: [
        {
          label: texts.columns.title,
          rowHeader: true,
          cell: (o) => html`<a href="${CABINET}/${o.id}">${o.title}</a>`,
        },
        ...(of.several
          ? [{ label: texts.columns.organisation, cell: (o: Offer) => o.organisationName }]
          : []),
        { label: texts.columns.day, cell: (o) => whenShort(locale, o) },
        { label: texts.columns.state, cell: (o) => stateTag(locale, o.state) },
      ],
    })}${ui.pager({ locale, nextHref: of.page.next && ui.withQuery(frame.path, { after: of.page.next }) })}`,
  })
}

export function offerFormPage(
  frame: ui.Frame,
  of: {
    /** None: a new one. */
    readonly offer: Offer | null
    readonly organisations: readonly OrganisationLine[]
    readonly form: FormState
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).cabinet
  const { offer } = of
  const f = ui.fieldsOf(locale, of.form, {
    ...(offer ? valuesOf(locale, offer) : { kind: 'other', mode: 'onSite' }),
  })
  return ui.page(frame, {
    title: offer ? t.editTitle : t.newTitle,
    lead: t.whatNext,
    breadcrumbs: [{ label: t.title, href: CABINET }],
    notices: offer !== null && returnedNotice(locale, offer),
    noIndex: true,
    main: ui.form({
      locale,
      action: offer ? `${CABINET}/${offer.id}/edit` : `${CABINET}/new`,
      csrf: frame.csrf,
      errors: of.form.errors,
      submit: t.submit,
      draftKey: `offer-${offer?.id ?? 'new'}`,
      cancelHref: offer ? `${CABINET}/${offer.id}` : CABINET,
      content: [
        offer !== null && ui.hiddenField('version', String(offer.version)),
        onBehalfField(locale, f, {
          name: 'organisation',
          label: t.organisation,
          organisations: of.organisations,
        }),
        f.text({ name: 'title', label: t.name, hint: t.nameHint, maxLength: 200 }),
        f.select({
          name: 'kind',
          label: t.kind,
          options: OFFER_KINDS.map((value) => ({ value, label: eventKindName(locale, value) })),
        }),
        f.area({ name: 'purpose', label: t.purpose, hint: t.purposeHint, rows: 6, maxLength: 5_000 }),
        ui.fieldRow([
          f.date({ name: 'day', label: t.day }),
          f.text({ name: 'starts', label: t.starts, hint: t.timeHint, optional: true, width: 'short' }),
          f.text({ name: 'ends', label: t.ends, optional: true, width: 'short' }),
        ]),
        f.radios({
          name: 'mode',
          label: t.mode,
          options: DAY_MODES.map((value) => ({ value, label: t.modes[value] })),
        }),
        f.text({ name: 'place', label: t.place, hint: t.placeHint }),
        f.text({ name: 'address', label: t.address, optional: true }),
        f.text({ name: 'link', label: t.link, hint: t.linkHint, optional: true, type: 'url' }),
      ],
    }),
  })
}

export function offerPage(
  frame: ui.Frame,
  of: {
    readonly offer: Offer
    /** Whether readers see it by now. */
    readonly shown: boolean
    readonly email: string | null
    readonly done: string
    /** Why it could not be withdrawn. */
    readonly wrong?: string | undefined
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).cabinet
  const { offer } = of
  const at = `${CABINET}/${offer.id}`
  return ui.page(frame, {
    title: offer.title,
    lead: stateTag(locale, offer.state),
    breadcrumbs: [{ label: t.title, href: CABINET }],
    noIndex: true,
    notices: [
      of.wrong !== undefined && ui.notice({ locale, tone: 'error', body: of.wrong }),
      ui.doneNotice(locale, t.done, of.done),
      returnedNotice(locale, offer),
      offer.state === 'accepted' &&
        ui.notice({
          locale,
          tone: 'info',
          body: html`${t.acceptedText}${of.email === null ? '.' : html`: <a href="mailto:${of.email}">${of.email}</a>.`}`,
        }),
    ],
    actions: [
      can(offer.state, 'send') &&
        ui.linkButton({ label: offer.state === 'returned' ? t.mend : t.change, href: `${at}/edit` }),
      of.shown &&
        offer.eventId !== null &&
        ui.linkButton({ label: t.onSite, href: localPath(locale, eventPath({ id: offer.eventId })) }),
    ],
    main: html`${ui.section({ title: t.what, content: whatIsOffered(locale, offer) })}${
      can(offer.state, 'withdraw') &&
      ui.confirmButton({
        action: `${at}/withdraw`,
        csrf: frame.csrf,
        summary: t.withdraw,
        text: t.withdrawText,
        label: t.withdraw,
      })
    }`,
  })
}
