/** Addresses of the register of monuments in the office. */
import { found, foundId } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { accept, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { historyOf } from '../../../platform/audit.ts'
import type { Db } from '../../../platform/db.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  one,
  type Policy,
  page,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import { districts, findOrganisations, type OrganisationId } from '../../organisations/index.ts'
import { listUnits } from '../../people/index.ts'
import { addMonument, changeMonument, type PictureInput } from '../actions/monuments.ts'
import { monumentSheet } from '../documents/sheets.ts'
import { type MonumentForm, monumentForm, monumentValues } from '../forms/monument.ts'
import { mayKeepMemorials, maySeeOffice } from '../policy.ts'
import { ceremoniesAt } from '../store/ceremonies.ts'
import * as store from '../store/monuments.ts'
import { sentenceOf } from '../texts/index.ts'
import { MONUMENT_STATES, type Monument, type MonumentId, type MonumentInput } from '../types.ts'
import { officeMonument, officeMonuments } from '../views/office-monuments.ts'
import { OFFICE_MONUMENTS } from '../views/parts.ts'

const sees: Policy = { name: 'monument.see', allows: maySeeOffice }
const keeps: Policy = { name: 'monument.keep', allows: mayKeepMemorials }
const SUGGESTED = 300
const EXPORTED = 10_000
const CEREMONIES_SHOWN = 50

export function monumentFilterOf(request: WebRequest): {
  readonly filter: store.MonumentFilter
  readonly typed: { readonly text: string; readonly state: string; readonly district: string }
} {
  const { query } = request
  const text = one(query, 'q').slice(0, 100)
  const state = MONUMENT_STATES.find((s) => s === one(query, 'state')) ?? null
  const district = one(query, 'district')
  const districtId = isId(district) ? asId<'district'>(district) : null
  return {
    filter: { text, state, districtId },
    typed: { text, state: state ?? '', district: districtId ?? '' },
  }
}

/** The whole list as a file, or null for the page. */
export async function monumentExport(request: WebRequest, filter: store.MonumentFilter) {
  const format = exportFormat(request)
  if (!format) return null
  const { rows } = await store.listMonuments(request.ctx.db, filter, '', EXPORTED)
  return exportReply<Monument>(request, monumentSheet(request.locale, rows), format, 'monuments')
}

async function list(request: WebRequest) {
  const { db, actor } = request.ctx
  const { filter, typed } = monumentFilterOf(request)
  const file = await monumentExport(request, filter)
  if (file) return file
  return page(
    officeMonuments(request.frame, {
      page: await store.listMonuments(db, filter, one(request.query, 'after')),
      districts: await districts(db),
      filter: typed,
      mayChange: mayKeepMemorials(actor),
    }),
  )
}

export function monumentIdOf(request: WebRequest): MonumentId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'monument')
}

const NEW: FormState = { values: { kind: 'monument', state: 'good' }, errors: [] }

async function draw(request: WebRequest, id: MonumentId | null, form?: FormState) {
  const { db, actor } = request.ctx
  const monument = id && found(await store.monumentById(db, id), 'monument')
  const [units, parts, organisations] = await Promise.all([
    listUnits(db),
    districts(db),
    findOrganisations(db, { limit: SUGGESTED, active: true }),
  ])
  return officeMonument(request.frame, {
    monument,
    form: form ?? (monument ? { values: monumentValues(monument), errors: [] } : NEW),
    units,
    districts: parts,
    organisations: organisations.map((o) => o.name),
    mayChange: mayKeepMemorials(actor),
    held: monument ? await ceremoniesAt(db, monument.id, { publicOnly: false, limit: CEREMONIES_SHOWN }) : [],
    done: one(request.query, 'done'),
    records: monument ? await historyOf(db, [{ type: 'monument', id: monument.id }]) : [],
  })
}

/** The organisation of exactly this name. */
export async function organisationOfName(db: Db, name: string): Promise<OrganisationId | null> {
  const known = await findOrganisations(db, { text: name, limit: 20 })
  return known.find((o) => o.name === name || o.shortName === name)?.id ?? null
}

async function inputOf(request: WebRequest, typed: MonumentForm): Promise<MonumentInput> {
  const {
    version: _,
    caretakerOrganisation: name,
    alt: __,
    author: ___,
    removePicture: ____,
    ...rest
  } = typed
  const organisation = name === null ? null : await organisationOfName(request.ctx.db, name)
  if (name !== null && organisation === null)
    accept(refuse('unknown_organisation', {}, 'caretakerOrganisation'))
  return { ...rest, caretakerOrganisationId: organisation }
}

function pictureOf(request: WebRequest, typed: MonumentForm): PictureInput {
  const file = request.files.find((f) => f.field === 'picture' && f.bytes.length > 0)
  return { bytes: file?.bytes ?? null, alt: typed.alt, author: typed.author, remove: typed.removePicture }
}

const sentence = (request: WebRequest) => (refusal: Refusal) => sentenceOf(request.locale, refusal)
const UPLOAD = { maxBytes: 20_000_000, maxFiles: 1 }

export const monumentRoutes: readonly Route[] = [
  { method: 'GET', path: OFFICE_MONUMENTS, policy: sees, handle: list },
  {
    method: 'GET',
    path: `${OFFICE_MONUMENTS}/new`,
    policy: keeps,
    handle: async (request) => page(await draw(request, null)),
  },
  {
    method: 'POST',
    path: OFFICE_MONUMENTS,
    policy: keeps,
    upload: UPLOAD,
    handle: (request) =>
      submit(request, {
        schema: monumentForm,
        act: async (typed) =>
          addMonument(request.ctx, await inputOf(request, typed), pictureOf(request, typed)),
        done: (id) => redirect(`${OFFICE_MONUMENTS}/${id}?done=saved`),
        sentence: sentence(request),
        again: (form) => draw(request, null, form),
      }),
  },
  {
    method: 'GET',
    path: `${OFFICE_MONUMENTS}/:id`,
    policy: sees,
    handle: async (request) => page(await draw(request, monumentIdOf(request))),
  },
  {
    method: 'POST',
    path: `${OFFICE_MONUMENTS}/:id`,
    policy: keeps,
    upload: UPLOAD,
    handle: (request) =>
      submit(request, {
        schema: monumentForm,
        act: async (typed) =>
          changeMonument(
            request.ctx,
            monumentIdOf(request),
            typed.version ?? 0,
            await inputOf(request, typed),
            pictureOf(request, typed),
          ),
        done: () => redirect(`${OFFICE_MONUMENTS}/${monumentIdOf(request)}?done=saved`),
        sentence: sentence(request),
        again: (form) => draw(request, monumentIdOf(request), form),
      }),
  },
]
