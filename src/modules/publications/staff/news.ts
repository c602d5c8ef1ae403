/** Addresses of news in the office: what waits, all of them, one and its decision. */
import { dayOf } from '../../../kernel/civil-date.ts'
import { found, foundId } from '../../../kernel/errors.ts'
import { CITY_CALENDAR } from '../../../legal-time/calendar.ts'
import { workingDaysAfter } from '../../../legal-time/terms.ts'
import { historyOf } from '../../../platform/audit.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  one,
  type Policy,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { readSetting } from '../../../platform/settings.ts'
import { kindName, organisationById } from '../../organisations/index.ts'
import { speakersOf } from '../../representatives/index.ts'
import * as act from '../actions/decide.ts'
import * as forms from '../forms.ts'
import { mayDecideAppeal, mayDecideNews, maySeeNews } from '../policy.ts'
import { USUAL } from '../rules/settings.ts'
import { isSilent } from '../rules/silence.ts'
import { countWaiting, listNews, type NewsLine, queue } from '../store/lists.ts'
import { picturesByIds } from '../store/pictures.ts'
import { publicationById, revisionsOf } from '../store/publications.ts'
import { reasons } from '../store/reasons.ts'
import { silenceNow } from '../store/silence.ts'
import { sentence, textsOf } from '../texts/index.ts'
import type { PublicationId } from '../types.ts'
import * as views from '../views/office.ts'

export const sees: Policy = { name: 'publication.see', allows: maySeeNews }
export const decides: Policy = { name: 'publication.decide', allows: mayDecideNews }
const { OFFICE } = views
const QUEUE_SHOWN = 50
const EXPORT_LIMIT = 50_000

function idOf(request: WebRequest): PublicationId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'publication', 'news')
}

async function list(request: WebRequest): Promise<Reply> {
  const { ctx } = request
  const query = forms.readOfficeQuery(request.query)
  const format = exportFormat(request)
  if (format) return exportList(request, query, format)
  const [rows, total, news, settings, silence] = await Promise.all([
    queue(ctx.db, QUEUE_SHOWN),
    countWaiting(ctx.db),
    listNews(ctx.db, query),
    readSetting(ctx.db, 'publications'),
    silenceNow(ctx.db, ctx.today),
  ])
  const { decideDays } = settings ?? USUAL
  return page(
    views.listPage(request.frame, {
      waiting: rows.map((n) => {
        const since = dayOf(n.appealedAt ?? n.submittedAt ?? n.updatedAt)
        return { ...n, since, decideBy: workingDaysAfter(CITY_CALENDAR, since, decideDays).date }
      }),
      total,
      page: news,
      query,
      decides: mayDecideNews(ctx.actor),
      silence,
    }),
  )
}

async function exportList(
  request: WebRequest,
  query: forms.OfficeQuery,
  format: NonNullable<ReturnType<typeof exportFormat>>,
): Promise<Reply> {
  const { locale, ctx } = request
  const t = textsOf(locale)
  const { columns } = t.office
  const { rows } = await listNews(ctx.db, { ...query, after: '' }, EXPORT_LIMIT)
  return exportReply<NewsLine>(
    request,
    {
      name: t.office.title,
      rows,
      columns: [
        { key: 'title', title: columns.title, kind: 'text', value: (n) => n.title },
        { key: 'organisation', title: columns.organisation, kind: 'text', value: (n) => n.organisationName },
        {
          key: 'kind',
          title: columns.kind,
          kind: 'text',
          value: (n) => kindName(locale, n.organisationKind),
        },
        {
          key: 'state',
          title: columns.state,
          kind: 'text',
          value: (n) => t.states[n.withdrawnAt ? 'withdrawn' : n.state],
        },
        { key: 'submitted', title: columns.submitted, kind: 'instant', value: (n) => n.submittedAt },
        { key: 'published', title: columns.published, kind: 'instant', value: (n) => n.publishedAt },
      ],
    },
    format,
    'news',
  )
}

async function draw(request: WebRequest, tried: views.Decision['tried'] = null, state: FormState = CLEAN) {
  const { ctx } = request
  const publication = found(await publicationById(ctx.db, idOf(request)), 'news')
  const all = await revisionsOf(ctx.db, publication.id)
  const shown = all.find((r) => r.number === publication.publishedRevision) ?? null
  // A draft is nobody's business before it is sent.
  const revision = found(all.find((r) => r.state !== 'draft' && r.state !== 'superseded') ?? shown, 'news')
  const pictures = [...new Set(all.flatMap((r) => r.pictures.map((p) => p.id)))]
  const [organisation, speakers, stored, known, records, silence] = await Promise.all([
    organisationById(ctx.db, publication.organisationId),
    speakersOf(ctx.db, [publication.organisationId], ctx.today),
    picturesByIds(ctx.db, pictures),
    reasons(ctx.db),
    historyOf(ctx.db, [{ type: 'publication', id: publication.id }]),
    silenceNow(ctx.db, ctx.today),
  ])
  const author = speakers.get(publication.organisationId)?.find((s) => s.id === revision.authorId)
  return views.onePage(request.frame, {
    publication,
    organisation: found(organisation, 'organisation'),
    revision,
    shown,
    seen: all.filter((r) => r.publishedAt !== null),
    post: author?.post ?? '',
    pictures: stored,
    reasons: known,
    records,
    decides: mayDecideNews(ctx.actor),
    decidesAppeal: mayDecideAppeal(ctx.actor, revision),
    silence: silence && isSilent(publication.organisationKind, [silence], ctx.today) ? silence : null,
    tried,
    state,
    done: one(request.query, 'done'),
  })
}

function decision<T>(
  tried: NonNullable<views.Decision['tried']>,
  schema: Parameters<typeof submit<T, string>>[1]['schema'],
  doIt: (request: WebRequest, id: PublicationId, input: T) => Promise<string>,
): Route {
  return {
    method: 'POST',
    path: `${OFFICE}/:id/${tried}`,
    policy: decides,
    handle: (request) =>
      submit(request, {
        schema,
        act: (input) => doIt(request, idOf(request), input),
        done: (done) => redirect(`${OFFICE}/${idOf(request)}?done=${done}`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, tried, state),
      }),
  }
}

export const newsRoutes: readonly Route[] = [
  { method: 'GET', path: OFFICE, policy: sees, handle: list },
  {
    method: 'GET',
    path: `${OFFICE}/:id`,
    policy: sees,
    handle: async (request) => page(await draw(request)),
  },
  decision('publish', forms.publishForm, async ({ ctx, house }, id, input) => {
    await act.publishNews(ctx, house, { id, ...input })
    return 'published'
  }),
  decision('return', forms.returnForm, async ({ ctx, house }, id, { version, ...why }) => {
    await act.returnNews(ctx, house, { id, version }, why)
    return 'returned'
  }),
  decision('appeal', forms.appealDecisionForm, async ({ ctx, house }, id, { version, verdict, words }) => {
    const overturn = verdict === 'overturn'
    await act.decideAppeal(ctx, house, { id, version }, { overturn, words })
    return overturn ? 'overturned' : 'upheld'
  }),
  decision('withdraw', forms.withdrawForm, async ({ ctx, house }, id, why) => {
    await act.withdrawNews(ctx, house, id, why)
    return 'withdrawn'
  }),
]
