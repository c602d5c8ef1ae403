/** The register of monuments as a data set. */
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
    column(
      'id',
      'Ідентифікатор',
      'Identifier',
      'Сталий ідентифікатор запису',
      'Stable identifier of the entry',
      true,
    ),
    column('name', 'Назва', 'Name', 'Назва пам’ятника', 'Name of the monument', true),
    {
      ...column(
        'kind',
        'Вид',
        'Kind',
        'Вид: пам’ятник, меморіал, знак, дошка, поховання, алея',
        'Kind of monument',
        true,
      ),
      values: MONUMENT_KINDS,
    },
    column('place', 'Місце', 'Place', 'Вулиця чи площа', 'Street or square', true),
    { ...column('latitude', 'Широта', 'Latitude', 'Градуси WGS 84', 'Degrees, WGS 84'), type: 'number' },
    { ...column('longitude', 'Довгота', 'Longitude', 'Градуси WGS 84', 'Degrees, WGS 84'), type: 'number' },
    {
      ...column(
        'state',
        'Стан',
        'State',
        'Стан: добрий, потребує догляду, пошкоджено, втрачено',
        'State of the monument',
        true,
      ),
      values: MONUMENT_STATES,
    },
    {
      ...column(
        'inspectedOn',
        'Оглянуто',
        'Inspected on',
        'День останнього огляду',
        'Day of the last inspection',
      ),
      type: 'date',
    },
    column(
      'caretaker',
      'Доглядає',
      'Cared for by',
      'Підрозділ або організація',
      'Department or organisation',
    ),
    column(
      'protectionNumber',
      'Охоронний номер',
      'Protection number',
      'Номер у Державному реєстрі нерухомих пам’яток',
      'Number in the State Register of Immovable Monuments',
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

function column(key: string, uk: string, en: string, toldUk: string, toldEn: string, required = false) {
  return {
    key,
    title: { uk, en },
    description: { uk: toldUk, en: toldEn },
    type: 'string' as const,
    ...(required ? { required } : {}),
  }
}
