import { attributes, type Html, html } from '../kernel/html.ts'

export type PictureOptions = {
  /** What it shows, in words; never empty. */
  alt: string
  /** From the smallest; the last is the whole. */
  sizes: readonly { href: string; width: number; height: number }[]
  /** Seen at once, at the head of a page: it is loaded first. */
  first?: boolean
  /** Language of the words, where it is not the page's. */
  lang?: string
}

/** A picture in several sizes: the browser takes the one that fits. Its words stand under it for everybody. */
export function picture({ alt, sizes, first, lang }: PictureOptions): Html {
  const whole = sizes.at(-1)
  if (!whole) return html``
  return html`<figure class="picture"><img${attributes({
    src: sizes.find((s) => s.width >= 900)?.href ?? whole.href,
    srcset: sizes.map((s) => `${s.href} ${s.width}w`).join(', '),
    sizes: '(min-width: 48rem) 44rem, 100vw',
    width: whole.width,
    height: whole.height,
    alt,
    lang,
    loading: first ? null : 'lazy',
    decoding: 'async',
  })}></figure>`
}
