import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { gallery } from './gallery.ts'
import { ASSET_FILES, composeStyles, STYLE_FILES } from './styles.ts'
import { testFrame } from './test/frame.ts'

const here = (path: string) => new URL(path, import.meta.url)
const sheet = composeStyles(
  STYLE_FILES.map((name) => readFileSync(here(`./styles/${name}`), 'utf8')),
  (name) => `/assets/${name}`,
)

test('every style file is in the list, tokens first', () => {
  assert.deepEqual([...STYLE_FILES].sort(), readdirSync(here('./styles')).sort())
  assert.equal(STYLE_FILES[0], 'tokens.css')
})

test('composing drops comments and finds the addresses of assets', () => {
  assert.equal(
    composeStyles(
      [
        '/* a */ a:hover ,\n b { color : red; }',
        '@media print { i { x: calc(1px + 2px) } } u{src:url(asset:f.woff2)}',
      ],
      (n) => `/h/${n}`,
    ),
    'a:hover,b{color : red}@media print{i{x: calc(1px + 2px)}}u{src:url("/h/f.woff2")}',
  )
  assert.doesNotMatch(sheet, /asset:|\/\*/)
})

test('every asset that the sheet names is served', () => {
  const named = [...sheet.matchAll(/url\("\/assets\/([^"]+)"\)/g)].map((m) => m[1])
  assert.ok(named.length > 0)
  for (const name of named)
    assert.ok(
      ASSET_FILES.some((file) => file === name),
      name,
    )
})

test('every class of the parts is dressed', () => {
  const used = new Set(
    [
      ...gallery(testFrame())
        .toString()
        .matchAll(/\sclass="([^"]+)"/g),
    ].flatMap((m) => m[1]!.split(' ')),
  )
  const dressed = new Set([...sheet.replace(/"[^"]*"/g, '').matchAll(/\.([a-z][\w-]*)/gi)].map((m) => m[1]!))
  // A hook of the script, and a state that looks like nothing.
  const bare = ['error-body', 'todo']
  assert.deepEqual(
    [...used].filter((c) => !dressed.has(c) && !bare.includes(c)),
    [],
  )
})

test('style sheet, script, icon and the font of the first page stay small', () => {
  const size = (text: string | Uint8Array) => gzipSync(text, { level: 9 }).length
  const asset = (name: string) => readFileSync(here(`./assets/${name}`))
  const font = asset('arsenal-700.woff2').length
  const whole = size(sheet) + size(asset('enhance.js')) + size(asset('mark.svg')) + font
  assert.ok(whole < 24_000, `${whole} bytes`)
  assert.ok(asset('enhance.js').length < 3072)
})
