/** Styles, fonts and the one small script: read at start, named by their hash, kept by browsers for a year. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ASSET_FILES, composeStyles, STYLE_FILES, STYLE_SHEET } from '../../ui/styles.ts'
import { type Coding, codingOf, shrinks } from './coding.ts'

const codings = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const

export type Asset = { readonly type: string; readonly bytes: Buffer }

export type AssetStore = {
  /** By address. */
  readonly files: ReadonlyMap<string, Asset>
  /** The address of a name: `viche.css`, `enhance.js`, a font. */
  addressOf(name: string): string
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
}

/** @param folder of `ui`: `styles/` and `assets/` stand in it */
export function loadAssets(folder: string): AssetStore {
  const files = new Map<string, Asset>()
  const addresses = new Map<string, string>()

  function put(name: string, bytes: Buffer): void {
    const dot = name.lastIndexOf('.')
    const type = TYPES[name.slice(dot + 1)]
    if (!type) throw new Error(`no media type for ${name}`)
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const address = `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`
    files.set(address, { type, bytes })
    addresses.set(name, address)
  }

  function addressOf(name: string): string {
    const address = addresses.get(name)
    if (!address) throw new Error(`no such asset: ${name}`)
    return address
  }

  for (const name of ASSET_FILES) put(name, readFileSync(join(folder, 'assets', name)))
  const sheets = STYLE_FILES.map((name) => readFileSync(join(folder, 'styles', name), 'utf8'))
  put(STYLE_SHEET, Buffer.from(composeStyles(sheets, addressOf)))
  return { files, addressOf }
}

/** Coded once, as small as it goes, when the first reader asks. */
export function assetHandler({ type, bytes }: Asset) {
  const coded = new Map<Coding, Promise<Buffer>>()
  return async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'public, max-age=31536000, immutable').type(type)
    if (!shrinks(type)) return reply.send(bytes)
    reply.header('vary', 'accept-encoding')
    const coding = codingOf(request.headers['accept-encoding'])
    if (coding === null) return reply.send(bytes)
    const body = coded.get(coding) ?? codings[coding](bytes)
    coded.set(coding, body)
    return reply.header('content-encoding', coding).send(await body)
  }
}
