/** A device as its owner knows it again in the list of sessions. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bCriOS\/|\bChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** `Firefox, Windows`; of the browser's own words nothing is kept. Empty when it says nothing that is known. */
export function deviceName(userAgent: string): string {
  const of = (list: typeof BROWSERS) => list.find(([sign]) => sign.test(userAgent))?.[1]
  return [of(BROWSERS), of(SYSTEMS)].filter(Boolean).join(', ')
}
