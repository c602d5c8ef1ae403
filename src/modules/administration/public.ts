/** Addresses that are open: public files, checkpoints of the record, health, accessibility. */
import { found } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { publicKeyText, signingKey } from '../../platform/audit-chain.ts'
import { readFile } from '../../platform/files.ts'
import { anyone, download, page, type Route } from '../../platform/http/route.ts'
import { AUDIT_KEY } from './jobs.ts'
import { latestCheckpoint } from './store.ts'
import { accessibilityPage } from './views.ts'

export const publicRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/files/:id/:name',
    policy: anyone,
    async handle(request) {
      const id = request.params['id'] ?? ''
      const file = found(isId(id) ? await readFile(request.ctx.db, asId<'file'>(id)) : null, 'file')
      found(file.access === 'public' ? file : null, 'file')
      return download(file.name, file.mediaType, file.bytes)
    },
  },
  {
    method: 'GET',
    path: '/audit/checkpoint',
    policy: anyone,
    async handle(request) {
      const point = await latestCheckpoint(request.ctx.db)
      const publicKey = publicKeyText(signingKey(request.house.keyFor(AUDIT_KEY)))
      return {
        kind: 'json',
        status: 200,
        body: { publicKey, checkpoint: point ? { ...point, at: point.at.toString() } : null },
      }
    },
  },
  {
    method: 'GET',
    path: '/api/v1/health',
    policy: anyone,
    async handle(request) {
      await request.ctx.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()
      return { kind: 'json', status: 200, body: { status: 'up' } }
    },
  },
  {
    method: 'GET',
    path: '/accessibility',
    policy: anyone,
    cached: true,
    handle: (request) => page(accessibilityPage(request.frame, request.house.city)),
  },
]
