/** Whether a document opens: read by the programs that people read it with, and by its own bytes where they are missing. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'

const run = promisify(execFile)

async function inFolder<T>(
  bytes: Uint8Array,
  name: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'viche-document-'))
  try {
    await writeFile(join(folder, name), bytes)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const isMissing = (error: unknown) => (error as { code?: unknown }).code === 'ENOENT'

/** The words of a DOCX as LibreOffice reads them. */
export async function wordsOfDocx(bytes: Uint8Array): Promise<string> {
  const plain = strFromU8(unzipSync(bytes)['word/document.xml']!).replace(/<[^>]+>/g, ' ')
  return inFolder(bytes, 'report.docx', async (folder) => {
    try {
      const profile = `-env:UserInstallation=file://${folder}/profile`
      await run('soffice', [profile, '--headless', '--convert-to', 'txt:Text', 'report.docx'], {
        cwd: folder,
        timeout: 120_000,
      })
    } catch (error) {
      if (isMissing(error)) return plain
      throw error
    }
    return readFile(join(folder, 'report.txt'), 'utf8')
  })
}

/** The words of a tagged PDF. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const raw = Buffer.from(bytes).toString('latin1')
  assert.match(raw, /^%PDF-1\.7/)
  return inFolder(bytes, 'report.pdf', async (folder) => {
    try {
      const { stdout: facts } = await run('pdfinfo', ['report.pdf'], { cwd: folder })
      assert.match(facts, /Tagged:\s+yes/)
      const { stdout: tags } = await run('pdfinfo', ['-struct', 'report.pdf'], { cwd: folder })
      for (const tag of ['H1', 'P', 'Table', 'TR', 'TH', 'TD'])
        assert.match(tags, new RegExp(`^\\s*${tag}\\b`, 'm'), `the PDF has the tag ${tag}`)
      const { stdout } = await run('pdftotext', ['report.pdf', '-'], { cwd: folder })
      // Words are divided at the ends of lines.
      return stdout.replace(/[-‐\u00ad]\n/g, '')
    } catch (error) {
      if (!isMissing(error)) throw error
      assert.match(raw, /\/StructTreeRoot/)
      return ''
    }
  })
}
