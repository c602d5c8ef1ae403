/** What is done with a programme as a whole: renewed, closed; and its past. */
import { html } from '../../../kernel/html.ts'
import { type Reply, redirect, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { submit } from '../../../platform/http/submit.ts'
import { page } from '../../../ui/index.ts'
import { closeProgramme } from '../actions/programme.ts'
import { renewProgramme } from '../actions/renew.ts'
import { renewForm } from '../forms/programme.ts'
import { reasonForm } from '../forms/review.ts'
import { sentenceOf, texts } from '../texts/index.ts'
import { draftPath } from '../views/review-page.ts'
import { historyOfProgramme } from './history.ts'
import { officePath, officeProgrammePage, programmeOf, programmeTabs } from './programme.ts'

export async function renewIt(request: WebRequest): Promise<Reply> {
  const programme = await programmeOf(request)
  return submit(request, {
    schema: renewForm,
    act: (years) => renewProgramme(request.ctx, { programmeId: programme.id, years }),
    done: (id) => redirect(draftPath({ id })),
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    again: (state) => officeProgrammePage(request, programme, [], state),
  })
}

export async function closeIt(request: WebRequest): Promise<Reply> {
  const programme = await programmeOf(request)
  return submit(request, {
    schema: reasonForm,
    act: ({ reason }) => closeProgramme(request.ctx, { programmeId: programme.id, reason }),
    done: () => redirect(officePath(programme, '?saved=1')),
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    again: (state) => officeProgrammePage(request, programme, state.errors),
  })
}

export async function showHistory(request: WebRequest): Promise<Reply> {
  const { locale, frame } = request
  const programme = await programmeOf(request)
  const t = texts(locale).office
  return reply(
    page(frame, {
      title: `${t.history}: ${programme.shortTitle}`,
      noIndex: true,
      breadcrumbs: [
        { label: t.programmes, href: '/office/programmes' },
        { label: programme.shortTitle, href: officePath(programme) },
      ],
      main: html`${programmeTabs(locale, programme, '/history')}${await historyOfProgramme(request, programme.id)}`,
    }),
  )
}
