/** Addresses about departments. */
import type { UnitId } from '../../../kernel/actor.ts'
import { found, foundId } from '../../../kernel/errors.ts'
import { isId } from '../../../kernel/ids.ts'
import { cleanText } from '../../../kernel/inputs.ts'
import { historyOf } from '../../../platform/audit.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { cutPage, decodeCursor } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import * as act from '../actions/units.ts'
import * as forms from '../forms.ts'
import { managesUnits } from '../policy.ts'
import { aliasesOf } from '../store/aliases.ts'
import { staffOfUnit } from '../store/colleagues.ts'
import * as store from '../store/units.ts'
import { sentence, texts } from '../texts/index.ts'
import { pastOf } from '../views/shared.ts'
import { UNITS, unitListPage, unitState } from '../views/unit-list.ts'
import * as views from '../views/units.ts'

const PAGE = 50
const EXPORT = 10_000

function filterOf(request: WebRequest): store.UnitFilter {
  const kind = one(request.query, 'kind')
  return {
    search: cleanText(one(request.query, 'q')).slice(0, 100),
    ...(kind === 'unit' || kind === 'group' ? { kind } : {}),
    all: one(request.query, 'all') === '1',
  }
}

async function list(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const filter = filterOf(request)
  const t = texts[request.locale].units
  const format = exportFormat(request)
  if (format) {
    return exportReply<store.UnitRow>(
      request,
      {
        name: t.sheet,
        rows: await store.unitRows(db, filter, null, EXPORT),
        columns: [
          { key: 'name', title: t.name, kind: 'text', value: (u) => u.name },
          { key: 'shortName', title: t.shortName, kind: 'text', value: (u) => u.shortName },
          { key: 'kind', title: t.kind, kind: 'text', value: (u) => t.kinds[u.kind] },
          { key: 'email', title: t.email, kind: 'text', value: (u) => u.email },
          { key: 'state', title: t.state, kind: 'text', value: (u) => unitState(request.locale, u) },
          { key: 'staff', title: t.staff, kind: 'integer', value: (u) => u.staff },
        ],
      },
      format,
      'units',
    )
  }
  const cursor = decodeCursor(one(request.query, 'after'), ['string', 'string'])
  const after =
    cursor && isId(cursor[1]) && !cursor[0].includes('\0') ? { name: cursor[0], id: cursor[1] } : null
  const cut = cutPage(await store.unitRows(db, filter, after, PAGE + 1), PAGE, (u) => [u.name, u.id])
  return page(unitListPage(request.frame, { ...cut, total: await store.countUnits(db, filter), filter }))
}

function idOf(request: WebRequest): UnitId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'unit')
}

async function show(request: WebRequest, sent: views.UnitFacts['sent'] = null) {
  const { db } = request.ctx
  const unit = found(await store.unitById(db, idOf(request)), 'unit')
  return views.unitPage(request.frame, {
    unit,
    aliases: await aliasesOf(db, unit.id),
    members: unit.kind === 'group' ? await store.groupMembers(db, unit.id) : [],
    staff: unit.kind === 'unit' ? await staffOfUnit(db, unit.id) : [],
    merged: await store.mergedInto(db, unit.id),
    mergedInto: unit.mergedInto ? ((await store.unitById(db, unit.mergedInto)) ?? null) : null,
    others: await store.listUnits(db),
    history: pastOf(request.locale, await historyOf(db, [{ type: 'unit', id: unit.id }])),
    done: ui.doneNotice(request.locale, texts[request.locale].units.done, one(request.query, 'done')),
    sent,
  })
}

function verb<T>(
  path: string,
  schema: Parameters<typeof submit<T, void>>[1]['schema'],
  done: string,
  name: views.UnitForm,
  run: (request: WebRequest, input: T) => Promise<void>,
): Route {
  return {
    method: 'POST',
    path: `${UNITS}/:id${path}`,
    policy: managesUnits,
    handle: (request) =>
      submit(request, {
        schema,
        act: (input) => run(request, input),
        done: () => redirect(`${UNITS}/${idOf(request)}?done=${done}`),
        sentence: sentence(request.locale),
        again: (state) => show(request, { name, state }),
      }),
  }
}

export const unitRoutes: readonly Route[] = [
  { method: 'GET', path: UNITS, policy: managesUnits, handle: list },
  {
    method: 'GET',
    path: `${UNITS}/new`,
    policy: managesUnits,
    handle: (request) => page(views.newUnitPage(request.frame, CLEAN)),
  },
  {
    method: 'POST',
    path: `${UNITS}/new`,
    policy: managesUnits,
    handle: (request) =>
      submit(request, {
        schema: forms.createUnitForm,
        act: (input) => act.createUnit(request.ctx, input),
        done: (id) => redirect(`${UNITS}/${id}?done=created`),
        sentence: sentence(request.locale),
        again: (state: FormState) => views.newUnitPage(request.frame, state),
      }),
  },
  {
    method: 'GET',
    path: `${UNITS}/:id`,
    policy: managesUnits,
    handle: async (request) => page(await show(request)),
  },
  verb('', forms.changeUnitForm, 'changed', 'details', (request, input) =>
    act.changeUnit(request.ctx, idOf(request), input),
  ),
  verb('/aliases', forms.aliasForm, 'alias', 'alias', (request, { alias }) =>
    act.addUnitAlias(request.ctx, idOf(request), alias),
  ),
  verb('/aliases/remove', forms.dropAliasForm, 'alias', 'alias', (request, { normal }) =>
    act.removeUnitAlias(request.ctx, idOf(request), normal),
  ),
  verb('/members', forms.membersForm, 'members', 'members', (request, { members }) =>
    act.fillGroup(request.ctx, idOf(request), members),
  ),
  verb('/merge', forms.mergeForm, 'merged', 'merge', (request, input) =>
    act.mergeUnits(request.ctx, idOf(request), input),
  ),
  verb('/split', forms.emptyForm, 'split', 'merge', (request) => act.splitUnit(request.ctx, idOf(request))),
  verb('/active', forms.activeForm, 'state', 'details', (request, { active }) =>
    act.setUnitActive(request.ctx, idOf(request), active),
  ),
]
