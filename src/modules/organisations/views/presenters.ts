/** What other programs are given: explicit lists of public facts. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/civil-date.ts'
import type { SectionItem } from '../events/sections.ts'
import { organisationPath } from '../rules/path.ts'
import {
  BODY_KINDS,
  CONTACT_KINDS,
  type DetailedLine,
  FIELDS,
  LEGALISATIONS,
  type Names,
  type Officer,
  ORGANISATION_KINDS,
  type OrganisationLine,
  type PublicOrganisation,
  SOURCE_KINDS,
  type Source,
  STATES,
  TIE_KINDS,
} from '../types.ts'

const day = z.iso.date().nullable()
const text = z.string().nullable()
const source = z.strictObject({ kind: z.enum(SOURCE_KINDS), on: day })

export const lineShape = z.strictObject({
  id: z.uuid(),
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  shortName: text,
  nameEn: text,
  edrpou: text,
  state: z.enum(STATES),
  url: z.string(),
})

export function presentLine(baseUrl: string, o: OrganisationLine) {
  const { id, kind, name, shortName, nameEn, edrpou, state } = o
  return { id, kind, name, shortName, nameEn, edrpou, state, url: baseUrl + organisationPath(id) }
}

export const rowShape = lineShape.extend({
  district: text,
  leader: z.strictObject({ name: z.string(), post: z.string(), from: day }).nullable(),
  directions: z.array(z.string()),
  verifiedOn: day,
  updatedAt: z.iso.datetime(),
})

export function presentRow(baseUrl: string, o: DetailedLine, names: Names) {
  return {
    ...presentLine(baseUrl, o),
    district: nameIn(names, o.facts.districtId),
    leader: o.leader && {
      name: o.leader.name,
      post: o.leader.post,
      from: o.leader.from?.toString() ?? null,
    },
    directions: o.directions.map((d) => d.name),
    verifiedOn: o.verifiedOn?.toString() ?? null,
    updatedAt: o.updatedAt.toString(),
  }
}

function nameIn(names: Names, id: string | null): string | null {
  return id === null ? null : (names.get(id)?.name ?? null)
}

export const officerShape = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  post: z.string(),
  leads: z.boolean(),
  from: day,
  until: day,
  ended: z.boolean(),
  source,
})

export function presentOfficer(o: Officer) {
  return {
    id: o.id,
    name: o.name,
    post: o.post,
    leads: o.leads,
    from: o.from?.toString() ?? null,
    until: o.until?.toString() ?? null,
    ended: o.ended || o.until !== null,
    source: presentSource(o.source),
  }
}

function presentSource(s: Source) {
  return { kind: s.kind, on: s.on?.toString() ?? null }
}

export const wholeShape = lineShape.extend({
  formCode: text,
  purpose: text,
  registration: text,
  registeredOn: day,
  foundingDocument: text,
  confession: text,
  katottg: text,
  district: text,
  body: z
    .strictObject({
      kind: z.enum(BODY_KINDS).nullable(),
      territory: text,
      permit: text,
      permittedOn: day,
      legalisation: z.enum(LEGALISATIONS).nullable(),
      legalisedOn: day,
      termFrom: day,
      termUntil: day,
      reportedOn: day,
    })
    .nullable(),
  directions: z.array(z.string()),
  contacts: z.array(z.strictObject({ kind: z.enum(CONTACT_KINDS), value: z.string(), note: text })),
  officers: z.array(officerShape),
  ties: z.array(
    z.strictObject({
      kind: z.enum(TIE_KINDS),
      side: z.enum(['below', 'above']),
      organisation: lineShape,
      from: day,
      until: day,
    }),
  ),
  values: z.array(
    z.strictObject({
      field: z.enum(FIELDS),
      value: text,
      current: z.boolean(),
      from: day,
      until: day,
      source,
      recordedOn: z.iso.date(),
    }),
  ),
  verifiedOn: day,
  updatedAt: z.iso.datetime(),
  took: z.record(z.string(), z.array(z.strictObject({ title: z.string(), url: text, on: day, note: text }))),
})

export function presentWhole(
  baseUrl: string,
  o: PublicOrganisation,
  took: ReadonlyMap<string, readonly SectionItem[]>,
) {
  const { facts } = o
  return {
    id: o.id,
    kind: o.kind,
    name: facts.name ?? '',
    shortName: facts.shortName,
    nameEn: facts.nameEn,
    edrpou: facts.edrpou,
    state: facts.state,
    url: baseUrl + organisationPath(o.id),
    formCode: facts.formCode,
    purpose: facts.purpose,
    registration: facts.registration,
    registeredOn: facts.registeredOn,
    foundingDocument: facts.foundingDocument,
    confession: nameIn(o.names, facts.confessionId),
    katottg: facts.katottg,
    district: nameIn(o.names, facts.districtId),
    body:
      o.kind === 'selfOrganisationBody'
        ? {
            kind: facts.bodyKind,
            territory: facts.territory,
            permit: facts.permit,
            permittedOn: facts.permittedOn,
            legalisation: facts.legalisation,
            legalisedOn: facts.legalisedOn,
            termFrom: facts.termFrom,
            termUntil: facts.termUntil,
            reportedOn: facts.reportedOn,
          }
        : null,
    directions: o.directions.map((d) => d.name),
    contacts: o.contacts.map((c) => ({ kind: c.kind, value: c.value, note: c.note })),
    officers: o.officers.map(presentOfficer),
    ties: o.ties.map((t) => ({
      kind: t.kind,
      side: t.lower.id === o.id ? 'below' : 'above',
      organisation: presentLine(baseUrl, t.lower.id === o.id ? t.upper : t.lower),
      from: t.from?.toString() ?? null,
      until: t.until?.toString() ?? null,
    })),
    values: o.values.map((v) => ({
      field: v.field,
      value: v.field === 'districtId' || v.field === 'confessionId' ? nameIn(o.names, v.value) : v.value,
      current: v.standing === 'current',
      from: v.validFrom?.toString() ?? null,
      until: v.validUntil?.toString() ?? null,
      source: presentSource(v.source),
      recordedOn: dayOf(v.recordedAt).toString(),
    })),
    verifiedOn: o.verifiedOn?.toString() ?? null,
    updatedAt: o.updatedAt.toString(),
    took: Object.fromEntries(
      [...took].map(([key, items]) => [
        key,
        items.map((i) => ({
          title: i.title,
          url: i.path === null ? null : baseUrl + i.path,
          on: i.on?.toString() ?? null,
          note: i.note,
        })),
      ]),
    ),
  }
}
