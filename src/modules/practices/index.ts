/** What other modules may know of practices. */
import type { Db, DbTransaction } from '../../platform/db.ts'
import { type OrganisationId, organisationLabel } from '../organisations/index.ts'
import { publishedPractice, publishedPractices } from './store/published.ts'
import type { PracticeForTalk, PracticeId, Published } from './types.ts'

export type { PracticeForTalk, PracticeId } from './types.ts'

const MOST = 1_000

/** Public ones only, the latest first: of the organisation, and those in which it was a partner. */
export async function practicesOf(
  db: Db | DbTransaction,
  organisationId: OrganisationId,
): Promise<readonly PracticeForTalk[]> {
  const { rows } = await publishedPractices(db, { organisationId }, '', MOST)
  return rows.map(forTalk)
}

/** For a presentation day: what the programme prints of a card. Null where it is not public. */
export async function practiceForTalk(
  db: Db | DbTransaction,
  id: PracticeId,
): Promise<PracticeForTalk | null> {
  const practice = await publishedPractice(db, id)
  return practice && forTalk(practice)
}

/** For choices: public ones that hold every word, the latest first. */
export async function findPractices(
  db: Db | DbTransaction,
  text: string,
  limit: number,
): Promise<readonly PracticeForTalk[]> {
  const { rows } = await publishedPractices(db, { text }, '', limit)
  return rows.map(forTalk)
}

function forTalk(p: Published): PracticeForTalk {
  return {
    id: p.id,
    title: p.content.title,
    organisationId: p.organisation.id,
    organisationName: organisationLabel(p.organisation, 'uk'),
    result: p.content.result,
    contact: p.content.contact,
    path: `/practices/${p.id}`,
  }
}
