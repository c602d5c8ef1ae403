/** The directory of organisations as a data set (KMU 835), and who led each since when. Public facts only. */

import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { dataColumn, REQUIRED } from '../../platform/data-column.ts'
import type { Db } from '../../platform/db.ts'
import type { DataSet } from '../../platform/module.ts'
import { legalFormName } from './rules/legal-forms.ts'
import { withDetails } from './store/details.ts'
import { listOrganisations, NO_FILTER } from './store/list.ts'
import { allOfficers } from './store/officers.ts'
import { namesOfLists } from './store/whole.ts'
import { type ContactKind, ORGANISATION_KINDS, STATES } from './types.ts'

const MOST = 100_000

const ID = dataColumn(
  'id',
  'string',
  ['Ідентифікатор', 'Сталий ідентифікатор запису в реєстрі міста'],
  ['Identifier', 'Stable identifier of the entry in the city’s registry'],
  REQUIRED,
)

async function rows(db: Db) {
  const { rows } = await listOrganisations(db, { ...NO_FILTER, state: 'all' }, '', MOST)
  const names = await namesOfLists(db)
  const detailed = await withDetails(db, rows, dayOf(Temporal.Now.instant()), ['public'])
  return detailed.map((o) => {
    const contact = (kind: ContactKind) => o.contacts.find((c) => c.kind === kind)?.value ?? null
    const entry = (id: string | null) => (id === null ? null : (names.get(id)?.name ?? null))
    return {
      id: o.id,
      orgId: o.edrpou,
      orgName: o.name,
      orgShortName: o.shortName,
      orgNameEn: o.nameEn,
      orgKind: o.kind,
      legalForm: o.facts.formCode === null ? null : (legalFormName(o.facts.formCode)?.uk ?? null),
      orgState: o.state,
      orgDescription: o.facts.purpose,
      registeredOn: o.facts.registeredOn,
      confession: entry(o.facts.confessionId),
      district: entry(o.facts.districtId),
      katottg: o.facts.katottg,
      territory: o.facts.territory,
      address: contact('address'),
      telephone: contact('phone'),
      email: contact('email'),
      homepage: contact('site'),
      socialAccount: contact('social'),
      headName: o.leader?.name ?? null,
      headPost: o.leader?.post ?? null,
      subOrgOfId: o.parent?.id ?? null,
      verifiedOn: o.verifiedOn,
      modified: o.updatedAt,
    }
  })
}

export const directory: DataSet = {
  slug: 'organisations',
  title: { uk: 'Довідник організацій міста', en: 'Directory of the city’s organisations' },
  description: {
    uk: 'Структурні утворення партій, громадські й благодійні організації, релігійні громади, профспілки, творчі спілки, організації роботодавців та органи самоорганізації населення, відомі міській раді. Лише публічні відомості.',
    en: 'Party branches, non-governmental organisations and charities, religious communities, unions and self-organisation bodies known to the city council. Public facts only.',
  },
  periodicity: 'monthly',
  keywords: {
    uk: ['громадські організації', 'політичні партії', 'релігійні громади', 'самоорганізація населення'],
    en: ['civil society', 'political parties', 'religious communities', 'self-organisation bodies'],
  },
  primaryKey: ['id'],
  page: '/organisations',
  rows,
  columns: [
    ID,
    dataColumn(
      'orgId',
      'string',
      ['Код ЄДРПОУ', 'Вісім цифр; порожньо – коду немає'],
      ['EDRPOU code', 'Eight digits; empty: it has none'],
    ),
    dataColumn('orgName', 'string', ['Назва', 'Повна назва'], ['Name', 'Full name'], REQUIRED),
    dataColumn(
      'orgShortName',
      'string',
      ['Скорочена назва', 'Скорочена назва'],
      ['Short name', 'Short name'],
    ),
    dataColumn(
      'orgNameEn',
      'string',
      ['Назва англійською', 'Назва англійською'],
      ['Name in English', 'Name in English'],
    ),
    dataColumn('orgKind', 'string', ['Вид', 'Вид організації'], ['Kind', 'Kind of organisation'], {
      required: true,
      values: ORGANISATION_KINDS,
    }),
    dataColumn(
      'legalForm',
      'string',
      ['Організаційно-правова форма', 'За КОПФГ'],
      ['Legal form', 'By the state classifier KOPFH'],
    ),
    dataColumn(
      'orgState',
      'string',
      ['Стан', 'Діє, припиняється чи припинена'],
      ['State', 'Active, being wound up, wound up'],
      {
        required: true,
        values: STATES,
      },
    ),
    dataColumn('orgDescription', 'string', ['Мета', 'Мета діяльності'], ['Purpose', 'Purpose']),
    dataColumn(
      'registeredOn',
      'date',
      ['Дата реєстрації', 'Дата державної реєстрації або повідомлення'],
      ['Registered on', 'Date of state registration or notice'],
    ),
    dataColumn(
      'confession',
      'string',
      ['Віросповідання', 'Віросповідання релігійної громади'],
      ['Confession', 'Confession of a religious community'],
    ),
    dataColumn('district', 'string', ['Район міста', 'Район міста'], ['District', 'District of the city']),
    dataColumn('katottg', 'string', ['КАТОТТГ', 'Код території'], ['KATOTTH', 'Code of the territory']),
    dataColumn(
      'territory',
      'string',
      ['Територія', 'Територія органу самоорганізації населення'],
      ['Territory', 'Territory of a self-organisation body'],
    ),
    dataColumn('address', 'string', ['Адреса', 'Публічна адреса'], ['Address', 'Public address']),
    dataColumn('telephone', 'string', ['Телефон', 'Публічний телефон'], ['Phone', 'Public phone']),
    dataColumn(
      'email',
      'string',
      ['Електронна пошта', 'Публічна електронна адреса'],
      ['E-mail', 'Public e-mail address'],
    ),
    dataColumn('homepage', 'string', ['Сайт', 'Адреса сайту'], ['Website', 'Address of the website']),
    dataColumn(
      'socialAccount',
      'string',
      ['Сторінка в соцмережі', 'Адреса сторінки'],
      ['Social account', 'Address of the page'],
    ),
    dataColumn(
      'headName',
      'string',
      ['Керівник', 'Хто публічно очолює організацію'],
      ['Head', 'Who publicly leads the organisation'],
    ),
    dataColumn(
      'headPost',
      'string',
      ['Посада керівника', 'Посада керівника'],
      ['Post of the head', 'Post of the head'],
    ),
    dataColumn(
      'subOrgOfId',
      'string',
      ['Головна організація', 'Ідентифікатор організації, осередком якої є ця'],
      ['Parent', 'Identifier of the organisation of which this is a branch'],
    ),
    dataColumn(
      'verifiedOn',
      'date',
      ['Перевірено', 'Коли відомості востаннє звірено'],
      ['Verified on', 'When the facts were last verified'],
    ),
    dataColumn(
      'modified',
      'datetime',
      ['Змінено', 'Коли запис востаннє змінено'],
      ['Modified', 'When the entry last changed'],
      REQUIRED,
    ),
  ],
}

export const representatives: DataSet = {
  slug: 'organisation-officers',
  title: { uk: 'Хто представляє організації міста', en: 'Who represents the city’s organisations' },
  description: {
    uk: 'Особи, які публічно представляють організації: посада і строк повноважень за державним реєстром, рішенням чи заявою організації. Членів організацій місто не обліковує.',
    en: 'Persons who represent organisations publicly: post and term by the state register, a decision or the organisation’s application. The city keeps no members.',
  },
  periodicity: 'monthly',
  keywords: { uk: ['керівники', 'громадські організації'], en: ['leaders', 'civil society'] },
  primaryKey: ['id'],
  page: '/organisations',
  async rows(db) {
    return (await allOfficers(db)).map((o) => ({
      id: o.id,
      organisation: o.organisationId,
      name: o.name,
      post: o.post,
      leads: o.leads,
      from: o.from,
      until: o.until,
      source: o.source.kind,
    }))
  },
  columns: [
    ID,
    dataColumn(
      'organisation',
      'string',
      ['Організація', 'Ідентифікатор у довіднику організацій'],
      ['Organisation', 'Identifier in the directory of organisations'],
      REQUIRED,
    ),
    dataColumn('name', 'string', ['Ім’я', 'Прізвище, ім’я та по батькові'], ['Name', 'Full name'], REQUIRED),
    dataColumn('post', 'string', ['Посада', 'Посада'], ['Post', 'Post'], REQUIRED),
    dataColumn(
      'leads',
      'boolean',
      ['Очолює', 'Чи очолює організацію'],
      ['Leads', 'Whether the person leads the organisation'],
      REQUIRED,
    ),
    dataColumn(
      'from',
      'date',
      ['З', 'Перший день; порожньо – невідомо'],
      ['From', 'First day; empty: unknown'],
    ),
    dataColumn(
      'until',
      'date',
      ['До', 'Останній день; порожньо – дотепер або невідомо'],
      ['Until', 'Last day; empty: until now or unknown'],
    ),
    dataColumn('source', 'string', ['Джерело', 'Звідки це відомо'], ['Source', 'How it is known'], REQUIRED),
  ],
}
