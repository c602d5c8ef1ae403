/** What is printed for a seminar: the list of invited branches, a certificate. */
import { dayOf, Temporal } from '../../../kernel/civil-date.ts'
import { type Locale, longDate, shortDate } from '../../../kernel/texts.ts'
import {
  bold,
  DSTU_4163,
  figure,
  layoutOf,
  note,
  type OfficialDocument,
  officialDocument,
  officialLayout,
  p,
  table,
} from '../../../platform/documents/index.ts'
import { qrCode } from '../../../platform/documents/qr.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import { type CityEvent, type EventDay, placeOf, whenOf } from '../../events/index.ts'
import { texts } from '../texts/index.ts'
import type { AttendanceRow, BranchInvited, Certificate } from '../types.ts'

export type Dress = { readonly locale: Locale; readonly council: string; readonly demonstration: boolean }

const invitedOn = ({ invitation }: BranchInvited) => (invitation ? dayOf(invitation.invitedAt) : null)

export function branchList(
  { locale, council, demonstration }: Dress,
  event: CityEvent,
  branches: readonly BranchInvited[],
): OfficialDocument {
  const t = texts[locale].branches
  const c = t.columns
  return officialDocument({
    locale,
    layout: officialLayout,
    title: t.document.heading(event.title),
    madeAt: event.changedAt,
    demonstration: demonstration ? t.document.demonstration : null,
    requisites: { institution: [council], kind: t.document.kind, heading: t.document.heading(event.title) },
    body: [
      table({
        caption: t.document.caption,
        columns: [{ share: 6, align: 'end' }, { share: 46 }, { share: 18 }, { share: 30 }],
        header: [['№', c.name, c.invited, c.answer]],
        body: branches.map((b, i) => {
          const on = invitedOn(b)
          return [
            String(i + 1),
            b.branch.name,
            on ? shortDate(locale, on) : t.not,
            b.invitation ? (t.answers[b.invitation.state] ?? '') : '',
          ]
        }),
        rowHeader: 1,
      }),
    ],
  })
}

export function branchSheet(locale: Locale, rows: readonly BranchInvited[]): Sheet<BranchInvited> {
  const t = texts[locale].branches
  const c = t.columns
  return {
    name: t.sheet,
    rows,
    columns: [
      { key: 'name', title: c.name, kind: 'text', value: (b) => b.branch.name },
      { key: 'invited', title: c.invited, kind: 'date', value: invitedOn },
      { key: 'letters', title: c.letters, kind: 'integer', value: (b) => b.invitation?.letters ?? null },
      { key: 'mailing', title: c.mailing, kind: 'text', value: (b) => b.invitation?.mailingId ?? '' },
      { key: 'told', title: c.told, kind: 'text', value: (b) => b.invitation?.toldOtherwise ?? '' },
      {
        key: 'answer',
        title: c.answer,
        kind: 'text',
        value: (b) => (b.invitation ? (t.answers[b.invitation.state] ?? '') : ''),
      },
      { key: 'attended', title: c.attended, kind: 'integer', value: (b) => b.invitation?.attended ?? null },
    ],
  }
}

export function attendanceSheet(
  locale: Locale,
  rows: readonly AttendanceRow[],
  years: readonly number[],
): Sheet<AttendanceRow> {
  const t = texts[locale].attendance
  return {
    name: t.sheet,
    rows,
    columns: [
      { key: 'name', title: t.organisation, kind: 'text', value: (r) => r.name },
      ...years.map((year) => ({
        key: `y${year}`,
        title: String(year),
        kind: 'integer' as const,
        value: (r: AttendanceRow) => r.years.get(year) ?? null,
      })),
    ],
  }
}

const CERTIFICATE = layoutOf(DSTU_4163, {
  fontSize: 18,
  smallFontSize: 11,
  marginLeft: 20,
  marginRight: 20,
  marginTop: 30,
  firstLineIndent: 0,
  headingPlace: 'centre',
  pageNumberPlace: 'none',
})

/** @param address of the page that checks it, absolute */
export function certificateDocument(
  { locale, council, demonstration }: Dress,
  facts: {
    readonly certificate: Certificate
    readonly event: CityEvent
    readonly days: readonly EventDay[]
    readonly address: string
  },
): OfficialDocument {
  const t = texts[locale].certificates.document
  const { certificate, event, days, address } = facts
  const place = days[0] ? placeOf(locale, days[0]) : ''
  return officialDocument({
    locale,
    layout: CERTIFICATE,
    title: `${t.kind} ${certificate.number}`,
    // The day it was issued: printed again, it is the same file.
    madeAt: Temporal.Instant.from(`${certificate.issuedOn}T00:00:00Z`),
    demonstration: demonstration ? t.demonstration : null,
    requisites: {
      institution: [council],
      kind: t.kind,
      heading: t.heading(certificate.number),
      date: certificate.issuedOn,
    },
    body: [
      p([t.text(''), bold(certificate.name)], 'center'),
      p(t.took(event.title), 'center'),
      p([whenOf(locale, days), place].filter(Boolean).join('. '), 'center'),
      note(t.check),
      figure({
        picture: { type: 'svg', markup: qrCode(address, t.qr) },
        alt: t.qr,
        caption: '',
        percent: 22,
      }),
      note(address),
      note(longDate(locale, certificate.issuedOn)),
    ],
  })
}
