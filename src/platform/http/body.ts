/** What a request brings: fields and files, without a prototype and within limits. */
import type { FastifyRequest } from 'fastify'
import { Forbidden, TooLarge } from '../../kernel/errors.ts'
import { Refused } from '../../kernel/refusal.ts'
import { CSRF_FIELD, INTENT_FIELD } from '../../ui/frame.ts'
import { sameText } from '../random.ts'
import { readFormToken } from './once.ts'
import type { FormValues, Route, Session, UploadedFile } from './route.ts'

/** Of one form; the longest of ours, a table under review, has some hundreds. */
export const MOST_FIELDS = 2_000
/** Bytes of a body, files apart. */
export const MOST_BYTES = 1024 * 1024

export async function bodyOf(
  route: Route,
  request: FastifyRequest,
): Promise<{ form: FormValues; files: UploadedFile[] }> {
  if (!request.isMultipart()) {
    const form = isValues(request.body) ? request.body : {}
    if (Object.keys(form).length > MOST_FIELDS) throw new TooLarge('fields')
    return { form, files: [] }
  }
  if (!route.upload) throw new Refused([{ refused: 'no_files_here' }])
  const fields = new URLSearchParams()
  const files: UploadedFile[] = []
  let typed = 0
  for await (const part of request.parts({
    limits: { fileSize: route.upload.maxBytes, files: route.upload.maxFiles },
  })) {
    if (part.type === 'field') {
      const value = String(part.value)
      typed += Buffer.byteLength(value)
      // A text that was cut off is not kept as if it were whole.
      if (part.valueTruncated || part.fieldnameTruncated || typed > MOST_BYTES) throw new TooLarge('fields')
      fields.append(part.fieldname, value)
      continue
    }
    const bytes = await part.toBuffer()
    if (part.filename && bytes.length > 0) {
      files.push({ field: part.fieldname, name: part.filename, mediaType: part.mimetype, bytes })
    }
  }
  return { form: valuesOf(fields), files }
}

function isValues(body: unknown): body is FormValues {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}

/** A record without a prototype: a field named `__proto__` is only a field. */
export function valuesOf(params: URLSearchParams): FormValues {
  const values: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of params) {
    const before = values[name]
    if (before === undefined) values[name] = value
    else if (typeof before === 'string') values[name] = [before, value]
    else before.push(value)
  }
  return values
}

/** @returns the number of the page that drew the form */
export function checkCsrf(form: FormValues, session: Session): string {
  const token = form[CSRF_FIELD]
  if (typeof token !== 'string') throw new Forbidden('csrf')
  const { csrf, page } = readFormToken(token)
  if (!sameText(csrf, session.csrf)) throw new Forbidden('csrf')
  return page
}

/** The fields that belong to every form of the house are not the module's business. */
export function withoutOwn(form: FormValues): FormValues {
  const { [CSRF_FIELD]: _, [INTENT_FIELD]: __, ...rest } = form
  return rest
}
