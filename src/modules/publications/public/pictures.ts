/** Pictures of news: to readers those of published texts, in the cabinet one's own, in the office all. */
import { found } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { readFile } from '../../../platform/files.ts'
import {
  anyone,
  type Policy,
  type Reply,
  type Route,
  represents,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { PICTURE_TYPE } from '../../../platform/pictures/index.ts'
import { maySeeNews, mayWriteNews } from '../policy.ts'
import { pictureById } from '../store/pictures.ts'
import { publicationById } from '../store/publications.ts'
import { isPictureShown } from '../store/shown.ts'
import type { StoredPicture } from '../types.ts'
import { PICTURES, type PicturePlace } from '../views/article.ts'

const sees: Policy = { name: 'publication.see', allows: maySeeNews }

/** Not for ever: what is withdrawn must go from the caches too. */
const HEADERS: Readonly<Record<PicturePlace, Readonly<Record<string, string>>>> = {
  // Readers of feeds show it on their own pages.
  public: { 'cache-control': 'public, max-age=3600', 'cross-origin-resource-policy': 'cross-origin' },
  cabinet: {},
  office: {},
}

const MAY: Readonly<Record<PicturePlace, (request: WebRequest, picture: StoredPicture) => Promise<boolean>>> =
  {
    public: ({ ctx }, picture) => isPictureShown(ctx.db, ctx.today, picture.id),
    async cabinet({ ctx }, picture) {
      const publication = await publicationById(ctx.db, picture.publicationId)
      return publication !== null && mayWriteNews(ctx.actor, publication.organisationId)
    },
    office: async ({ ctx }) => maySeeNews(ctx.actor),
  }

async function send(request: WebRequest, place: PicturePlace): Promise<Reply> {
  const id = request.params['id'] ?? ''
  const { db } = request.ctx
  const picture = found(isId(id) ? await pictureById(db, asId<'publicationPicture'>(id)) : null, 'picture')
  const size = found(
    picture.sizes.find((s) => String(s.width) === request.params['width']),
    'picture',
  )
  found((await MAY[place](request, picture)) || null, 'picture')
  const file = found(await readFile(db, size.file), 'picture')
  return { kind: 'bytes', type: PICTURE_TYPE, body: file.bytes, headers: HEADERS[place] }
}

const route = (place: PicturePlace, policy: Policy): Route => ({
  method: 'GET',
  path: `${PICTURES[place]}/:id/:width`,
  policy,
  handle: (request) => send(request, place),
})

export const pictureRoutes: readonly Route[] = [
  route('public', anyone),
  route('cabinet', represents),
  route('office', sees),
]
