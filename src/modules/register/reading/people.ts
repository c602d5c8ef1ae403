/** Who signs for an organisation, as the register writes it: `ПЕТРЕНКО ІВАН ІВАНОВИЧ - керівник`. */
import type { Leader } from '../types.ts'

const MOST = 20

/** @param signers texts of SIGNER, or of BOSS in the first exports */
export function leadersOf(signers: readonly string[]): readonly Leader[] {
  return signers.slice(0, MOST).flatMap((text) => leaderOf(text) ?? [])
}

/** What is no name of a person (a number, an address, a firm) is not kept at all. */
function leaderOf(text: string): Leader | null {
  const [, before = '', role = ''] = /^(.*?)(?:\s+[-–—]\s+(.*))?$/.exec(text) ?? []
  const name = titleCase(
    before
      .split(',')[0]!
      .replace(/\(.*?\)/g, '')
      .trim(),
  )
  if (!/^[\p{L}’'ʼ-]+(?: [\p{L}’'ʼ-]+){1,4}$/u.test(name)) return null
  const since = /(\d{2})\.(\d{2})\.(\d{4})/.exec(text)
  return {
    name,
    role:
      role
        .replace(/(?:[\s,;(]|(?<=[\s(])з(?=\s))*\d{2}\.\d{2}\.\d{4}.*$/, '')
        .replace(/\d{6,}/g, '')
        .trim()
        .slice(0, 100) || 'керівник',
    since: since ? `${since[3]}-${since[2]}-${since[1]}` : null,
  }
}

/** `ПЕТРЕНКО-МАР’ЯНЧУК` → `Петренко-Мар’янчук`; a name that is not all in capitals stays. */
function titleCase(name: string): string {
  if (name !== name.toUpperCase()) return name
  return name
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase())
}

/** One line for the history of changes. */
export function leadersText(leaders: readonly Leader[]): string | null {
  return leaders.length === 0 ? null : leaders.map((one) => `${one.name} – ${one.role}`).join('; ')
}
