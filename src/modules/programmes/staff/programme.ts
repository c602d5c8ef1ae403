/** One programme in the office: what it is, its measures, editions, drafts, what can be done with it. */
import { found } from '../../../kernel/errors.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { localPath, type Reply, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState } from '../../../platform/http/submit.ts'
import {
  boundFields,
  type Content,
  confirmButton,
  disclosure,
  errorSummary,
  facts,
  form,
  linkButton,
  notice,
  page,
  postButton,
  section,
  table,
  tabs,
  tag,
  textField,
} from '../../../ui/index.ts'
import { unitsByIds } from '../../people/index.ts'
import { mayManage } from '../policy.ts'
import { openAmendment } from '../store/drafts.ts'
import { indicatorsOf, measuresOf } from '../store/measures.ts'
import { editionAt, editionsOf, programmeBySlug } from '../store/programmes.ts'
import { texts } from '../texts/index.ts'
import type { Edition, Programme } from '../types.ts'
import { decisionText } from '../views/decision.ts'

export async function programmeOf(request: WebRequest): Promise<Programme> {
  return found(await programmeBySlug(request.ctx.db, request.params['slug'] ?? ''), 'programme')
}

export function officePath(programme: Pick<Programme, 'slug'>, rest = ''): string {
  return `/office/programmes/${programme.slug}${rest}`
}

export function programmeTabs(
  locale: Locale,
  programme: Programme,
  current: '' | '/tasks' | '/settings' | '/history',
): Html {
  const t = texts(locale).office
  const items = [
    { label: t.overview, rest: '' },
    { label: t.taskLinks, rest: '/tasks' },
    { label: t.settings, rest: '/settings' },
    { label: t.history, rest: '/history' },
  ]
  return tabs({
    locale,
    label: programme.shortTitle,
    items: items.map((i) => ({
      label: i.label,
      href: officePath(programme, i.rest),
      current: i.rest === current,
    })),
  })
}

type Errors = FormState['errors']

export async function showProgramme(request: WebRequest): Promise<Reply> {
  return reply(await officeProgrammePage(request, await programmeOf(request), []))
}

/** The edition in force, or the only one that there is. */
export async function editionNow(request: WebRequest, programme: Programme): Promise<Edition> {
  const { db, today } = request.ctx
  return found(
    (await editionAt(db, programme.id, today)) ?? (await editionsOf(db, programme.id)).at(-1),
    'edition',
  )
}

export async function officeProgrammePage(
  request: WebRequest,
  programme: Programme,
  errors: Errors,
  renewing: FormState = CLEAN,
): Promise<Html> {
  const { locale, frame, ctx } = request
  const t = texts(locale)
  const edition = await editionNow(request, programme)
  const [measures, editions, open] = await Promise.all([
    measuresOf(ctx.db, edition.id),
    editionsOf(ctx.db, programme.id),
    openAmendment(ctx.db, programme.id),
  ])
  const indicators = await indicatorsOf(ctx.db, programme.id)
  const units = await unitsByIds(ctx.db, [
    ...measures.flatMap((m) => m.executors),
    ...[programme.coordinatorUnitId, programme.fundManagerUnitId].flatMap((id) => id ?? []),
  ])
  const nameOf = (id: Programme['coordinatorUnitId']) =>
    (id ? units.get(id)?.name : null) ?? t.office.unitNone
  const manages = mayManage(ctx.actor)
  return page(frame, {
    title: programme.shortTitle,
    lead: [
      `${t.office.edition(edition.number)}, ${t.office.measureCount(measures.length)} `,
      tag(t.office.state[programme.state], programme.state === 'active' ? 'done' : 'plain'),
    ],
    noIndex: true,
    breadcrumbs: [{ label: t.office.programmes, href: '/office/programmes' }],
    notices: [
      request.url.searchParams.has('saved') &&
        notice({ locale, tone: 'success', title: t.office.saved, live: true }),
      errorSummary({ locale, errors }),
    ],
    actions: [
      linkButton({
        label: t.office.publicPage,
        href: localPath(locale, `/programmes/${programme.slug}`),
        kind: 'quiet',
      }),
      manages && programme.state === 'active' && amendButton(request, programme, open),
    ],
    main: html`${programmeTabs(locale, programme, '')}${facts([
      { term: t.review.fields.title, detail: html`<span lang="uk">${programme.title}</span>` },
      {
        term: t.office.period,
        detail: `${shortDate(locale, programme.period.from)} – ${shortDate(locale, programme.period.to)}`,
      },
      { term: t.office.decision, detail: decisionText(locale, edition.decision) },
      { term: t.office.coordinator, detail: nameOf(programme.coordinatorUnitId) },
      { term: t.office.fundManager, detail: nameOf(programme.fundManagerUnitId) },
    ])}${section({
      title: t.office.measures,
      content: table({
        locale,
        caption: t.office.measures,
        captionHidden: true,
        columns: [
          { label: t.review.measureColumns.number, cell: (m) => m.number },
          {
            label: t.review.measureColumns.title,
            rowHeader: true,
            cell: (m) => html`<span lang="uk">${m.title}</span>`,
          },
          {
            label: t.review.measureColumns.executors,
            cell: (m) =>
              m.executors.map((id) => units.get(id)?.name ?? '').join('; ') ||
              tag(t.review.noExecutor, 'due'),
          },
          { label: t.review.measureColumns.term, cell: (m) => m.termRaw ?? tag(t.review.noTerm, 'due') },
          {
            label: t.office.indicators,
            cell: (m) => {
              const count = indicators.filter((i) => i.measureId === m.id).length
              return html`<a href="${officePath(programme, `/measures/${m.number}/indicators`)}">${
                count === 0 ? t.office.indicatorsNone : t.office.indicatorsCount(count)
              }</a>`
            },
          },
        ],
        rows: measures,
      }),
    })}${editionList(request, programme, editions)}${manages && renewBox(request, programme, renewing)}${
      manages && programme.state === 'active' && closeBox(request, programme)
    }`,
  })
}

function amendButton(
  request: WebRequest,
  programme: Programme,
  open: { readonly id: string } | null,
): Content {
  const t = texts(request.locale).amendment
  return open
    ? linkButton({ label: t.continueOpen, href: `/office/programmes/drafts/${open.id}` })
    : postButton({ action: officePath(programme, '/amend'), csrf: request.frame.csrf, label: t.start })
}

function editionList(request: WebRequest, programme: Programme, editions: readonly Edition[]): Html {
  const { locale, ctx } = request
  const t = texts(locale).office
  const when = (e: Edition) => {
    if (!e.inForceFrom) return ''
    const date = shortDate(locale, e.inForceFrom)
    return e.inForceFrom.toString() > ctx.today.toString() ? t.notYet(date) : t.inForceFrom(date)
  }
  return section({
    title: t.editions,
    content: table({
      locale,
      caption: t.editions,
      captionHidden: true,
      columns: [
        {
          label: t.editions,
          cell: (e) =>
            html`<a href="${localPath(locale, `/programmes/${programme.slug}/editions/${e.number}`)}">${t.edition(e.number)}</a>`,
        },
        { label: t.period, cell: when },
        { label: t.decision, cell: (e) => decisionText(locale, e.decision) },
      ],
      rows: editions,
    }),
  })
}

function renewBox(request: WebRequest, programme: Programme, state: FormState): Html {
  const { locale, frame } = request
  const t = texts(locale).office
  const length = programme.period.to.year - programme.period.from.year
  const from = Math.max(programme.period.to.year + 1, request.ctx.today.year)
  const values = state === CLEAN ? { from: String(from), to: String(from + length) } : state.values
  const f = boundFields({ locale, values, errors: state.errors })
  return disclosure({
    summary: t.renew,
    open: state !== CLEAN,
    content: [
      html`<p>${t.renewLead}</p>`,
      form({
        locale,
        action: officePath(programme, '/renew'),
        csrf: frame.csrf,
        errors: state.errors,
        submit: t.renewDo,
        content: [
          f.integer({ name: 'from', label: t.renewFrom }),
          f.integer({ name: 'to', label: t.renewTo }),
        ],
      }),
    ],
  })
}

function closeBox(request: WebRequest, programme: Programme): Html {
  const t = texts(request.locale).office
  return confirmButton({
    action: officePath(programme, '/close'),
    csrf: request.frame.csrf,
    summary: t.closeSummary,
    text: t.closeText,
    label: t.close,
    before: textField({ locale: request.locale, name: 'reason', label: t.reason }),
  })
}
