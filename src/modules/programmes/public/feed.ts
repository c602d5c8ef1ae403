/** Changes of a programme as an Atom feed (RFC 4287). */
import { html } from '../../../kernel/html.ts'
import type { Reply, WebRequest } from '../../../platform/http/route.ts'
import { changesOf } from '../store/changes.ts'
import { texts } from '../texts/index.ts'
import { decisionText } from '../views/decision.ts'
import { programmePath, titleOf, whenText } from '../views/public-programme.ts'
import { publicProgramme } from './programmes.ts'

export async function changesFeed(request: WebRequest): Promise<Reply> {
  const { locale, house, ctx } = request
  const programme = await publicProgramme(request)
  const t = texts(locale).publicPages
  const changes = await changesOf(ctx.db, programme.id)
  const own = house.baseUrl + programmePath(locale, programme, '/changes.atom')
  const page = house.baseUrl + programmePath(locale, programme)
  const updated = changes[0]?.createdAt ?? ctx.now
  const body = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${own}</id>
<title>${t.changesFeed(titleOf(locale, programme))}</title>
<updated>${updated.toString()}</updated>
<author><name>${house.city.council[locale]}</name></author>
<link rel="self" type="application/atom+xml" href="${own}"/>
<link rel="alternate" type="text/html" href="${page}"/>
${changes.map((c) => {
  const href = `${page}/editions/${c.number}`
  const when = c.inForceFrom ? whenText(locale, { inForceFrom: c.inForceFrom }, ctx.today.toString()) : ''
  return html`<entry>
<id>urn:uuid:${c.editionId}</id>
<title>${t.edition(c.number)}</title>
<updated>${c.createdAt.toString()}</updated>
<link rel="alternate" type="text/html" href="${href}"/>
<summary>${[when, decisionText(locale, c.decision), c.reason ?? ''].filter((s) => s !== '').join('. ')}</summary>
</entry>
`
})}</feed>
`
  return { kind: 'bytes', type: 'application/atom+xml; charset=utf-8', body: body.toString() }
}
