#!/usr/bin/env node
// The door for any Node: finds one that runs TypeScript, and says what to do where there is none.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

const OLDEST = 24

// `viche … | head`: who reads no further has what they wanted.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
  // An import of the state register works for minutes: its memory counts more than its first second.
  const imports = process.argv[2] === 'organisations' && process.argv[3] === 'import'
  if (imports) setFlagsFromString('--semi-space-growth-factor=1')
  const lasts = imports || process.argv[2] === 'start'
  const { keepStripped } = await import('./stripped.js')
  const stays = lasts && keepStripped(fileURLToPath(new URL('..', import.meta.url)))
  // A command is over in a moment: what was compiled once is kept for the next, in a folder of this user's own.
  if (!stays) module.enableCompileCache()
  const { runCommandLine } = await import('../src/cli.ts')
  process.exitCode = await runCommandLine(process.argv.slice(2))
} else {
  const bundled = join(
    fileURLToPath(new URL('..', import.meta.url)),
    'node_modules',
    '.bin',
    process.platform === 'win32' ? 'node.cmd' : 'node',
  )
  if (!existsSync(bundled) || process.env.BUNDLED_NODE_TRIED) {
    process.stderr.write(
      `Потрібен Node.js ${OLDEST} або новіший; тут ${process.versions.node}, а вбудованого для цієї системи немає. Встановіть Node.js ${OLDEST} і запустіть знову.\n` +
        `Node.js ${OLDEST} or later is needed; this is ${process.versions.node}, and none is bundled for this system. Install Node.js ${OLDEST} and start again.\n`,
    )
    process.exitCode = 1
  } else {
    const run = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, BUNDLED_NODE_TRIED: '1' },
      shell: process.platform === 'win32',
    })
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => run.kill(signal))
    process.exitCode = await new Promise((resolve) => run.on('exit', (code) => resolve(code ?? 1)))
  }
}
