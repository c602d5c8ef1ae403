// A program that runs for months keeps its sources without types beside the packages. Node would keep them too, but in its
// memory, together with what it compiled and with the stripper itself: about 17 MB that are never looked at again.
// Lines and columns stay as they are, so an error names the place in the source. Decision 0020.
import { hash } from 'node:crypto'
import { accessSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as module from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * @param root of the clone
 * @returns whether it can be done here; nothing has changed where it cannot
 */
export function keepStripped(root) {
  const folder = join(root, 'node_modules', '.cache', 'viche', process.version)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    return false
  }
  const ours = pathToFileURL(join(root, '/')).href
  const theirs = pathToFileURL(join(root, 'node_modules', '/')).href
  module.registerHooks({
    load(url, context, next) {
      if (!url.startsWith(ours) || url.startsWith(theirs) || !url.endsWith('.ts')) return next(url, context)
      return { format: 'module', source: stripped(folder, root, fileURLToPath(url)), shortCircuit: true }
    },
  })
  return true
}

function stripped(folder, root, path) {
  const code = readFileSync(path, 'utf8')
  // What was kept of another text says so in its last line.
  const mark = `\n//# ${hash('sha256', code)}`
  const kept = join(folder, `${relative(root, path).replace(/[^\w.-]+/g, '+')}.js`)
  const before = readKept(kept)
  if (before?.endsWith(mark)) return before
  const source = withoutTypes(code) + mark
  const fresh = `${kept}.${process.pid}`
  try {
    writeFileSync(fresh, source)
    renameSync(fresh, kept)
  } catch {
    // A full disk is no reason not to start.
  }
  return source
}

function readKept(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Node strips types without a word when it does so itself; asked for it, it warns that the question is new. */
function withoutTypes(code) {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return module.stripTypeScriptTypes(code)
  } finally {
    process.emitWarning = emitWarning
  }
}
