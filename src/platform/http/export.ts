/** A list as a file: `?format=csv|xlsx|ods|json` of the same address as the page. */
import type { Temporal } from '../../kernel/civil-date.ts'
import type { Locale } from '../../kernel/texts.ts'
import {
  MEDIA_TYPES,
  type Sheet,
  type TableFormat,
  toCsv,
  toJson,
  toOds,
  toXlsx,
} from '../documents/tables/index.ts'
import { download, one, type Reply, type WebRequest } from './route.ts'

const FORMATS: readonly TableFormat[] = ['csv', 'xlsx', 'ods', 'json']

/** The format that the reader asks for, or null for the page itself. */
export function exportFormat(request: WebRequest): TableFormat | null {
  const wanted = one(request.query, 'format')
  return FORMATS.find((f) => f === wanted) ?? null
}

export async function exportReply<Row>(
  request: WebRequest,
  sheet: Sheet<Row>,
  format: TableFormat,
  name: string,
): Promise<Reply> {
  const body = await written(sheet, format, request.locale, request.ctx.now)
  return download(`${name}.${format}`, MEDIA_TYPES[format], body)
}

async function written<Row>(
  sheet: Sheet<Row>,
  format: TableFormat,
  locale: Locale,
  madeAt: Temporal.Instant,
): Promise<Uint8Array | string> {
  switch (format) {
    case 'csv':
      return toCsv(sheet, { locale })
    case 'xlsx':
      return toXlsx(sheet, { madeAt })
    case 'ods':
      return toOds(sheet, { madeAt })
    case 'json':
      return JSON.stringify(await toJson(sheet))
  }
}
