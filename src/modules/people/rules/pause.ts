/**
 * How long one waits after wrong attempts. A pause grows and ends: nobody is ever locked out for good. A stranger who
 * tries an account delays its owner's passphrase by minutes, and after a hundred wrong attempts by an hour. A passkey
 * is never delayed.
 */

/**
 * - `pair`: one account from one address: someone who does not remember.
 * - `account`: one account from anywhere: a guess spread over many addresses.
 * - `address`: one address at any accounts: a spray. A whole city hall sits behind one address, so its patience is long.
 * - `factor`: the second factor of a person whose passphrase was right.
 */
export type Gauge = 'pair' | 'account' | 'address' | 'factor'

type Patience = {
  /** Failures without any pause. */
  readonly free: number
  readonly firstSeconds: number
  readonly longestSeconds: number
  /** Without a failure for so long, the count begins anew. */
  readonly forgetHours: number
}

const PATIENCE: Readonly<Record<Gauge, Patience>> = {
  pair: { free: 5, firstSeconds: 5, longestSeconds: 900, forgetHours: 24 },
  account: { free: 30, firstSeconds: 5, longestSeconds: 300, forgetHours: 24 },
  address: { free: 100, firstSeconds: 2, longestSeconds: 120, forgetHours: 1 },
  factor: { free: 5, firstSeconds: 30, longestSeconds: 1800, forgetHours: 24 },
}

/** NIST SP 800-63B-4, section 3.2.2: at most 100 consecutive failures may pass at an account before it slows to a crawl. */
const CRAWL_AFTER = 100
const CRAWL_SECONDS = 3600

export function pauseAfter(gauge: Gauge, failures: number): number {
  const { free, firstSeconds, longestSeconds } = PATIENCE[gauge]
  if (failures < free) return 0
  if (gauge !== 'address' && failures >= CRAWL_AFTER) return CRAWL_SECONDS
  return Math.min(longestSeconds, firstSeconds * 2 ** Math.min(failures - free, 30))
}

export function forgetHours(gauge: Gauge): number {
  return PATIENCE[gauge].forgetHours
}
