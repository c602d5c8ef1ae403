/** Money of a programme for everybody. */
import { found } from '../../kernel/errors.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import { anyone, localPath, one, page, type Route, type WebRequest } from '../../platform/http/route.ts'
import { editionsOf, programmeBySlug } from '../programmes/index.ts'
import { yearsOf } from './rules/books.ts'
import { placesOf } from './rules/places.ts'
import { yearIn, yearOfToday } from './rules/year.ts'
import { measureNames, readBooks } from './store/books.ts'
import { publicCommitments } from './store/commitments.ts'
import { placeSheet } from './views/sheets.ts'
import { publicSummary } from './views/summary.ts'

async function show(request: WebRequest) {
  const { db, today } = request.ctx
  const programme = found(await programmeBySlug(db, request.params['slug'] ?? ''), 'programme')
  const [books, names] = [await readBooks(db, programme.id), await measureNames(db, programme.id)]
  const asked = yearIn(one(request.query, 'year'))
  const format = exportFormat(request)
  if (format) {
    const order = names.map((n) => n.id)
    const rows = placesOf(books, order, asked === null ? yearsOf(books) : [asked])
    return exportReply(request, placeSheet(request.locale, rows, names), format, `${programme.slug}-money`)
  }
  const year = asked ?? yearOfToday(programme, today.year)
  const home = localPath(request.locale, `/programmes/${programme.slug}`)
  return page(
    publicSummary(request.frame, programme, {
      books,
      names,
      editions: (await editionsOf(db, programme.id)).filter((e) => e.state === 'inForce'),
      year,
      commitments: await publicCommitments(db, programme.id, year, one(request.query, 'after')),
      path: `${home}/money`,
      home,
    }),
  )
}

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/programmes/:slug/money', policy: anyone, cached: true, handle: show },
]
