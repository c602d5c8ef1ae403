/** Public addresses of programmes. */
import { anyone, type Route } from '../../../platform/http/route.ts'
import { editionDecisionFile, editionFile, showEdition, showText, textFile } from './editions.ts'
import { changesFeed } from './feed.ts'
import { showProgramme, showProgrammes } from './programmes.ts'
import { showPublicProposals } from './proposals.ts'

const one = '/programmes/:slug'

const page = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  policy: anyone,
  cached: true,
  handle,
})
const file = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  policy: anyone,
  handle,
})

export const publicRoutes: readonly Route[] = [
  page('/programmes', showProgrammes),
  page(one, showProgramme),
  page(`${one}/text`, showText),
  file(`${one}/text.docx`, (r) => textFile(r, 'docx')),
  file(`${one}/text.pdf`, (r) => textFile(r, 'pdf')),
  page(`${one}/proposals`, showPublicProposals),
  file(`${one}/changes.atom`, changesFeed),
  page(`${one}/editions/:n`, showEdition),
  file(`${one}/editions/:n/text.docx`, (r) => editionFile(r, 'docx')),
  file(`${one}/editions/:n/text.pdf`, (r) => editionFile(r, 'pdf')),
  file(`${one}/editions/:n/decision.docx`, (r) => editionDecisionFile(r, 'docx')),
  file(`${one}/editions/:n/decision.pdf`, (r) => editionDecisionFile(r, 'pdf')),
]
