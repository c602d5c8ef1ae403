/** Tagged PDF (PDF/UA-1, ISO 14289-1) of an official document. */
import type { OfficialDocument } from './model.ts'
import { press } from './press.ts'
import { compose } from './print.ts'
import { typstInput } from './typst-input.ts'

/**
 * The same document gives the same bytes.
 * @throws Unavailable when too many documents wait, or this one takes longer than a minute
 */
export async function renderPdf(doc: OfficialDocument): Promise<Uint8Array> {
  return press({ format: 'pdf', input: typstInput(compose(doc)) })
}
