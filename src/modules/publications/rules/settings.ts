/** What holds before a city has said otherwise. */

export type NewsSettings = {
  readonly measure: string | null
  readonly unitId: string | null
  readonly decideDays: number
  readonly embedIn: readonly string[]
}

/** Measure 4.6 of the programme of 2012–2015 and of those made from it. */
export const USUAL: NewsSettings = { measure: '4.6', unitId: null, decideDays: 3, embedIn: [] }

/** `https://rada.example`: a scheme and a host, nothing after. Null for anything else. */
export function originOf(text: string): string | null {
  const typed = text.trim().replace(/\/$/, '')
  if (!/^https?:\/\/[a-z0-9.-]{1,200}(:\d{1,5})?$/i.test(typed) || !URL.canParse(typed)) return null
  return new URL(typed).origin
}
