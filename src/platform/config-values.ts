/** How one value of a setting is read: the value, or what would be right. */
import { isIP } from 'node:net'
import type { Bilingual } from '../kernel/texts.ts'

export type Parsed<T> = { readonly value: T } | { readonly right: Bilingual<string> }

export function wrong(uk: string, en: string): Parsed<never> {
  return { right: { uk, en } }
}

export function parseWhole(from: number, to: number): (text: string) => Parsed<number> {
  return (text) => {
    const n = Number(text)
    return /^\d+$/.test(text) && n >= from && n <= to
      ? { value: n }
      : wrong(`потрібне ціле число від ${from} до ${to}`, `a whole number from ${from} to ${to} is needed`)
  }
}

export function parseChoice<const T extends string>(choices: readonly T[]): (text: string) => Parsed<T> {
  return (text) => {
    const found = choices.find((c) => c === text.toLowerCase())
    return found === undefined
      ? wrong(`можливі значення: ${choices.join(', ')}`, `possible values: ${choices.join(', ')}`)
      : { value: found }
  }
}

export function parseSwitch(text: string): Parsed<boolean> {
  const t = text.toLowerCase()
  if (['on', 'true', 'yes', '1'].includes(t)) return { value: true }
  if (['off', 'false', 'no', '0'].includes(t)) return { value: false }
  return wrong('потрібно on або off', 'on or off is needed')
}

export function parseHost(text: string): Parsed<string> {
  return isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)
    ? { value: text }
    : wrong(
        'потрібна адреса мережевого інтерфейсу без порту: 127.0.0.1, 0.0.0.0, ::',
        'an address to listen on is needed, without a port: 127.0.0.1, 0.0.0.0, ::',
      )
}

/** A web address without path, query or credentials. */
export function parseOrigin(text: string): Parsed<string> {
  const url = URL.canParse(text) ? new URL(text) : null
  const plain =
    url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash
  return url && plain && !url.username
    ? { value: url.origin }
    : wrong(
        'потрібна адреса сайту без шляху: https://gromada.example.gov.ua',
        'the address of the site without a path is needed: https://gromada.example.gov.ua',
      )
}

/** An address of another server; kept as written. */
export function parseServerUrl(
  schemes: readonly string[],
  example: string,
  needs: { readonly path?: boolean } = {},
): (text: string) => Parsed<string> {
  return (text) => {
    const url = URL.canParse(text) ? new URL(text) : null
    // A PostgreSQL address may name a socket folder in `?host=` and leave the host empty.
    const placed = url !== null && (url.hostname !== '' || url.searchParams.has('host'))
    return url && placed && schemes.includes(url.protocol) && (!needs.path || url.pathname.length > 1)
      ? { value: text }
      : wrong(`потрібна адреса на зразок ${example}`, `an address like ${example} is needed`)
  }
}

const PROXY_GROUPS = ['loopback', 'linklocal', 'uniquelocal']

/** How many proxies stand before us, or their addresses. `true` is refused: it lets anyone name any address. */
export function parseProxies(text: string): Parsed<false | number | readonly string[]> {
  const t = text.toLowerCase()
  if (['off', 'no', 'false', '0'].includes(t)) return { value: false }
  if (/^[1-9]$/.test(t)) return { value: Number(t) }
  const list = t.split(',').map((one) => one.trim())
  return list.every((one) => PROXY_GROUPS.includes(one) || isNetwork(one))
    ? { value: list }
    : wrong(
        'потрібна кількість проксі перед програмою (1) або їхні адреси: loopback, 10.0.0.0/8',
        'the number of proxies before the program is needed (1), or their addresses: loopback, 10.0.0.0/8',
      )
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}
