/** Which files make the one style sheet, in their order, and how they become it. Reading them is the platform's. */

export const STYLE_FILES = [
  'tokens.css',
  'base.css',
  'layout.css',
  'head.css',
  'facts.css',
  'actions.css',
  'saying.css',
  'lists.css',
  'following.css',
  'forms.css',
  'table.css',
  'ribbon.css',
  'charts.css',
  'calendar.css',
  'pictures.css',
  'document.css',
  'print.css',
  'forced-colors.css',
] as const

/** Files of `assets/` that are served; everything a page needs besides the style sheet. */
export const ASSET_FILES = [
  'arsenal-700.woff2',
  'arsenal-700-accents.woff2',
  'enhance.js',
  'mark.svg',
  'passkey.js',
  'live.js',
] as const

/** Name under which `Frame.assets` finds the composed style sheet. */
export const STYLE_SHEET = 'viche.css'

/**
 * One style sheet of many: comments and needless blanks go, `url(asset:NAME)` becomes the address of the asset.
 * @param texts contents of `STYLE_FILES` in their order
 */
export function composeStyles(texts: readonly string[], asset: (name: string) => string): string {
  return texts
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/url\(asset:([a-z0-9.-]+)\)/g, (_, name: string) => `url("${asset(name)}")`)
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim()
}
