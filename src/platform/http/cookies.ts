/** Cookies, read and set by us: values are of letters that need no coding (RFC 6265, 4.1.1). */
import type { Cookie } from './route.ts'

/** The first of this name, as it was sent. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** @throws when the value has letters that would end it */
export function setCookieLine(cookie: Cookie, secure: boolean): string {
  const { name, value, path, maxAge } = cookie
  if (!/^[\w.~+/=:-]*$/.test(value)) throw new Error(`the cookie ${name} needs a plain value`)
  return [
    `${name}=${value}`,
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    `Path=${path}`,
    'HttpOnly',
    ...(secure ? ['Secure'] : []),
    'SameSite=Lax',
  ].join('; ')
}
