/** Addresses about access for other programs. */
import { foundId } from '../../../kernel/errors.ts'
import { isId } from '../../../kernel/ids.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { cutPage, decodeCursor } from '../../../platform/keyset.ts'
import { issueToken, revokeToken } from '../actions/tokens.ts'
import * as forms from '../forms.ts'
import { managesTokens, mayGiveScope } from '../policy.ts'
import { listTokens } from '../store/tokens.ts'
import { listUnits } from '../store/units.ts'
import { sentence } from '../texts/index.ts'
import { SCOPES } from '../types.ts'
import * as views from '../views/tokens.ts'

const { TOKENS } = views
const PAGE = 50

async function drawList(request: WebRequest, refusal?: FormState) {
  const cursor = decodeCursor(one(request.query, 'after'), ['string', 'string'])
  const after =
    cursor && isId(cursor[1]) && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(cursor[0])
      ? { createdAt: cursor[0], id: cursor[1] }
      : null
  const rows = await listTokens(request.ctx.db, after, PAGE + 1)
  return views.tokenListPage(request.frame, {
    ...cutPage(rows, PAGE, (k) => [k.createdAt.toString(), k.id]),
    revoked: one(request.query, 'done') === 'revoked',
    ...(refusal ? { refusal } : {}),
  })
}

async function drawNew(request: WebRequest, state: FormState) {
  const units = await listUnits(request.ctx.db, { kind: 'unit' })
  const scopes = SCOPES.filter((s) => mayGiveScope(request.ctx.actor, s))
  return views.newTokenPage(request.frame, units, scopes, state)
}

async function shown(request: WebRequest, state: FormState): Promise<Reply> {
  return page(await drawNew(request, state))
}

export const tokenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: TOKENS,
    policy: managesTokens,
    handle: async (request) => page(await drawList(request)),
  },
  { method: 'GET', path: `${TOKENS}/new`, policy: managesTokens, handle: (request) => shown(request, CLEAN) },
  {
    method: 'POST',
    path: `${TOKENS}/new`,
    policy: managesTokens,
    handle: (request) =>
      submit(request, {
        schema: forms.tokenForm,
        act: (input) => issueToken(request.ctx, input),
        done: ({ token }) => page(views.shownTokenPage(request.frame, token)),
        sentence: sentence(request.locale),
        again: (state) => drawNew(request, state),
      }),
  },
  {
    method: 'POST',
    path: `${TOKENS}/:id/revoke`,
    policy: managesTokens,
    handle: (request) =>
      submit(request, {
        schema: forms.emptyForm,
        act: () => {
          const id = request.params['id'] ?? ''
          return revokeToken(request.ctx, foundId(id, 'token'))
        },
        done: () => redirect(`${TOKENS}?done=revoked`),
        sentence: sentence(request.locale),
        again: (state) => drawList(request, state),
      }),
  },
]
