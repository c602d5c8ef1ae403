/** Typst: from the data of `typst-input.ts` to PDF/UA-1. Loaded only by the press, as it holds its thread. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypstInput } from './typst-input.ts'
import { readFonts } from './typst-input.ts'

/** There is nothing to read in it: a document's files live in memory only. */
const workspace = join(import.meta.dirname, 'fonts')
const template = readFileSync(join(import.meta.dirname, 'official.typ'), 'utf8')
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: readFonts() }] })

/** @throws Error that says what Typst found wrong */
export function typeset({ json, pictures, timestamp }: TypstInput): Uint8Array {
  try {
    for (const picture of pictures)
      compiler.mapShadow(join(workspace, picture.path), Buffer.from(picture.bytes))
    const result = compiler.compile({ mainFileContent: template, inputs: { document: json } })
    if (result.result === null)
      throw new Error(JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? 'no document'))
    return compiler.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp: timestamp })
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}
