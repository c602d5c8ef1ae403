/** District and town, so that namesakes can be told apart. Never a street: an office is often a flat. */

const PLACES =
  /(?:^|\s)(?:обл\.?|область|р-н\.?|район|м\.|місто|смт\.?|селище|с\.|село|громада|територіальна громада)(?:\s|$)/iu

/** @param address of the first two generations; empty in the third */
export function placeOf(address: string, name: string): string | null {
  if (address !== '') {
    const parts = address
      .split(/[,;]/)
      .map((part) => part.trim())
      .filter((part) => PLACES.test(part))
      .slice(0, 4)
    if (parts.length > 0) return parts.join(', ').slice(0, 200)
  }
  return placeInName(name)
}

const RAION = /([\p{L}’'ʼ-]+)(?:ого)\s+(?:району|р-ну)/iu
const OBLAST = /([\p{L}’'ʼ-]+)(?:ої)\s+(?:області|обл\.)/iu

function placeInName(name: string): string | null {
  if (!/район|р-н|област|обл\./iu.test(name)) return null
  const raion = RAION.exec(name)
  const oblast = OBLAST.exec(name)
  const places = [
    raion && `${capital(raion[1]!)}ий район`,
    oblast && `${capital(oblast[1]!)}а область`,
  ].filter((place) => place !== null)
  return places.length === 0 ? null : places.join(', ')
}

function capital(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|-)(\p{L})/gu, (_, dash: string, first: string) => dash + first.toUpperCase())
}
