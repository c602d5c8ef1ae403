/** The parts of the site. Two of them are entered by signing in, each with a cookie that no other part is sent. */
export type EnteredArea = 'office' | 'cabinet'
export type Area = EnteredArea | 'public'

/** @param path with or without its query */
export function areaOf(path: string): Area {
  const first = /^\/(office|cabinet)(?=[/?#]|$)/.exec(path)?.[1]
  return first === 'office' || first === 'cabinet' ? first : 'public'
}
