/** What a file would bring and what it brought, with the rows that were set aside. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Kopiykas, sum } from '../../../kernel/money.ts'
import { type Locale, money } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { AcceptedRow } from '../rules/import-rows.ts'
import { texts } from '../texts/index.ts'
import type { ImportedLine, ImportOutcome, PaymentImport, SetAsideLine } from '../types.ts'
import { crumbs, reasonOf, steps } from './imports.ts'
import { at, type Chosen, day, measureLabel, type Names, OFFICE, sourceLabel } from './parts.ts'

const SHOWN = 50

export function reviewPage(
  frame: ui.Frame,
  chosen: Chosen,
  made: PaymentImport,
  tried: {
    readonly accepted: readonly AcceptedRow[]
    readonly known: readonly ImportedLine[]
    readonly setAside: readonly SetAsideLine[]
  },
  names: Names,
  errors: FormState['errors'],
): Html {
  const { locale } = frame
  const t = texts[locale]
  const w = t.import.review
  const { accepted, known, setAside } = tried
  const total: Kopiykas = sum(accepted.map((r) => r.entry.amount))
  const action = `${OFFICE}/import/${made.id}`
  return ui.page(frame, {
    title: made.fileName,
    breadcrumbs: crumbs(frame, chosen),
    lead: w.lead(accepted.length, total),
    actions: [
      accepted.length > 0 &&
        ui.postButton({ action: `${action}/confirm`, csrf: frame.csrf, label: w.confirm(accepted.length) }),
      ui.linkButton({ label: w.back, href: `${action}/columns`, kind: 'quiet' }),
      ui.postButton({ action: `${action}/discard`, csrf: frame.csrf, label: w.discard, kind: 'quiet' }),
    ],
    main: html`${steps(locale, 'review')}${ui.errorSummary({ locale, errors })}${ui.figures([
      { value: accepted.length, label: w.added },
      { value: known.length, label: w.known },
      {
        value: setAside.length,
        label: w.setAside,
        ...(setAside.length > 0 ? { tone: 'due' as const } : {}),
      },
    ])}${asideSection(locale, made, setAside)}${
      accepted.length > 0 &&
      ui.section({
        title: w.willAdd,
        content: html`${ui.table<AcceptedRow>({
          locale,
          caption: w.willAdd,
          captionHidden: true,
          rows: accepted.slice(0, SHOWN),
          columns: [
            { label: w.row, cell: (r) => r.number, rowHeader: true },
            { label: t.payments.columns.paidOn, cell: (r) => day(locale, r.entry.paidOn) },
            { label: t.payments.columns.amount, cell: (r) => money(locale, r.entry.amount), numeric: true },
            { label: t.payments.columns.document, cell: (r) => r.entry.document },
            { label: t.columns.source, cell: (r) => sourceLabel(locale, r.place.source) },
            { label: t.columns.measure, cell: (r) => measureLabel(locale, names, r.place.measureId) },
            { label: t.payments.columns.commitment, cell: (r) => r.entry.commitment },
            { label: t.payments.columns.note, cell: (r) => r.entry.note },
          ],
        })}${accepted.length > SHOWN && ui.paragraph(w.firstShown(SHOWN, accepted.length), 'soft')}`,
      })
    }${
      known.length > 0 &&
      ui.disclosure({
        summary: `${w.knownTitle}: ${known.length}`,
        content: html`${ui.paragraph(w.knownText)}${ui.bullets(
          known
            .slice(0, SHOWN)
            .map((k) => html`${w.row} ${k.number}: ${k.cells.filter(Boolean).join(' · ')}`),
        )}`,
      })
    }`,
  })
}

export function outcomePage(
  frame: ui.Frame,
  chosen: Chosen,
  made: PaymentImport,
  outcome: ImportOutcome | null,
  past: Html,
): Html {
  const { locale } = frame
  const t = texts[locale].import
  return ui.page(frame, {
    title: made.fileName,
    breadcrumbs: crumbs(frame, chosen),
    lead: outcome
      ? t.doneLead(outcome.added, outcome.sum, outcome.known.length, outcome.setAside.length)
      : t.discardedLead,
    actions: [
      ui.linkButton({ label: t.seePayments, href: at('/payments', chosen) }),
      ui.linkButton({ label: t.again, href: at('/import', chosen), kind: 'quiet' }),
    ],
    main: html`${outcome && steps(locale, 'done')}${outcome && asideSection(locale, made, outcome.setAside)}${past}`,
  })
}

function asideSection(locale: Locale, made: PaymentImport, setAside: readonly SetAsideLine[]): Html | false {
  const w = texts[locale].import.review
  if (setAside.length === 0) return false
  const file = (format: string) => ui.withQuery(`${OFFICE}/import/${made.id}/set-aside`, { format })
  return ui.section({
    title: w.asideTitle,
    intro: w.asideText,
    content: html`${ui.table<SetAsideLine>({
      locale,
      caption: w.asideTitle,
      captionHidden: true,
      rows: setAside.slice(0, SHOWN),
      columns: [
        { label: w.row, cell: (r) => r.number, rowHeader: true },
        { label: w.reason, cell: (r) => r.refusals.map((x) => reasonOf(locale, x)).join(' ') },
        { label: w.content, cell: (r) => r.cells.filter(Boolean).join(' · ') },
      ],
    })}${setAside.length > SHOWN && ui.paragraph(w.firstShown(SHOWN, setAside.length), 'soft')}${ui.exportLinks(
      {
        locale,
        csv: file('csv'),
        xlsx: file('xlsx'),
        of: w.takeAside,
      },
    )}`,
  })
}

/** The rows as they came, with why: to be mended and loaded again. */
export function asideSheet(
  locale: Locale,
  made: PaymentImport,
  rows: readonly SetAsideLine[],
): Sheet<SetAsideLine> {
  const w = texts[locale].import.review
  const width = Math.max(made.content.header.length, ...rows.map((r) => r.cells.length))
  return {
    name: w.asideTitle,
    rows,
    columns: [
      ...Array.from({ length: width }, (_, i) => ({
        key: `column${i + 1}`,
        title: made.content.header[i] ?? '',
        kind: 'text' as const,
        value: (r: SetAsideLine) => r.cells[i] ?? null,
      })),
      {
        key: 'reason',
        title: w.reason,
        kind: 'text' as const,
        value: (r: SetAsideLine) => r.refusals.map((x) => reasonOf(locale, x)).join(' '),
      },
    ],
  }
}
