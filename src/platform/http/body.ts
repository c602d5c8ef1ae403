/** What a request brings: fields and files, without a prototype and within limits. */
import type { FastifyRequest } from 'fastify'
import { Forbidden } from '../../kernel/errors.ts'
import { Refused } from '../../kernel/refusal.ts'
import { CSRF_FIELD, INTENT_FIELD } from '../../ui/frame.ts'
import { sameText } from '../random.ts'
import type { FormValues, Route, Session, UploadedFile } from './route.ts'

export async function bodyOf(
  route: Route,
  request: FastifyRequest,
): Promise<{ form: FormValues; files: UploadedFile[] }> {
  if (!request.isMultipart()) return { form: isValues(request.body) ? request.body : {}, files: [] }
  if (!route.upload) throw new Refused([{ refused: 'no_files_here' }])
  const fields = new URLSearchParams()
  const files: UploadedFile[] = []
  for await (const part of request.parts({
    limits: { fileSize: route.upload.maxBytes, files: route.upload.maxFiles },
  })) {
    if (part.type === 'field') {
      fields.append(part.fieldname, String(part.value))
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
  for (const name of new Set(params.keys())) {
    const all = params.getAll(name)
    values[name] = all.length === 1 ? all[0]! : all
  }
  return values
}

export function checkCsrf(form: FormValues, session: Session): void {
  const token = form[CSRF_FIELD]
  if (typeof token !== 'string' || !sameText(token, session.csrf)) throw new Forbidden('csrf')
}

/** The fields that belong to every form of the house are not the module's business. */
export function withoutOwn(form: FormValues): FormValues {
  const { [CSRF_FIELD]: _, [INTENT_FIELD]: __, ...rest } = form
  return rest
}
