/** The words of an answer, whatever its form: a page, JSON, a workbook, a document. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'

export async function wordsOf(type: string, bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04')
    return Object.entries(unzipSync(bytes))
      .map(([name, part]) => `${name} ${strFromU8(part)}`)
      .join('\n')
  if (type.startsWith('application/pdf')) return pdfWords(bytes)
  const text = bytes.toString('utf8')
  // A calendar folds its long lines (RFC 5545, 3.1).
  return type.startsWith('text/calendar') ? text.replace(/\r?\n[ \t]/g, '') : text
}

const run = promisify(execFile)

/** By poppler where it is; a machine without it reads only what a PDF says plainly: its metadata. */
async function pdfWords(bytes: Buffer): Promise<string> {
  const words = run('pdftotext', ['-', '-'], { encoding: 'utf8', maxBuffer: 50_000_000 })
  words.child.stdin?.on('error', () => {})
  words.child.stdin?.end(bytes)
  return (await words.then((r) => r.stdout).catch(() => '')) + bytes.toString('latin1')
}
