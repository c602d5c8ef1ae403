/** Tells the author what became of the text. */
import type { Tx } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { hold } from '../../../platform/mail.ts'
import { speakersOf } from '../../representatives/index.ts'
import { type Fate, fateLetter } from '../texts/letters.ts'
import type { Publication, Revision } from '../types.ts'

export const NEWS_KIND = 'publication.decided'

/** To the author, while they speak for the organisation; else to nobody: the cabinet of the others shows it. */
export async function tellAuthor(
  tx: Tx,
  house: Pick<House, 'baseUrl' | 'city'>,
  publication: Publication,
  revision: Revision,
  fate: Fate,
): Promise<void> {
  const speakers = await speakersOf(tx.db, [publication.organisationId], tx.today)
  const author = speakers.get(publication.organisationId)?.find((s) => s.id === revision.authorId)
  if (!author) return
  const text = fateLetter(author.locale, {
    city: house.city,
    title: revision.title,
    fate,
    page: `${house.baseUrl}/news/${publication.id}`,
    cabinet: `${house.baseUrl}/cabinet/news/${publication.id}`,
  })
  await hold(tx, {
    kind: NEWS_KIND,
    title: text.subject,
    messages: [
      {
        dedupeKey: `${NEWS_KIND}/${publication.id}/${revision.number}/${revision.version}/${fate.kind}`,
        to: author.email,
        name: author.name,
        ...text,
      },
    ],
  })
}
