/** `npm run battery -- T2 [T3 …]`: failures to survive and attacks to refuse, each within ten minutes. */
const TESTS: Readonly<
  Record<string, { readonly what: string; readonly load: () => Promise<{ run(): Promise<number> }> }>
> = {
  T2: {
    what: 'kill -9 of program, database and both: nothing acknowledged is lost',
    load: () => import('./t2-kill.ts'),
  },
  T3: { what: 'a commit reaches the disk', load: () => import('./t3-sync.ts') },
  T9: { what: 'every route with hostile input: no 5xx, no hang', load: () => import('./t9-fuzz.ts') },
  T11: {
    what: 'bombs and damaged files of the state register: refused at once, or streamed within bounds',
    load: () => import('./t11-bombs.ts'),
  },
  T12: {
    what: 'an import of two million records, killed at 30, 60 and 90 %, ends as if nothing had been',
    load: () => import('./t12-import.ts'),
  },
  T13: { what: 'a second checker finds every mutation of the record', load: () => import('./t13-record.ts') },
  T15: {
    what: 'every route for every role, from here and from elsewhere',
    load: () => import('./t15-access.ts'),
  },
}

const wanted = process.argv.slice(2)
if (wanted.length === 0 || wanted.some((name) => !(name in TESTS))) {
  for (const [name, test] of Object.entries(TESTS)) process.stdout.write(`${name}  ${test.what}\n`)
  process.exitCode = wanted.length === 0 ? 0 : 2
} else {
  for (const name of wanted) {
    process.stdout.write(`${name}: ${TESTS[name]!.what}\n`)
    const code = await (await TESTS[name]!.load()).run()
    if (code !== 0) process.exitCode = code
  }
}
