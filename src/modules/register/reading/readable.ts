/** A name that the register writes in capitals, as people write it. A proposal: a person of the office looks at it. */
import { normalForm } from './normal.ts'

const COUNTRY = /(?<![\p{L}])украін(?:а|и|і|у|ою)(?![\p{L}])/u

/** @param cityBeginnings of `rules/city-words.ts`: the city's own name keeps its capital, its adjective does not */
export function readableName(name: string, cityBeginnings: readonly string[] = []): string {
  const quoted = name
    .replace(/(^|[\s(«"])["“„]/g, '$1«')
    .replace(/["”“](?=[\s).,»]|$)/g, '»')
    .replace(/(?<=\p{L})['ʼ`](?=\p{L})/gu, '’')
  if (quoted !== quoted.toUpperCase()) return quoted
  const small = quoted.toLowerCase()
  return small
    .replace(/\p{L}[\p{L}’-]*/gu, (word) => (isProper(word, cityBeginnings) ? capital(word) : word))
    .replace(/\p{L}[\p{L}’-]*(?= (?:району|р-ну|області)(?!\p{L}))/gu, capital)
    .replace(/^[«\s]*\p{L}/u, (start) => start.toUpperCase())
    .replace(/«\s*\p{L}/gu, (start) => start.toUpperCase())
}

function isProper(word: string, cityBeginnings: readonly string[]): boolean {
  const normal = normalForm(word)
  if (COUNTRY.test(normal)) return true
  return cityBeginnings.some((stem) => normal.startsWith(stem) && normal.length - stem.length <= 2)
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
