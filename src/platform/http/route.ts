/** What a module says of an address: who may, and what to do. It never sees the web server. */
import type { z } from 'zod'
import { type Actor, hasRole, type Role } from '../../kernel/actor.ts'
import { areaOf } from '../../kernel/area.ts'
import type { Html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Frame } from '../../ui/frame.ts'
import type { Context } from '../context.ts'
import type { House } from '../house.ts'
import type { Draw } from './drawn.ts'
import type { Remember } from './remembered.ts'

/** Who may come to an address. Finer questions ("this duty of mine") are asked by the action again. */
export type Policy = {
  readonly name: string
  allows(actor: Actor): boolean
}

export const anyone: Policy = { name: 'anyone', allows: () => true }
export const signedIn: Policy = { name: 'signedIn', allows: (actor) => actor.kind === 'staff' }

/** Whoever is signed in to the cabinet, also one whose delegations have all ended. */
export const inCabinet: Policy = { name: 'inCabinet', allows: (actor) => actor.kind === 'representative' }
/** Speaks for at least one organisation today. Which one, the action asks by `speaksFor`. */
export const represents: Policy = {
  name: 'represents',
  allows: (actor) => actor.kind === 'representative' && actor.organisations.length > 0,
}

export function roles(...wanted: readonly Role[]): Policy {
  return { name: wanted.join('|'), allows: (actor) => actor.kind === 'staff' && hasRole(actor, ...wanted) }
}

/** For `/api`: a token that bears the scope. Staff sessions do not reach the API. */
export function scope(wanted: string): Policy {
  return { name: wanted, allows: (actor) => actor.kind === 'token' && actor.scopes.includes(wanted) }
}

export type UploadedFile = {
  readonly field: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export type FormValues = Readonly<Record<string, string | readonly string[]>>

export type Session = { readonly id: string; readonly csrf: string }

export type WebRequest = {
  readonly ctx: Context
  readonly house: House
  readonly locale: Locale
  /** What the page around the content needs: city, navigation, the reader. */
  readonly frame: Frame
  readonly params: Readonly<Record<string, string>>
  readonly query: FormValues
  /** Fields of a form, or the parsed JSON of an API call. */
  readonly form: FormValues
  /** Which button sent the form: save it for good, or keep it as a draft. */
  readonly intent: 'save' | 'draft'
  readonly json: unknown
  readonly files: readonly UploadedFile[]
  /** Path and query as asked, with the language prefix. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly address: string
  readonly session: Session | null
  readonly remember: Remember
  readonly draw: Draw
  /** The number that stands in the log and on an error page. */
  readonly number: string
}

export type Cookie = {
  readonly name: string
  readonly value: string
  readonly path: string
  /** Seconds; 0 removes it. None: until the browser is closed. */
  readonly maxAge?: number
}

export type Reply =
  | {
      readonly kind: 'page'
      readonly status: number
      readonly body: Html
      readonly cookies?: readonly Cookie[]
      /** Origins of sites that may show this page in a frame of theirs; no page may be framed otherwise. */
      readonly embedIn?: readonly string[]
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies?: readonly Cookie[] }
  | {
      readonly kind: 'json'
      readonly status: number
      readonly body: unknown
      readonly type?: string
      readonly headers?: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'bytes'
      readonly type: string
      readonly body: Uint8Array | string | AsyncIterable<Uint8Array | string>
      /** Offered as a file of this name; without it the body is shown (feeds, calendars). */
      readonly name?: string
      readonly headers?: Readonly<Record<string, string>>
    }

export function page(body: Html, status = 200): Reply {
  return { kind: 'page', status, body }
}

/** 303: after a write, the browser reads. The address is one of ours. */
export function redirect(to: string, cookies?: readonly Cookie[]): Reply {
  return cookies ? { kind: 'redirect', to, cookies } : { kind: 'redirect', to }
}

export function json(body: unknown, status = 200): Extract<Reply, { kind: 'json' }> {
  return { kind: 'json', status, body }
}

export function download(
  name: string,
  type: string,
  body: Uint8Array | string | AsyncIterable<Uint8Array | string>,
): Reply {
  return { kind: 'bytes', type, body, name }
}

/** How an address of `/api` is told to other programs; the OpenAPI document is made of these. */
export type ApiDescription = {
  readonly summary: string
  /** What it is about: `legal-time`, `duties`. */
  readonly tag: string
  /** That a token must bear; none for what everybody may read. */
  readonly scope?: string
  /** `z.strictObject` of what may stand in the query, without `after` and `limit`. */
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** What comes back: one row of it where `list` is set. */
  readonly output?: z.ZodType
  /** Answers by `apiList`. */
  readonly list?: boolean
  /** An address that answers 200 in any installation: the path with its query. */
  readonly example?: string
}

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /**
   * `/programmes/:slug`. Pages of the office begin with `/office`, those of representatives with `/cabinet`; public
   * ones exist under `/en` too.
   */
  readonly path: string
  readonly policy: Policy
  /** Accepts files, up to so many bytes each. */
  readonly upload?: { readonly maxBytes: number; readonly maxFiles: number }
  /** Kept in the page cache until something changes. Only for what is the same for every reader. */
  readonly cached?: boolean
  /** For `/api` only. */
  readonly api?: ApiDescription
  readonly handle: (request: WebRequest) => Promise<Reply> | Reply
}

/** One value of a query or form; the first where several came. */
export function one(values: FormValues, name: string): string {
  const value = values[name]
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

export function many(values: FormValues, name: string): readonly string[] {
  const value = values[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** An address of ours with the language kept: `/en` stands before public paths in English. */
export function localPath(locale: Locale, path: string): string {
  return locale === 'en' && areaOf(path) === 'public' ? `/en${path === '/' ? '' : path}` : path
}

/** Only a path on this very site, never another host: `next=` of the sign-in page. */
export function safeNext(text: string, fallback: string): string {
  return /^\/(?![/\\])[\w\-./?=&%~:@+,;]*$/.test(text) && !text.includes('..') ? text : fallback
}
