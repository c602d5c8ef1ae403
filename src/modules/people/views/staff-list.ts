/** The list of the staff, and how a person stands in it. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, moment } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { unitLabel } from '../rules/unit.ts'
import type { NamedGrant, StaffFilter, StaffRow } from '../store/staff.ts'
import { texts } from '../texts/index.ts'
import { STAFF_STATES } from '../types.ts'

export const PEOPLE = '/office/people'

export function grantName(locale: Locale, grant: NamedGrant): string {
  const t = texts[locale]
  return grant.role === 'executor' ? t.executorOf(labelOf(grant)) : t.roles[grant.role]
}

function labelOf({ unitName, unitShortName }: NamedGrant): string {
  return unitName === null ? '' : unitLabel({ name: unitName, shortName: unitShortName })
}

export function stateTag(locale: Locale, person: StaffRow): Html {
  const tone = { invited: 'due', active: 'done', suspended: 'plain' } as const
  return ui.tag(texts[locale].staffStates[person.state], tone[person.state])
}

export function factorsOf(locale: Locale, person: StaffRow): string {
  const t = texts[locale].staff
  const names = [
    person.hasPassphrase && t.factorList.passphrase,
    person.hasTotp && t.factorList.totp,
    person.passkeys > 0 && t.factorList.passkey,
    person.hasOidc && t.factorList.service,
  ].filter((name) => name !== false)
  return names.join(', ') || t.noFactors
}

export function staffListPage(
  frame: ui.Frame,
  list: {
    readonly rows: readonly StaffRow[]
    readonly next: string | null
    readonly total: number
    readonly filter: StaffFilter
    readonly manages: boolean
  },
): Html {
  const { locale } = frame
  const t = texts[locale].staff
  const { filter } = list
  const isFiltered = Boolean(filter.search || filter.role || filter.state)
  return ui.page(frame, {
    title: t.title,
    lead: isFiltered ? null : t.lead(list.total),
    noIndex: true,
    actions: list.manages && ui.linkButton({ label: t.invite, href: `${PEOPLE}/new` }),
    main: html`${ui.filterForm({
      locale,
      action: PEOPLE,
      ...(isFiltered ? { resetHref: PEOPLE } : {}),
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: filter.search ?? '', type: 'search' }),
        ui.selectField({
          locale,
          name: 'role',
          label: t.role,
          value: filter.role ?? '',
          empty: t.anyRole,
          options: Object.entries(texts[locale].roles).map(([value, label]) => ({ value, label })),
        }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.state,
          value: filter.state ?? '',
          empty: t.anyState,
          options: STAFF_STATES.map((value) => ({ value, label: texts[locale].staffStates[value] })),
        }),
      ],
    })}${ui.table<StaffRow>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: list.rows,
      empty: t.none,
      rowTone: (p) => (p.state === 'suspended' ? 'soft' : null),
      columns: [
        {
          label: t.name,
          rowHeader: true,
          cell: (p) =>
            html`<a href="${PEOPLE}/${p.id}">${p.name}</a>${p.position && html`<br><span class="soft">${p.position}</span>`}`,
        },
        { label: t.email, cell: (p) => p.email },
        { label: t.role, cell: (p) => p.grants.map((g) => grantName(locale, g)).join('; ') },
        { label: t.state, cell: (p) => stateTag(locale, p) },
        { label: t.seen, cell: (p) => (p.seenAt ? moment(locale, p.seenAt) : '') },
      ],
    })}${ui.pager({
      locale,
      nextHref: list.next && ui.withQuery(frame.path, { after: list.next }),
      shown: list.rows.length,
      total: list.total,
    })}${ui.exportLinks({
      locale,
      csv: ui.withQuery(frame.path, { format: 'csv', after: null }),
      xlsx: ui.withQuery(frame.path, { format: 'xlsx', after: null }),
      json: ui.withQuery(frame.path, { format: 'json', after: null }),
      print: true,
      of: t.title,
    })}`,
  })
}
