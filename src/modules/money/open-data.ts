/** Published data sets: what is planned and used, contracts with their recipients, cash (Law 2939-VI, article 6, part 5). */

import { toHryvnias } from '../../kernel/money.ts'
import { dataColumn, REQUIRED } from '../../platform/data-column.ts'
import type { Db } from '../../platform/db.ts'
import type { Column, DataSet } from '../../platform/module.ts'
import { programmes } from '../programmes/index.ts'
import { placesOf } from './rules/places.ts'
import { measureNames, readBooks } from './store/books.ts'
import { openCommitments, openPayments } from './store/open.ts'
import { hryvnias } from './views/presenters.ts'

const PROGRAMME = dataColumn(
  'programme',
  'string',
  ['Програма', 'Стала назва програми в адресах сайту'],
  ['Programme', 'Stable name of the programme in addresses'],
  REQUIRED,
)
const YEAR = dataColumn('year', 'year', ['Рік', 'Бюджетний рік'], ['Year', 'Budget year'], REQUIRED)
const SOURCE = dataColumn(
  'source',
  'string',
  ['Джерело', 'Бюджет або інше джерело, з якого беруться кошти'],
  ['Source', 'Budget or another source of the money'],
  REQUIRED,
)
const MEASURE = dataColumn(
  'measure',
  'string',
  ['Захід', 'Номер заходу в чинній редакції; порожньо – програма в цілому'],
  ['Measure', 'Number of the measure in the edition in force; empty: the programme as a whole'],
)

function uah(
  key: string,
  uk: readonly [string, string],
  en: readonly [string, string],
  more: Pick<Column, 'required'> = REQUIRED,
): Column {
  return dataColumn(key, 'number', [uk[0], `${uk[1]}, грн`], [en[0], `${en[1]}, UAH`], more)
}

async function fundingRows(db: Db) {
  const rows = []
  for (const programme of await programmes(db)) {
    const books = await readBooks(db, programme.id)
    const names = await measureNames(db, programme.id)
    const places = placesOf(
      books,
      names.map((n) => n.id),
    )
    for (const p of places)
      rows.push({
        programme: programme.slug,
        year: p.year,
        source: p.source,
        measure: names.find((n) => n.id === p.measureId)?.number ?? null,
        pot: p.pot,
        plan: toHryvnias(p.plan),
        committed: toHryvnias(p.committed),
        spent: toHryvnias(p.spent),
        left: hryvnias(p.left),
      })
  }
  return rows
}

const funding: DataSet = {
  slug: 'programme-funding',
  title: { uk: 'Фінансування програм: план і виконання', en: 'Funding of programmes: plan and use' },
  description: {
    uk: 'Заплановані кошти, зобов’язання, касові видатки та залишок за роками, джерелами й заходами.',
    en: 'Planned money, commitments, cash spending and what is left by year, source and measure.',
  },
  periodicity: 'daily',
  keywords: {
    uk: ['місцева програма', 'бюджет', 'фінансування', 'касові видатки'],
    en: ['local programme', 'budget', 'funding', 'spending'],
  },
  columns: [
    PROGRAMME,
    YEAR,
    SOURCE,
    MEASURE,
    dataColumn(
      'pot',
      'string',
      ['Звідки', 'own – власний план заходу, common – спільні кошти програми'],
      ['From', 'own: a plan of the measure; common: the common pot of the programme'],
      { required: true, values: ['own', 'common'] },
    ),
    uah('plan', ['План', 'Заплановано саме на це'], ['Plan', 'Planned for this very place']),
    uah(
      'committed',
      ['Зобов’язано', 'За договорами, ще не сплачено'],
      ['Committed', 'By contract, not yet paid'],
    ),
    uah('spent', ['Витрачено', 'Касові видатки'], ['Spent', 'Cash spending']),
    uah('left', ['Вільно', 'Залишок власного плану'], ['Left', 'What is left of its own plan'], {}),
  ],
  rows: fundingRows,
}

const commitments: DataSet = {
  slug: 'commitments',
  title: { uk: 'Договори за програмами', en: 'Contracts of programmes' },
  description: {
    uk: 'Договори та переможці конкурсів, яким належать кошти програм: контрагент, предмет, сума, сплачено.',
    en: 'Contracts and winners of contests to whom money of programmes is due: counterparty, subject, sum, paid.',
  },
  periodicity: 'daily',
  keywords: {
    uk: ['договір', 'конкурс', 'отримувач бюджетних коштів'],
    en: ['contract', 'contest', 'recipient of budget money'],
  },
  columns: [
    dataColumn('id', 'string', ['Ідентифікатор', 'Сталий'], ['Id', 'Stable'], REQUIRED),
    PROGRAMME,
    YEAR,
    SOURCE,
    MEASURE,
    dataColumn(
      'kind',
      'string',
      ['Вид', 'contract – договір, contest – за результатами конкурсу'],
      ['Kind', 'contract, or contest: by the results of one'],
      { required: true, values: ['contract', 'contest'] },
    ),
    dataColumn(
      'counterparty',
      'string',
      ['Контрагент', 'Хто отримує кошти'],
      ['Counterparty', 'Who receives the money'],
      REQUIRED,
    ),
    dataColumn(
      'counterpartyCode',
      'string',
      ['Код ЄДРПОУ', 'Юридичної особи'],
      ['EDRPOU code', 'Of a legal entity'],
    ),
    dataColumn(
      'number',
      'string',
      ['Номер', 'Номер договору'],
      ['Number', 'Number of the contract'],
      REQUIRED,
    ),
    dataColumn('signedOn', 'date', ['Дата', 'Коли укладено'], ['Date', 'When it was signed'], REQUIRED),
    dataColumn(
      'subject',
      'string',
      ['Предмет', 'Що має бути зроблено'],
      ['Subject', 'What is to be done'],
      REQUIRED,
    ),
    uah('amount', ['Сума', 'Сума на рік'], ['Sum', 'Sum for the year']),
    uah('paid', ['Оплачено', 'Сплачено за договором'], ['Paid', 'Paid by the contract']),
    dataColumn('state', 'string', ['Стан', 'active – діє, closed – закрито'], ['State', 'active or closed'], {
      required: true,
      values: ['active', 'closed'],
    }),
    dataColumn(
      'procurementLink',
      'string',
      ['Закупівля', 'Сторінка закупівлі'],
      ['Procurement', 'Page of the procurement'],
    ),
  ],
  primaryKey: ['id'],
  async rows(db) {
    return (await openCommitments(db)).map((c) => ({
      id: c.id,
      programme: c.programme,
      year: c.year,
      source: c.source,
      measure: c.measure,
      kind: c.kind,
      counterparty: c.counterparty,
      counterpartyCode: c.counterpartyCode,
      number: c.number,
      signedOn: c.signedOn,
      subject: c.subject,
      amount: toHryvnias(c.amount),
      paid: toHryvnias(c.paid),
      state: c.state,
      procurementLink: c.procurementLink,
    }))
  },
}

const payments: DataSet = {
  slug: 'payments',
  title: { uk: 'Платежі за програмами', en: 'Payments of programmes' },
  description: {
    uk: 'Касові видатки програм: коли, скільки, за яким заходом і кому.',
    en: 'Cash spending of programmes: when, how much, for which measure and to whom.',
  },
  periodicity: 'daily',
  keywords: { uk: ['платіж', 'касові видатки', 'бюджет'], en: ['payment', 'spending', 'budget'] },
  columns: [
    dataColumn('id', 'string', ['Ідентифікатор', 'Сталий'], ['Id', 'Stable'], REQUIRED),
    PROGRAMME,
    dataColumn(
      'paidOn',
      'date',
      ['Дата', 'Коли перераховано'],
      ['Date', 'When it was transferred'],
      REQUIRED,
    ),
    YEAR,
    SOURCE,
    MEASURE,
    uah('amount', ['Сума', 'Перераховано'], ['Sum', 'Transferred']),
    dataColumn(
      'document',
      'string',
      ['Документ', 'Номер платіжного документа'],
      ['Document', 'Number of the payment document'],
    ),
    dataColumn(
      'counterparty',
      'string',
      ['Отримувач', 'Контрагент за договором'],
      ['Recipient', 'Counterparty of the contract'],
    ),
    dataColumn('commitment', 'string', ['Договір', 'Номер договору'], ['Contract', 'Number of the contract']),
  ],
  primaryKey: ['id'],
  async rows(db) {
    return (await openPayments(db)).map((p) => ({
      id: p.id,
      programme: p.programme,
      paidOn: p.paidOn,
      year: p.year,
      source: p.source,
      measure: p.measure,
      amount: toHryvnias(p.amount),
      document: p.document,
      counterparty: p.counterparty,
      commitment: p.commitment,
    }))
  },
}

export const openData: readonly DataSet[] = [funding, commitments, payments]
