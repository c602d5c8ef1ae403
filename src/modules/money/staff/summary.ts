/** The office's overview of money. */
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { page, type Route, type WebRequest } from '../../../platform/http/route.ts'
import { mayManageMoney } from '../policy.ts'
import { placesOf } from '../rules/places.ts'
import { measureNames, readBooks } from '../store/books.ts'
import { placeSheet } from '../views/sheets.ts'
import { officeSummary } from '../views/summary.ts'
import { readers, withChosen } from './request.ts'

const summary = (request: WebRequest) =>
  withChosen(request, async (chosen) => {
    const { db, actor } = request.ctx
    const [books, names] = [
      await readBooks(db, chosen.programme.id),
      await measureNames(db, chosen.programme.id),
    ]
    const format = exportFormat(request)
    if (format) {
      const rows = placesOf(
        books,
        names.map((n) => n.id),
      )
      return exportReply(request, placeSheet(request.locale, rows, names), format, 'money')
    }
    return page(officeSummary(request.frame, chosen, { books, names, mayManage: mayManageMoney(actor) }))
  })

export const summaryRoutes: readonly Route[] = [
  { method: 'GET', path: '/office/money', policy: readers, handle: summary },
]
