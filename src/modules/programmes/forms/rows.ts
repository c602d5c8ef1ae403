/** Forms with rows: `label-0`, `value-0`, `label-1` … beside fields of a single name. */
import { z } from 'zod'

export type WithRows<Fixed, Row> = Fixed & { readonly rows: readonly Row[] }

/**
 * @param fixed fields of a single name
 * @param row fields of a row; the messages of its errors come back under `name-index`
 * @param columns those whose emptiness means that the row is not there
 */
export function withRows<F extends z.ZodRawShape, R extends z.ZodRawShape>(
  fixed: z.ZodObject<F>,
  row: z.ZodObject<R>,
  columns: readonly string[],
): z.ZodType<WithRows<z.output<z.ZodObject<F>>, z.output<z.ZodObject<R>>>> {
  const names = Object.keys(row.shape)
  return z.record(z.string(), z.unknown()).transform((values, ctx) => {
    const single: Record<string, unknown> = {}
    const rows = new Map<number, Record<string, unknown>>()
    for (const [name, value] of Object.entries(values)) {
      const m = /^(.+)-(\d{1,4})$/.exec(name)
      if (m && names.includes(m[1]!)) {
        const at = Number(m[2])
        rows.set(at, { ...rows.get(at), [m[1]!]: value })
      } else single[name] = value
    }
    const head = fixed.strict().safeParse(single)
    if (!head.success)
      for (const issue of head.error.issues)
        ctx.addIssue({
          code: 'custom',
          message: issue.code === 'unrecognized_keys' ? 'unknown_fields' : issue.message,
          path: [...issue.path],
          maximum: 'maximum' in issue ? issue.maximum : undefined,
        })
    const read: z.output<z.ZodObject<R>>[] = []
    for (const [at, cells] of [...rows].sort((a, b) => a[0] - b[0])) {
      if (columns.every((c) => String(cells[c] ?? '').trim() === '')) continue
      const one = row.safeParse(cells)
      if (one.success) read.push(one.data)
      else
        for (const issue of one.error.issues)
          ctx.addIssue({ code: 'custom', message: issue.message, path: [`${String(issue.path[0])}-${at}`] })
    }
    return head.success ? { ...head.data, rows: read } : z.NEVER
  })
}
