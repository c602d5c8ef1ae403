/** Pages of the office: all offers, one and its decision. */
import { type Html, html } from '../../../kernel/html.ts'
import { moment, shortDate } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { officePath } from '../../events/index.ts'
import { kindName, organisationPath } from '../../organisations/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import { can } from '../rules/offer.ts'
import { textsOf } from '../texts/index.ts'
import { OFFER_STATES, type Offer, type OfferState, RETURN_REASONS } from '../types.ts'
import { OFFICE, returnedNotice, stateTag, whatIsOffered, whenShort } from './shared.ts'

export function officeListPage(
  frame: ui.Frame,
  of: { readonly page: Page<Offer>; readonly state: OfferState | null; readonly text: string },
): Html {
  const { locale } = frame
  const texts = textsOf(locale)
  const t = texts.office
  const filtered = of.state !== null || of.text !== ''
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    main: html`${ui.filterForm({
      locale,
      action: OFFICE,
      ...(filtered ? { resetHref: OFFICE } : {}),
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: of.text, type: 'search' }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.state,
          value: of.state,
          empty: t.all,
          options: OFFER_STATES.map((value) => ({ value, label: texts.states[value] })),
        }),
      ],
    })}${ui.table<Offer>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: of.page.rows,
      empty: filtered ? t.noneFound : t.none,
      columns: [
        {
          label: texts.columns.title,
          rowHeader: true,
          cell: (o) => html`<a href="${OFFICE}/${o.id}">${o.title}</a>`,
        },
        { label: texts.columns.organisation, cell: (o) => o.organisationName },
        { label: texts.columns.day, cell: (o) => whenShort(locale, o) },
        { label: texts.columns.submitted, cell: (o) => moment(locale, o.submittedAt) },
        { label: texts.columns.state, cell: (o) => stateTag(locale, o.state) },
      ],
    })}${ui.pager({ locale, nextHref: of.page.next && ui.withQuery(frame.path, { after: of.page.next }) })}${ui.exportLinks(
      {
        locale,
        ...ui.tableFiles(frame.path),
        print: true,
        of: t.title,
      },
    )}`,
  })
}

export type OfficeOffer = {
  readonly offer: Offer
  readonly decides: boolean
  readonly author: { readonly name: string; readonly post: string } | null
  readonly measure: { readonly number: string; readonly title: string } | null
  readonly units: readonly Unit[]
  readonly silence: { readonly title: string; readonly to: Parameters<typeof shortDate>[1] } | null
  readonly history: readonly AuditRecord[]
  readonly form: FormState
  /** Whose errors stand in `form`. */
  readonly tried: 'accept' | 'return' | null
  readonly done: string
}

export function officeOfferPage(frame: ui.Frame, of: OfficeOffer): Html {
  const { locale } = frame
  const texts = textsOf(locale)
  const t = texts.office
  const { offer, author } = of
  return ui.page(frame, {
    title: offer.title,
    lead: stateTag(locale, offer.state),
    breadcrumbs: [{ label: t.title, href: OFFICE }],
    notices: [
      ui.doneNotice(locale, t.done, of.done),
      returnedNotice(locale, offer),
      of.silence !== null &&
        ui.notice({
          locale,
          tone: 'warning',
          body: t.silence(of.silence.title, shortDate(locale, of.silence.to)),
        }),
    ],
    actions:
      offer.eventId !== null &&
      ui.linkButton({ label: t.event, href: officePath(offer.eventId), kind: 'quiet' }),
    main: html`${whatIsOffered(locale, offer, [
      {
        term: texts.columns.organisation,
        detail: html`<a href="${organisationPath(offer.organisationId)}">${offer.organisationName}</a> <span class="soft">(${kindName(locale, offer.organisationKind)})</span>`,
      },
      ...(author ? [{ term: t.whoWrote, detail: `${author.name}, ${author.post}` }] : []),
    ])}${of.decides && can(offer.state, 'accept') && decision(frame, of)}${ui.section({
      title: t.history,
      content: ui.past({ locale, records: of.history, actions: texts.actions }),
    })}`,
  })
}

function decision(frame: ui.Frame, of: OfficeOffer): Html {
  const { locale } = frame
  const texts = textsOf(locale)
  const t = texts.office
  const { offer, measure } = of
  const at = `${OFFICE}/${offer.id}`
  const version = ui.hiddenField('version', String(offer.version))
  const clean = { values: {}, errors: [] }
  const accept = of.tried === 'accept' ? of.form : clean
  const back = of.tried === 'return' ? of.form : clean
  const a = ui.fieldsOf(
    locale,
    accept,
    { counts: ['yes'], ...(of.silence ? {} : { announce: ['yes'] }) },
    'accept',
  )
  const r = ui.fieldsOf(locale, back, {}, 'return')
  return html`${ui.section({
    title: t.accept,
    content: ui.form({
      locale,
      scope: 'accept',
      action: `${at}/accept`,
      csrf: frame.csrf,
      errors: accept.errors,
      submit: t.acceptSubmit,
      content: [
        version,
        a.select({
          name: 'unit',
          label: t.unit,
          hint: t.unitHint,
          optional: true,
          empty: t.noUnit,
          options: of.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
        }),
        measure !== null &&
          a.checkbox({ name: 'counts', label: t.counts(measure.number, measure.title), value: 'yes' }),
        a.checkbox({ name: 'announce', label: t.announce, hint: t.announceHint, value: 'yes' }),
      ],
    }),
  })}${ui.disclosure({
    summary: t.return,
    open: of.tried === 'return',
    content: ui.form({
      locale,
      scope: 'return',
      action: `${at}/return`,
      csrf: frame.csrf,
      errors: back.errors,
      submit: t.return,
      content: [
        version,
        r.radios({
          name: 'reason',
          label: t.reason,
          options: RETURN_REASONS.map((value) => ({ value, label: texts.reasons[value] })),
        }),
        r.area({ name: 'words', label: t.words, hint: t.wordsHint, rows: 4, maxLength: 2_000 }),
      ],
    }),
  })}`
}
