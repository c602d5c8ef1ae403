/** Addresses of the office. */
import { found, foundId } from '../../../kernel/errors.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { historyOf } from '../../../platform/audit.ts'
import { describeFile, readFile } from '../../../platform/files.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  download,
  one,
  type Policy,
  page,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { readSetting } from '../../../platform/settings.ts'
import { kindName, officersOn, organisationById } from '../../organisations/index.ts'
import * as act from '../actions/decide.ts'
import { SIGN_IN_KIND } from '../actions/entry.ts'
import * as forms from '../forms.ts'
import { mayDecideDelegations, maySeeDelegations } from '../policy.ts'
import { delegationById, delegationsOfOrganisation } from '../store/delegations.ts'
import { type DelegationLine, listDelegations, waitingDelegations } from '../store/lists.ts'
import { personById } from '../store/people.ts'
import { sentence, texts } from '../texts/index.ts'
import type { DelegationId } from '../types.ts'
import * as views from '../views/office.ts'

const sees: Policy = { name: 'delegation.see', allows: maySeeDelegations }
const decides: Policy = { name: 'delegation.decide', allows: mayDecideDelegations }
const { OFFICE } = views
const EXPORT_LIMIT = 100_000
export const USUAL_MONTHS = 12

function idOf(request: WebRequest): DelegationId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'delegation')
}

async function list(request: WebRequest) {
  const { db, actor } = request.ctx
  const query = forms.readListQuery(request.query)
  const format = exportFormat(request)
  if (format) return exportList(request, query, format)
  const [rows, waiting, rules] = await Promise.all([
    listDelegations(db, query),
    waitingDelegations(db, 1),
    readSetting(db, 'mail.autoRelease'),
  ])
  return page(
    views.listPage(request.frame, {
      page: rows,
      query,
      waiting: waiting.total,
      decides: mayDecideDelegations(actor),
      lettersLeave: rules?.[SIGN_IN_KIND] !== undefined,
    }),
  )
}

async function exportList(
  request: WebRequest,
  query: forms.ListQuery,
  format: NonNullable<ReturnType<typeof exportFormat>>,
) {
  const { locale, ctx } = request
  const t = texts[locale]
  const { columns } = t.office
  const { rows } = await listDelegations(ctx.db, { ...query, after: '' }, EXPORT_LIMIT)
  const email = {
    key: 'email',
    title: columns.email,
    kind: 'text' as const,
    value: (d: DelegationLine) => d.email,
  }
  return exportReply<DelegationLine>(
    request,
    {
      name: t.office.title,
      rows,
      columns: [
        { key: 'name', title: columns.name, kind: 'text', value: (d) => d.name },
        ...(mayDecideDelegations(ctx.actor) ? [email] : []),
        { key: 'organisation', title: columns.organisation, kind: 'text', value: (d) => d.organisationName },
        {
          key: 'kind',
          title: columns.kind,
          kind: 'text',
          value: (d) => kindName(locale, d.organisationKind),
        },
        { key: 'post', title: columns.post, kind: 'text', value: (d) => d.post },
        { key: 'state', title: columns.state, kind: 'text', value: (d) => t.states[d.state] },
        { key: 'claimed', title: columns.claimed, kind: 'instant', value: (d) => d.claimedAt },
        { key: 'from', title: columns.from, kind: 'date', value: (d) => d.from },
        { key: 'to', title: columns.to, kind: 'date', value: (d) => d.to },
      ],
    },
    format,
    'representatives',
  )
}

async function draw(request: WebRequest, tried: views.Decision['tried'] = null, state: FormState = CLEAN) {
  const { ctx, locale } = request
  const delegation = found(await delegationById(ctx.db, idOf(request)), 'delegation')
  found(delegation.state === 'unconfirmed' ? null : delegation, 'delegation')
  const { organisationId, invitedBy, fileId } = delegation
  const [organisation, officers, others, inviter, file, records, settings] = await Promise.all([
    organisationById(ctx.db, organisationId),
    officersOn(ctx.db, [organisationId], ctx.today),
    delegationsOfOrganisation(ctx.db, organisationId),
    invitedBy && personById(ctx.db, invitedBy),
    fileId && describeFile(ctx.db, fileId),
    historyOf(ctx.db, [{ type: 'delegation', id: delegation.id }]),
    readSetting(ctx.db, 'representatives'),
  ])
  const to = ctx.today.add({ months: settings?.months ?? USUAL_MONTHS }).subtract({ days: 1 })
  return views.onePage(request.frame, {
    delegation,
    organisation: found(organisation, 'organisation'),
    officers: officers.get(organisationId) ?? [],
    others: others.filter((o) => o.id !== delegation.id && o.state !== 'unconfirmed'),
    invitedBy: inviter ? inviter.name : null,
    letterName: file ? file.name : null,
    records,
    decides: mayDecideDelegations(ctx.actor),
    offered: { from: shortDate(locale, ctx.today), to: shortDate(locale, to) },
    tried,
    state,
    done: one(request.query, 'done'),
  })
}

function decision<T>(
  tried: NonNullable<views.Decision['tried']>,
  schema: Parameters<typeof submit<T, void>>[1]['schema'],
  doIt: (request: WebRequest, id: DelegationId, input: T) => Promise<void>,
  done: string,
): Route {
  return {
    method: 'POST',
    path: `${OFFICE}/:id/${tried}`,
    policy: decides,
    handle: (request) =>
      submit(request, {
        schema,
        act: (input) => doIt(request, idOf(request), input),
        done: () => redirect(`${OFFICE}/${idOf(request)}?done=${done}`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, tried, state),
      }),
  }
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: OFFICE, policy: sees, handle: list },
  {
    method: 'GET',
    path: `${OFFICE}/:id`,
    policy: sees,
    handle: async (request) => page(await draw(request)),
  },
  {
    method: 'GET',
    path: `${OFFICE}/:id/letter/:name`,
    policy: decides,
    async handle(request) {
      const delegation = found(await delegationById(request.ctx.db, idOf(request)), 'delegation')
      const file = found(delegation.fileId && (await readFile(request.ctx.db, delegation.fileId)), 'file')
      return download(file.name, file.mediaType, file.bytes)
    },
  },
  decision(
    'accept',
    forms.acceptForm,
    (request, id, input) => act.acceptDelegation(request.ctx, request.house, { id, ...input }),
    'accepted',
  ),
  decision(
    'return',
    forms.returnForm,
    (request, id, input) => act.returnDelegation(request.ctx, request.house, { id, ...input }),
    'returned',
  ),
  decision(
    'withdraw',
    forms.withdrawForm,
    (request, id, input) => act.withdrawDelegation(request.ctx, request.house, { id, ...input }),
    'withdrawn',
  ),
  {
    method: 'GET',
    path: `${OFFICE}/settings`,
    policy: decides,
    async handle(request) {
      const now = await readSetting(request.ctx.db, 'representatives')
      const values = {
        trustInvitations: now?.trustInvitations ? 'yes' : '',
        months: String(now?.months ?? USUAL_MONTHS),
      }
      return page(
        views.settingsPage(request.frame, { values, errors: [] }, one(request.query, 'done') === 'saved'),
      )
    },
  },
  {
    method: 'POST',
    path: `${OFFICE}/settings`,
    policy: decides,
    handle: (request) =>
      submit(request, {
        schema: forms.settingsForm,
        act: (input) => act.saveRepresentativeSettings(request.ctx, input),
        done: () => redirect(`${OFFICE}/settings?done=saved`),
        sentence: sentence(request.locale),
        again: (state) => views.settingsPage(request.frame, state, false),
      }),
  },
]
