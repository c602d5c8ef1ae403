/** Addresses about the staff. */

import { ROLES, type StaffId } from '../../../kernel/actor.ts'
import { found, foundId } from '../../../kernel/errors.ts'
import { isId } from '../../../kernel/ids.ts'
import { cleanText } from '../../../kernel/inputs.ts'
import { accept } from '../../../kernel/refusal.ts'
import { historyOf } from '../../../platform/audit.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { cutPage, decodeCursor } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import * as act from '../actions/staff.ts'
import * as forms from '../forms.ts'
import { managesStaff, seesStaff } from '../policy.ts'
import { grantsOf } from '../rules/roles.ts'
import * as store from '../store/staff.ts'
import { listUnits } from '../store/units.ts'
import { sentence, texts } from '../texts/index.ts'
import { STAFF_STATES } from '../types.ts'
import { pastOf } from '../views/shared.ts'
import * as views from '../views/staff.ts'
import { factorsOf, grantName, PEOPLE, staffListPage } from '../views/staff-list.ts'

const PAGE = 50
const EXPORT = 10_000

function filterOf(request: WebRequest): store.StaffFilter {
  const role = one(request.query, 'role')
  const state = one(request.query, 'state')
  return {
    search: cleanText(one(request.query, 'q')).slice(0, 100),
    role: ROLES.find((r) => r === role) ?? null,
    state: STAFF_STATES.find((s) => s === state) ?? null,
  }
}

async function list(request: WebRequest): Promise<Reply> {
  const { db, now, actor } = request.ctx
  const filter = filterOf(request)
  const format = exportFormat(request)
  if (format) return exportList(request, filter, format)
  const cursor = decodeCursor(one(request.query, 'after'), ['string', 'string'])
  const after =
    cursor && isId(cursor[1]) && !cursor[0].includes('\0') ? { name: cursor[0], id: cursor[1] } : null
  const rows = await store.staffRows(db, filter, after, PAGE + 1, now)
  const cut = cutPage(rows, PAGE, (p) => [p.name, p.id])
  return page(
    staffListPage(request.frame, {
      ...cut,
      total: await store.countStaff(db, filter),
      filter,
      manages: managesStaff.allows(actor),
    }),
  )
}

async function exportList(
  request: WebRequest,
  filter: store.StaffFilter,
  format: NonNullable<ReturnType<typeof exportFormat>>,
): Promise<Reply> {
  const { locale, ctx } = request
  const t = texts[locale]
  const rows = await store.staffRows(ctx.db, filter, null, EXPORT, ctx.now)
  return exportReply<store.StaffRow>(
    request,
    {
      name: t.staff.sheet,
      rows,
      columns: [
        { key: 'name', title: t.staff.name, kind: 'text', value: (p) => p.name },
        { key: 'email', title: t.staff.email, kind: 'text', value: (p) => p.email },
        { key: 'position', title: t.staff.position, kind: 'text', value: (p) => p.position },
        {
          key: 'roles',
          title: t.staff.role,
          kind: 'text',
          value: (p) => p.grants.map((g) => grantName(locale, g)).join('; '),
        },
        { key: 'state', title: t.staff.state, kind: 'text', value: (p) => t.staffStates[p.state] },
        { key: 'factors', title: t.staff.factors, kind: 'text', value: (p) => factorsOf(locale, p) },
        { key: 'seen', title: t.staff.seen, kind: 'instant', value: (p) => p.seenAt },
      ],
    },
    format,
    'staff',
  )
}

function idOf(request: WebRequest): StaffId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'staff')
}

async function personOf(request: WebRequest): Promise<store.StaffRow> {
  return found(await store.staffById(request.ctx.db, idOf(request), request.ctx.now), 'staff')
}

async function show(request: WebRequest, state: FormState = CLEAN) {
  const { db, actor } = request.ctx
  const person = await personOf(request)
  const manages = managesStaff.allows(actor)
  return views.personPage(request.frame, {
    person,
    units: manages ? await listUnits(db, { kind: 'unit' }) : [],
    manages,
    history: pastOf(request.locale, await historyOf(db, [{ type: 'staff', id: person.id }])),
    done: ui.doneNotice(request.locale, texts[request.locale].staff.done, one(request.query, 'done')),
    state,
  })
}

/** A verb without a form of its own: a button on the person's page. */
function verb(path: string, run: (request: WebRequest) => Promise<Reply>): Route {
  return {
    method: 'POST',
    path: `${PEOPLE}/:id/${path}`,
    policy: managesStaff,
    handle: (request) =>
      submit(request, {
        schema: forms.emptyForm,
        act: () => run(request),
        done: (reply) => reply,
        sentence: sentence(request.locale),
        again: (state) => show(request, state),
      }),
  }
}

function withReason(
  path: 'suspend' | 'reset-second-factor',
  done: string,
  run: typeof act.suspendStaff,
): readonly Route[] {
  const at = `${PEOPLE}/:id/${path}`
  return [
    {
      method: 'GET',
      path: at,
      policy: managesStaff,
      handle: async (request) => page(views.reasonPage(request.frame, await personOf(request), path, CLEAN)),
    },
    {
      method: 'POST',
      path: at,
      policy: managesStaff,
      handle: (request) =>
        submit(request, {
          schema: forms.reasonForm,
          act: ({ reason }) => run(request.ctx, idOf(request), reason),
          done: () => redirect(`${PEOPLE}/${idOf(request)}?done=${done}`),
          sentence: sentence(request.locale),
          again: async (state) => views.reasonPage(request.frame, await personOf(request), path, state),
        }),
    },
  ]
}

export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: PEOPLE, policy: seesStaff, handle: list },
  {
    method: 'GET',
    path: `${PEOPLE}/new`,
    policy: managesStaff,
    handle: async (request) =>
      page(views.invitePage(request.frame, await listUnits(request.ctx.db, { kind: 'unit' }), CLEAN)),
  },
  {
    method: 'POST',
    path: `${PEOPLE}/new`,
    policy: managesStaff,
    handle: (request) =>
      submit(request, {
        schema: forms.inviteForm,
        act: async ({ role, unit, ...details }) => {
          const invited = await act.inviteStaff(request.ctx, request.house, {
            ...details,
            grants: accept(grantsOf(role, unit)),
          })
          return { ...invited, name: details.name }
        },
        done: (invited) => page(views.linkPage(request.frame, invited, invited.link)),
        sentence: sentence(request.locale),
        again: async (state) =>
          views.invitePage(request.frame, await listUnits(request.ctx.db, { kind: 'unit' }), state),
      }),
  },
  {
    method: 'GET',
    path: `${PEOPLE}/:id`,
    policy: seesStaff,
    handle: async (request) => page(await show(request)),
  },
  {
    method: 'POST',
    path: `${PEOPLE}/:id`,
    policy: managesStaff,
    handle: (request) =>
      submit(request, {
        schema: forms.changeStaffForm,
        act: ({ role, unit, ...details }) =>
          act.changeStaff(request.ctx, idOf(request), { ...details, grants: accept(grantsOf(role, unit)) }),
        done: () => redirect(`${PEOPLE}/${idOf(request)}?done=changed`),
        sentence: sentence(request.locale),
        again: (state) => show(request, state),
      }),
  },
  verb('invite-again', async (request) => {
    const { name } = await personOf(request)
    const invited = await act.inviteAgain(request.ctx, request.house, idOf(request))
    return page(views.linkPage(request.frame, { id: invited.id, name }, invited.link))
  }),
  verb('revoke', async (request) => {
    await act.revokeInvitation(request.ctx, idOf(request))
    return redirect(`${PEOPLE}/${idOf(request)}?done=revoked`)
  }),
  verb('restore', async (request) => {
    await act.restoreStaff(request.ctx, idOf(request))
    return redirect(`${PEOPLE}/${idOf(request)}?done=restored`)
  }),
  ...withReason('suspend', 'suspended', act.suspendStaff),
  ...withReason('reset-second-factor', 'reset', act.resetSecondFactor),
]
