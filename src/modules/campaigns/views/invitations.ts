/** Lists of who was asked: for looking through, and for telephoning. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import {
  KIND_ORDER,
  kindName,
  type OrganisationId,
  type OrganisationKind,
} from '../../organisations/index.ts'
import { texts } from '../texts/index.ts'
import { type Campaign, INVITATION_STATES, type InvitationLine, type InvitationState } from '../types.ts'
import { campaignPath, PATH, stateTag, termLine } from './parts.ts'

export function invitationPath(
  campaign: Pick<Campaign, 'id'>,
  invitation: Pick<InvitationLine, 'id'>,
): string {
  return campaignPath(campaign, `/organisations/${invitation.id}`)
}

export function invitationsPage(
  frame: ui.Frame,
  view: {
    readonly campaign: Campaign
    readonly page: Page<InvitationLine>
    readonly text: string
    readonly state: InvitationState | null
    readonly kind: OrganisationKind | null
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const at = campaignPath(view.campaign, '/organisations')
  const to = (format: string) => ui.withQuery(frame.path, { format, after: null })
  return ui.page(frame, {
    title: t.list.title,
    lead: termLine(frame, view.campaign),
    breadcrumbs: [
      { label: t.crumb, href: PATH },
      { label: view.campaign.title, href: campaignPath(view.campaign) },
    ],
    main: html`${ui.filterForm({
      locale,
      action: at,
      fields: [
        ui.textField({ locale, name: 'q', label: t.list.search, value: view.text, optional: true }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.columns.state,
          value: view.state ?? '',
          options: [
            { value: '', label: t.list.any },
            ...INVITATION_STATES.map((s) => ({ value: s, label: t.states[s] })),
          ],
        }),
        ui.selectField({
          locale,
          name: 'kind',
          label: t.columns.kind,
          value: view.kind ?? '',
          options: [
            { value: '', label: t.list.any },
            ...KIND_ORDER.map((k) => ({ value: k, label: kindName(locale, k) })),
          ],
        }),
      ],
      ...(view.text || view.state || view.kind ? { resetHref: at } : {}),
    })}${ui.table<InvitationLine>({
      locale,
      caption: t.list.caption,
      captionHidden: true,
      rows: view.page.rows,
      empty: t.list.none,
      columns: [
        {
          label: t.columns.organisation,
          rowHeader: true,
          cell: (i) => html`<a href="${invitationPath(view.campaign, i)}">${i.name}</a>`,
        },
        { label: t.columns.kind, cell: (i) => kindName(locale, i.kind) },
        { label: t.columns.channel, cell: (i) => t.channels[i.channel] },
        { label: t.columns.state, cell: (i) => stateTag(locale, i.state) },
        { label: t.columns.calls, numeric: true, cell: (i) => i.calls || '' },
        { label: t.columns.lastCall, cell: (i) => i.lastCall && t.outcomes[i.lastCall] },
      ],
    })}${ui.pager({ locale, ...(view.page.next ? { nextHref: ui.withQuery(frame.path, { after: view.page.next }) } : {}) })}${ui.exportLinks(
      {
        locale,
        csv: to('csv'),
        xlsx: to('xlsx'),
        ods: to('ods'),
        json: to('json'),
        print: true,
        of: t.list.caption,
      },
    )}`,
  })
}

export function callsPage(
  frame: ui.Frame,
  view: {
    readonly campaign: Campaign
    readonly page: Page<InvitationLine>
    readonly phones: ReadonlyMap<OrganisationId, readonly string[]>
    readonly left: number
    readonly mayRun: boolean
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const to = (format: string) => ui.withQuery(frame.path, { format, after: null })
  return ui.page(frame, {
    title: t.calls.title,
    lead: t.calls.lead(view.left),
    breadcrumbs: [
      { label: t.crumb, href: PATH },
      { label: view.campaign.title, href: campaignPath(view.campaign) },
    ],
    main: html`${ui.table<InvitationLine>({
      locale,
      caption: t.calls.title,
      captionHidden: true,
      rows: view.page.rows,
      empty: t.list.none,
      columns: [
        { label: t.columns.organisation, rowHeader: true, cell: (i) => i.name },
        {
          label: t.columns.phones,
          cell: (i) => {
            const phones = view.phones.get(i.organisationId) ?? []
            return phones.length > 0
              ? phones.map((p) => html`<div class="num">${p}</div>`)
              : html`<span class="soft">${t.calls.noPhones}</span>`
          },
        },
        { label: t.columns.state, cell: (i) => stateTag(locale, i.state) },
        {
          label: t.columns.lastCall,
          cell: (i) => i.lastCall && `${t.outcomes[i.lastCall]}${i.calls > 1 ? ` (${i.calls})` : ''}`,
        },
        {
          label: t.columns.mark,
          labelHidden: true,
          cell: (i) =>
            view.mayRun &&
            ui.linkButton({
              label: t.calls.mark,
              href: `${invitationPath(view.campaign, i)}#call`,
              small: true,
              kind: 'quiet',
              hint: i.name,
            }),
        },
      ],
    })}${ui.pager({ locale, ...(view.page.next ? { nextHref: ui.withQuery(frame.path, { after: view.page.next }) } : {}) })}${ui.exportLinks(
      { locale, csv: to('csv'), xlsx: to('xlsx'), ods: to('ods'), print: true, of: t.calls.title },
    )}`,
  })
}
