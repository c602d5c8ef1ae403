/** What waits for a representative: news that came back, drafts not sent. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Context } from '../../../platform/context.ts'
import type { CabinetTask } from '../../representatives/index.ts'
import { newsOfOrganisations } from '../store/lists.ts'
import { textsOf } from '../texts/index.ts'
import type { OrganisationId } from '../types.ts'
import { CABINET } from '../views/cabinet.ts'

const LOOKED_AT = 50
const SHOWN = 6

export async function newsTasks(
  ctx: Context,
  organisations: readonly OrganisationId[],
  locale: Locale,
): Promise<readonly CabinetTask[]> {
  const t = textsOf(locale).cabinet
  const { rows } = await newsOfOrganisations(ctx.db, organisations, '', LOOKED_AT)
  return rows
    .filter((n) => n.withdrawnAt === null && (n.state === 'returned' || n.state === 'draft'))
    .sort((a, b) => Number(b.state === 'returned') - Number(a.state === 'returned'))
    .slice(0, SHOWN)
    .map((n) => {
      const title = n.title || t.untitled
      const href = `${CABINET}/${n.id}`
      return n.state === 'returned'
        ? { title: t.taskReturned(title), text: t.taskReturnedText, href, step: t.taskReturnedStep }
        : { title: t.taskDraft(title), text: t.taskDraftText, href, step: t.taskDraftStep }
    })
}
