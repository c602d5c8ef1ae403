/** Headers by which a browser guards the reader, the same on every answer. */

function contentPolicy(secure: boolean, framedBy: string): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "script-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
    "require-trusted-types-for 'script'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join(';')
}

/**
 * For a page that some sites may show in a frame of theirs. Browsers that know `frame-ancestors` pay no heed to
 * `x-frame-options`, which cannot name sites; the others go on refusing.
 */
export function framedBy(secure: boolean, sites: readonly string[] | undefined): Record<string, string> {
  return sites?.length
    ? { 'content-security-policy': contentPolicy(secure, ["'self'", ...sites].join(' ')) }
    : {}
}

/** @param secure whether readers come by https */
export function safetyHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentPolicy(secure, "'none'"),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'same-origin',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  }
}
