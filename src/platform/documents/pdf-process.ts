/**
 * Runs in a process of its own: typesetting is long, native and cannot be interrupted otherwise. Takes one
 * document at a time from its parent and answers with the PDF or with what is wrong.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypstInput } from './typst-input.ts'
import { readFonts } from './typst-input.ts'

export type PdfRequest = TypstInput
export type PdfAnswer = { readonly pdf: Uint8Array } | { readonly error: string }

/** There is nothing to read in it: a document's files live in memory only. */
const workspace = join(import.meta.dirname, 'fonts')
const template = readFileSync(join(import.meta.dirname, 'official.typ'), 'utf8')
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: readFonts() }] })

function typeset({ json, pictures, timestamp }: PdfRequest): PdfAnswer {
  try {
    for (const picture of pictures)
      compiler.mapShadow(join(workspace, picture.path), Buffer.from(picture.bytes))
    const result = compiler.compile({ mainFileContent: template, inputs: { document: json } })
    if (result.result === null) return { error: describe(result.takeDiagnostics()?.shortDiagnostics) }
    return { pdf: compiler.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp: timestamp }) }
  } catch (error) {
    return { error: describe(error instanceof Error && 'code' in error ? error.code : error) }
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}

function describe(what: unknown): string {
  return (typeof what === 'string' ? what : (JSON.stringify(what) ?? String(what))).slice(0, 2000)
}

process.on('message', (request: PdfRequest) => process.send?.(typeset(request)))
process.on('disconnect', () => process.exit())
