/**
 * Fetches an address that a person typed, and nothing of our own network: every host is looked up here, every
 * address it has must be a public one, and the connection goes to the very address that was looked at.
 */
import { lookup } from 'node:dns/promises'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'

export type FetchProblem = 'not_public' | 'unreachable' | 'too_large' | 'too_slow' | 'bad_answer'

export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly type: string }
  | { readonly ok: false; readonly problem: FetchProblem }

export type FetchLimits = {
  readonly maxBytes: number
  readonly milliseconds: number
  /** For tests: which addresses count as public, and how a host is looked up. */
  readonly isPublic?: (address: string) => boolean
  readonly addressesOf?: (host: string) => Promise<readonly string[]>
}

const REDIRECTS = 3

/** Networks that are not the public internet (IANA special-purpose registries, RFC 6890 and its successors). */
const INNER = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INNER.addSubnet(network, prefix, 'ipv4')
/** Of version 6 only global unicast is let through, without what maps to other networks or to documentation. */
const OUTER6 = new BlockList()
OUTER6.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  INNER.addSubnet(network, prefix, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !INNER.check(address, 'ipv4')
  return version === 6 && OUTER6.check(address, 'ipv6') && !INNER.check(address, 'ipv6')
}

/** @param address http or https; at most three redirects, each looked at as the first */
export async function fetchPublic(address: string, limits: FetchLimits): Promise<Fetched> {
  const ends = AbortSignal.timeout(limits.milliseconds)
  let next = address
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const answer = await hopTo(next, limits, ends)
    if (!('redirect' in answer)) return answer
    if (!URL.canParse(answer.redirect, next)) return failed('bad_answer')
    next = new URL(answer.redirect, next).href
  }
  return failed('bad_answer')
}

async function hopTo(
  address: string,
  limits: FetchLimits,
  ends: AbortSignal,
): Promise<Fetched | { readonly redirect: string }> {
  if (!URL.canParse(address)) return failed('not_public')
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return failed('not_public')
  const { isPublic = isPublicAddress, addressesOf = addressesOfHost } = limits
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await addressesOf(host).catch(() => [])
  const [first] = addresses
  if (first === undefined) return failed('unreachable')
  if (!addresses.every(isPublic)) return failed('not_public')
  return ask(url, first, limits, ends)
}

async function addressesOfHost(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map((a) => a.address)
}

function ask(
  url: URL,
  address: string,
  limits: FetchLimits,
  ends: AbortSignal,
): Promise<Fetched | { readonly redirect: string }> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest
  const family = isIP(address)
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        signal: ends,
        agent: false,
        // The name is not looked up again: another answer could lead inside.
        lookup: (_host, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
        headers: { accept: 'text/calendar, */*;q=0.1', 'user-agent': 'Viche', 'accept-encoding': 'identity' },
      },
      (answer) => {
        const { statusCode = 0, headers } = answer
        if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
          answer.destroy()
          return resolve({ redirect: headers.location })
        }
        if (statusCode !== 200) {
          answer.destroy()
          return resolve(failed('bad_answer'))
        }
        const parts: Buffer[] = []
        let size = 0
        answer.on('data', (part: Buffer) => {
          size += part.length
          if (size <= limits.maxBytes) return parts.push(part)
          answer.destroy()
          return resolve(failed('too_large'))
        })
        answer.on('end', () =>
          resolve({ ok: true, bytes: Buffer.concat(parts), type: headers['content-type'] ?? '' }),
        )
        answer.on('error', () => resolve(failed(ends.aborted ? 'too_slow' : 'unreachable')))
      },
    )
    sent.on('error', () => resolve(failed(ends.aborted ? 'too_slow' : 'unreachable')))
    sent.end()
  })
}

function failed(problem: FetchProblem): { readonly ok: false; readonly problem: FetchProblem } {
  return { ok: false, problem }
}
