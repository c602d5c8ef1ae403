/** A small export of the state register, invented, that waits in the folder of the demonstration to be imported. */
import { shortDate } from '../src/kernel/texts.ts'
import {
  findOrganisations,
  type OrganisationId,
  type OrganisationLine,
  officersOn,
} from '../src/modules/organisations/index.ts'
import { putFile } from '../src/modules/register/source/folder.ts'
import type { Tx } from '../src/platform/context.ts'

const TYPES: Readonly<Partial<Record<OrganisationLine['kind'], string>>> = {
  partyBranch: 'Структурне утворення політичної партії',
  ngo: 'Громадська організація',
  ngoUnion: 'Громадська спілка',
  charity: 'Благодійна організація',
  religiousCommunity: 'Релігійна організація',
  tradeUnion: 'Професійна спілка',
  tradeUnionAssociation: 'Об’єднання профспілок',
  creativeUnion: 'Творча спілка',
  employersOrganisation: 'Організація роботодавців',
  selfOrganisationBody: 'Орган самоорганізації населення',
}

type Said = {
  readonly code: string
  readonly name: string
  readonly type: string
  readonly state?: string
  readonly leader: string | null
}

const NEW: readonly Said[] = [
  ['99900018', 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ "НІЖИНСЬКИЙ КЛУБ КРАЄЗНАВЦІВ"', 'СОКОЛЕНКО МАРТА ІГОРІВНА'],
  ['99900026', 'БЛАГОДІЙНА ОРГАНІЗАЦІЯ "ТЕПЛИЙ ДІМ НІЖИНА"', 'ВЕРБИЦЬКИЙ ЛЕВ ПАВЛОВИЧ'],
  [
    '99900034',
    'ГРОМАДСЬКА ОРГАНІЗАЦІЯ "МЕШКАНЦІ ВУЛИЦІ НІЖИНСЬКОЇ" КАЛИНІВСЬКОГО РАЙОНУ',
    'ГАЙОВА ЗОЯ МАРКІВНА',
  ],
].map(([code = '', name = '', leader = '']) => ({
  code,
  name,
  leader,
  type: name.startsWith('БЛАГОДІЙНА') ? 'Благодійна організація' : 'Громадська організація',
}))

/** Of the organisations with a code the second is renamed, the third led by another, the fourth ends; three are new. */
export async function writeRegisterSample(tx: Tx, dataDir: string): Promise<void> {
  const known = (await findOrganisations(tx.db, { limit: 1_000, active: true })).filter(
    (o) => o.edrpou !== null,
  )
  const leaders = await officersOn(
    tx.db,
    known.map((o) => o.id),
    tx.today,
  )
  const leaderOf = (id: OrganisationId) => leaders.get(id)?.find((officer) => officer.leads)?.name ?? null
  const said = known.map(
    (o, n): Said => ({
      code: o.edrpou ?? '',
      name: `${o.name}${n === 1 ? ' та громади' : ''}`.toUpperCase(),
      type: TYPES[o.kind] ?? 'Інша',
      leader: (n === 2 ? 'Журавель Ярина Тарасівна' : leaderOf(o.id))?.toUpperCase() ?? null,
      ...(n === 3 ? { state: 'в стані припинення' } : {}),
    }),
  )
  const records = [...said, ...NEW].map(recordOf)
  const damaged = '<SUBJECT><RECORD>0</RECORD><NAME>ЗАПИС, ЩО ЗІПСУВАВСЯ & БЕЗ КІНЦЯ</SUBJECT>'
  const xml = `<?xml version="1.0" encoding="utf-8"?><DATA>${records.join('')}${damaged}</DATA>`
  await putFile({ dataDir }, `FSU_${shortDate('uk', tx.today)}.xml`, Buffer.from(xml, 'utf8'))
}

function recordOf({ code, name, type, state = 'зареєстровано', leader }: Said, n: number): string {
  const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const signer = leader === null ? '' : `<SIGNER>${text(leader)} - керівник</SIGNER>`
  return `<SUBJECT><RECORD>99${String(n).padStart(10, '0')}</RECORD><EDRPOU>${code}</EDRPOU><NAME>${text(name)}</NAME><TYPE_SUBJECT>${type}</TYPE_SUBJECT><TYPE_BRANCH/><STAN>${state}</STAN><SIGNERS>${signer}</SIGNERS></SUBJECT>`
}
