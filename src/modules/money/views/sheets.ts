/** Lists of money as files: every column is named here, nothing goes out because it was added to a record. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet, SheetColumn } from '../../../platform/documents/tables/index.ts'
import type { PlaceRow } from '../rules/places.ts'
import { texts } from '../texts/index.ts'
import type { Commitment, Payment } from '../types.ts'
import { measureLabel, type Names } from './parts.ts'

function numberOf(names: Names, id: string | null): string | null {
  return names.find((n) => n.id === id)?.number ?? null
}

export function placeSheet(locale: Locale, rows: readonly PlaceRow[], names: Names): Sheet<PlaceRow> {
  const t = texts[locale]
  return {
    name: t.title,
    rows,
    columns: [
      { key: 'year', title: t.columns.year, kind: 'integer', value: (r) => r.year },
      { key: 'source', title: t.columns.source, kind: 'text', value: (r) => r.source },
      { key: 'measure', title: t.columns.measure, kind: 'text', value: (r) => numberOf(names, r.measureId) },
      {
        key: 'measureTitle',
        title: t.columns.measureTitle,
        kind: 'text',
        value: (r) => names.find((n) => n.id === r.measureId)?.title ?? t.common,
      },
      { key: 'pot', title: t.columns.pot, kind: 'text', value: (r) => t.pots[r.pot] },
      { key: 'plan', title: t.columns.plan, kind: 'money', value: (r) => r.plan },
      { key: 'committed', title: t.columns.committed, kind: 'money', value: (r) => r.committed },
      { key: 'spent', title: t.columns.spent, kind: 'money', value: (r) => r.spent },
      { key: 'left', title: t.columns.left, kind: 'money', value: (r) => r.left },
    ],
  }
}

export function commitmentSheet(
  locale: Locale,
  rows: readonly Commitment[],
  names: Names,
): Sheet<Commitment> {
  const t = texts[locale]
  const c = t.commitments.columns
  const columns: SheetColumn<Commitment>[] = [
    { key: 'year', title: t.columns.year, kind: 'integer', value: (r) => r.year },
    { key: 'counterparty', title: c.counterparty, kind: 'text', value: (r) => r.counterparty },
    { key: 'counterpartyCode', title: c.code, kind: 'text', value: (r) => r.counterpartyCode },
    { key: 'number', title: c.number, kind: 'text', value: (r) => r.number },
    { key: 'signedOn', title: c.signedOn, kind: 'date', value: (r) => r.signedOn },
    { key: 'kind', title: c.kind, kind: 'text', value: (r) => t.commitments.kinds[r.kind] },
    { key: 'subject', title: c.subject, kind: 'text', value: (r) => r.subject },
    { key: 'source', title: t.columns.source, kind: 'text', value: (r) => r.source },
    {
      key: 'measure',
      title: t.columns.measure,
      kind: 'text',
      value: (r) => measureLabel(locale, names, r.measureId),
    },
    { key: 'amount', title: c.amount, kind: 'money', value: (r) => r.amount },
    { key: 'paid', title: c.paid, kind: 'money', value: (r) => r.paid },
    { key: 'state', title: c.state, kind: 'text', value: (r) => t.commitments.states[r.state] },
    { key: 'procurementLink', title: c.link, kind: 'text', value: (r) => r.procurementLink },
  ]
  return { name: t.commitments.title, rows, columns }
}

/** For the office: with the purpose and who recorded it. */
export function paymentSheet(locale: Locale, rows: readonly Payment[], names: Names): Sheet<Payment> {
  const t = texts[locale]
  const c = t.payments.columns
  return {
    name: t.payments.title,
    rows,
    columns: [
      { key: 'paidOn', title: c.paidOn, kind: 'date', value: (r) => r.paidOn },
      { key: 'amount', title: c.amount, kind: 'money', value: (r) => r.amount },
      { key: 'document', title: c.document, kind: 'text', value: (r) => r.document },
      { key: 'source', title: t.columns.source, kind: 'text', value: (r) => r.source },
      {
        key: 'measure',
        title: t.columns.measure,
        kind: 'text',
        value: (r) => measureLabel(locale, names, r.measureId),
      },
      { key: 'commitment', title: c.commitment, kind: 'text', value: (r) => r.commitmentNumber },
      { key: 'counterparty', title: c.counterparty, kind: 'text', value: (r) => r.counterparty },
      { key: 'note', title: c.note, kind: 'text', value: (r) => r.note },
      { key: 'state', title: c.state, kind: 'text', value: (r) => t.payments.states[r.state] },
      { key: 'who', title: c.who, kind: 'text', value: (r) => r.createdByName },
    ],
  }
}
