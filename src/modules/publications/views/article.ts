/** A text of news as it is read: on the site, in the cabinet and in the office. */
import { type Html, html } from '../../../kernel/html.ts'
import * as ui from '../../../ui/index.ts'
import { blocksOf, type Inline } from '../rules/text.ts'
import type { PictureId, Shown, StoredPicture } from '../types.ts'

export type Pictures = ReadonlyMap<PictureId, StoredPicture>

/** Where the pictures are taken from: each part of the site asks by its own rights. */
export const PICTURES = {
  public: '/news/pictures',
  cabinet: '/cabinet/news/pictures',
  office: '/office/news/pictures',
} as const
export type PicturePlace = keyof typeof PICTURES

export function bodyHtml(body: string): Html {
  return html`<div class="article" lang="uk">${blocksOf(body).map((block) =>
    block.kind === 'paragraph'
      ? html`<p>${block.inlines.map(inlineHtml)}</p>`
      : block.ordered
        ? html`<ol>${block.items.map((i) => html`<li>${i.map(inlineHtml)}</li>`)}</ol>`
        : html`<ul>${block.items.map((i) => html`<li>${i.map(inlineHtml)}</li>`)}</ul>`,
  )}</div>`
}

function inlineHtml({ text, href }: Inline): Html {
  return href === undefined ? html`${text}` : html`<a href="${href}" rel="nofollow ugc noopener">${text}</a>`
}

export function picturesHtml(
  shown: readonly Shown[],
  stored: Pictures,
  place: PicturePlace,
  first = false,
): Html {
  return html`${shown.map((one, i) => {
    const picture = stored.get(one.id)
    return (
      picture &&
      ui.picture({
        alt: one.alt,
        lang: 'uk',
        first: first && i === 0,
        sizes: picture.sizes.map((s) => ({
          href: `${PICTURES[place]}/${one.id}/${s.width}`,
          width: s.width,
          height: s.height,
        })),
      })
    )
  })}`
}

/** For a list: the smallest, without words, since the title stands beside it. */
export function thumbnail(one: Shown | undefined, stored: Pictures, place: PicturePlace): Html | false {
  const picture = one && stored.get(one.id)
  const small = picture?.sizes[0]
  return (
    small !== undefined &&
    html`<span class="thumb"><img src="${PICTURES[place]}/${picture!.id}/${small.width}" width="${small.width}" height="${small.height}" alt="" loading="lazy" decoding="async"></span>`
  )
}

export function articleHtml(
  text: { readonly body: string; readonly pictures: readonly Shown[] },
  stored: Pictures,
  place: PicturePlace,
): Html {
  const [first, ...rest] = text.pictures
  return html`${first && picturesHtml([first], stored, place, true)}${bodyHtml(text.body)}${picturesHtml(rest, stored, place)}`
}
