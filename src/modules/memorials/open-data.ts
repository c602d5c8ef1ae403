/** The register of monuments as a data set. */
import { dataColumn, REQUIRED } from '../../platform/data-column.ts'
import type { DataSet } from '../../platform/module.ts'
import { ALL_MONUMENTS, listMonuments } from './store/monuments.ts'
import { MONUMENT_KINDS, MONUMENT_STATES } from './types.ts'

const MOST = 10_000

export const monumentSet: DataSet = {
  slug: 'monuments',
  title: { uk: 'Пам’ятники й меморіали', en: 'Monuments and memorials' },
  description: {
    uk: 'Реєстр пам’ятників, меморіалів і пам’ятних знаків: де стоять, у якому стані, хто доглядає.',
    en: 'The register of monuments, memorials and memorial signs: where they stand, in what state, who cares for them.',
  },
  periodicity: 'monthly',
  keywords: { uk: ['пам’ятники', 'меморіали'], en: ['monuments', 'memorials'] },
  page: '/monuments',
  primaryKey: ['id'],
  columns: [
    dataColumn(
      'id',
      'string',
      ['Ідентифікатор', 'Сталий ідентифікатор запису'],
      ['Identifier', 'Stable identifier of the entry'],
      REQUIRED,
    ),
    dataColumn('name', 'string', ['Назва', 'Назва пам’ятника'], ['Name', 'Name of the monument'], REQUIRED),
    dataColumn(
      'kind',
      'string',
      ['Вид', 'Вид: пам’ятник, меморіал, знак, дошка, поховання, алея'],
      ['Kind', 'Kind of monument'],
      { ...REQUIRED, values: MONUMENT_KINDS },
    ),
    dataColumn('place', 'string', ['Місце', 'Вулиця чи площа'], ['Place', 'Street or square'], REQUIRED),
    dataColumn('latitude', 'number', ['Широта', 'Градуси WGS 84'], ['Latitude', 'Degrees, WGS 84']),
    dataColumn('longitude', 'number', ['Довгота', 'Градуси WGS 84'], ['Longitude', 'Degrees, WGS 84']),
    dataColumn(
      'state',
      'string',
      ['Стан', 'Стан: добрий, потребує догляду, пошкоджено, втрачено'],
      ['State', 'State of the monument'],
      { ...REQUIRED, values: MONUMENT_STATES },
    ),
    dataColumn(
      'inspectedOn',
      'date',
      ['Оглянуто', 'День останнього огляду'],
      ['Inspected on', 'Day of the last inspection'],
    ),
    dataColumn(
      'caretaker',
      'string',
      ['Доглядає', 'Підрозділ або організація'],
      ['Cared for by', 'Department or organisation'],
    ),
    dataColumn(
      'protectionNumber',
      'string',
      ['Охоронний номер', 'Номер у Державному реєстрі нерухомих пам’яток'],
      ['Protection number', 'Number in the State Register of Immovable Monuments'],
    ),
  ],
  async rows(db) {
    const { rows } = await listMonuments(db, ALL_MONUMENTS, '', MOST)
    return rows.map((m) => ({
      id: m.id,
      name: m.name,
      kind: m.kind,
      place: m.place,
      latitude: m.latitude,
      longitude: m.longitude,
      state: m.state,
      inspectedOn: m.inspectedOn,
      caretaker: m.caretakerUnit ?? m.caretakerOrganisation,
      protectionNumber: m.protectionNumber,
    }))
  },
}
