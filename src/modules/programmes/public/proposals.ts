/** What was proposed to be changed, and what became of it. */

import { html } from '../../../kernel/html.ts'
import { localPath, one, type Reply, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { cutPage, decodeCursor } from '../../../platform/keyset.ts'
import { emptyState, page, pager, withQuery } from '../../../ui/index.ts'
import { unitsByIds } from '../../people/index.ts'
import { listProposals } from '../store/proposals.ts'
import { texts } from '../texts/index.ts'
import { publicProposals } from '../views/proposals.ts'
import { programmePath, titleOf } from '../views/public-programme.ts'
import { publicProgramme } from './programmes.ts'

const PAGE_SIZE = 20

export async function showPublicProposals(request: WebRequest): Promise<Reply> {
  const { locale, frame, ctx } = request
  const t = texts(locale).publicPages
  const programme = await publicProgramme(request)
  const cursor = decodeCursor(one(request.query, 'after'), ['string', 'string'])
  const found = await listProposals(
    ctx.db,
    { programmeId: programme.id, states: ['accepted', 'rejected'] },
    cursor && { createdAt: cursor[0], id: cursor[1] },
    PAGE_SIZE + 1,
  )
  const { rows, next } = cutPage(found, PAGE_SIZE, (p) => [p.createdAt.toString(), p.id])
  const units = await unitsByIds(
    ctx.db,
    rows.flatMap((p) => p.unitId ?? []),
  )
  return reply(
    page(frame, {
      title: t.proposals,
      lead: t.proposalsLead,
      breadcrumbs: [
        { label: t.programmes, href: localPath(locale, '/programmes') },
        { label: titleOf(locale, programme), href: programmePath(locale, programme) },
      ],
      main: html`${rows.length === 0 ? emptyState({ title: t.proposalsNone }) : publicProposals(locale, rows, units)}${pager(
        {
          locale,
          nextHref: next === null ? null : withQuery(frame.path, { after: next }),
        },
      )}`,
    }),
  )
}
