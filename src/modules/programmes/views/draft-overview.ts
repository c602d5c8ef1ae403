/** The first page of a review: what it is, what is missing, what is worth knowing, and the way on. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, money, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import {
  bullets,
  type Content,
  confirmButton,
  facts,
  form,
  linkButton,
  notice,
  paragraph,
  postButton,
  selectField,
  textField,
} from '../../../ui/index.ts'
import { cautions, missing } from '../rules/acceptance.ts'
import { plannedTotal } from '../rules/compare.ts'
import { periodOf } from '../rules/period.ts'
import { sentenceOf, texts } from '../texts/index.ts'
import type { Draft } from '../types/draft.ts'
import type { Programme } from '../types.ts'
import { draftPath } from './review-page.ts'

export type Overview = {
  readonly locale: Locale
  readonly csrf: string | null
  readonly draft: Draft
  readonly editable: boolean
  readonly today: CivilDate
  /** Programmes that an amending text may change. */
  readonly amendable: readonly Programme[]
  /** What became of it, or what it was copied from. */
  readonly programme: Programme | null
  readonly previous: Programme | null
  /** The comparison and its forms, for an amendment. */
  readonly amendment: Content
  /** What was typed into the small forms of this page, when it came back. */
  readonly errors: FormState['errors']
}

export function overviewMain(view: Overview): Content {
  const body = view.draft.kind === 'amendment' ? view.amendment : [whatItIs(view), readiness(view)]
  return [stateNotice(view), body, view.editable && discardBox(view)]
}

function stateNotice({
  locale,
  csrf,
  draft,
  editable,
  programme,
  previous,
  amendable,
  errors,
}: Overview): Content {
  const t = texts(locale).review
  if (draft.state === 'accepted')
    return notice({
      locale,
      tone: 'success',
      title: t.acceptedAs,
      actions:
        programme && linkButton({ label: t.openProgramme, href: `/office/programmes/${programme.slug}` }),
    })
  if (draft.state === 'discarded')
    return notice({
      locale,
      tone: 'info',
      title: t.discardedBecause(draft.discardReason ?? ''),
      actions: editable && postButton({ action: draftPath(draft, '/reopen'), csrf, label: t.reopen }),
    })
  const fromOld =
    previous &&
    paragraph([
      `${t.fromOld} `,
      html`<a href="/office/programmes/${previous.slug}">${previous.shortTitle}</a>.`,
    ])
  if (draft.kind === 'new' && draft.reading.amendments.length > 0)
    return [fromOld, amendNotice({ locale, csrf, draft, amendable, errors })]
  if (!draft.reading.isProgramme)
    return notice({
      locale,
      tone: 'warning',
      title: t.notProgramme,
      body: t.notProgrammeBody,
      actions: linkButton({ label: t.newTitle, href: '/office/programmes/new', kind: 'quiet' }),
    })
  return fromOld
}

function amendNotice({
  locale,
  csrf,
  draft,
  amendable,
  errors,
}: Pick<Overview, 'locale' | 'csrf' | 'draft' | 'amendable' | 'errors'>): Html {
  const t = texts(locale).review
  return notice({
    locale,
    tone: 'info',
    title: t.isAmendment,
    body: [
      paragraph(t.isAmendmentBody(draft.reading.amendments.length)),
      amendable.length === 0
        ? paragraph(t.noProgrammes)
        : form({
            locale,
            action: draftPath(draft, '/amend'),
            csrf,
            errors,
            submit: t.amendThis,
            content: selectField({
              locale,
              name: 'programmeId',
              label: t.chooseProgramme,
              empty: true,
              options: amendable.map((p) => ({ value: p.id, label: p.shortTitle })),
            }),
          }),
    ],
  })
}

function whatItIs({ locale, draft }: Overview): Html {
  const t = texts(locale).review
  const p = draft.proposed
  const period = periodOf(p)
  return facts([
    { term: t.fields.title, detail: p.title === '' ? t.untitled : html`<span lang="uk">${p.title}</span>` },
    {
      term: texts(locale).office.period,
      detail:
        'refused' in period ? '–' : `${shortDate(locale, period.from)} – ${shortDate(locale, period.to)}`,
    },
    { term: t.columns.kind, detail: t.kinds[draft.kind] },
    { term: t.columns.measures, detail: p.measures.length },
    { term: t.fields.tasks, detail: p.tasks.length },
    { term: t.fundingTotal, detail: money(locale, plannedTotal(p)) },
  ])
}

function readiness({ locale, csrf, draft, editable, today }: Overview): Content {
  if (draft.state !== 'review' || draft.kind === 'amendment') return null
  const t = texts(locale).review
  const lacking = missing(draft)
  const known = cautions(draft)
  const period = periodOf(draft.proposed)
  const closed = !('refused' in period) && compareDates(period.to, today) < 0
  return [
    known.length > 0 &&
      notice({
        locale,
        tone: 'info',
        title: t.cautionsTitle,
        body: bullets(known.map((c) => t.cautions[c.code](c.count, c.numbers.join(', ')))),
      }),
    lacking.length > 0
      ? notice({
          locale,
          tone: 'warning',
          title: t.missingTitle,
          body: bullets(
            lacking.map(
              (m) => html`<a href="${draftPath(draft, `/${m.field ?? ''}`)}">${sentenceOf(locale, m)}</a>`,
            ),
          ),
        })
      : notice({
          locale,
          tone: 'success',
          title: t.readyTitle,
          body: closed ? t.readyClosed : t.readyBody,
          actions: editable && postButton({ action: draftPath(draft, '/accept'), csrf, label: t.accept }),
        }),
  ]
}

function discardBox({ locale, csrf, draft, errors }: Overview): Content {
  const t = texts(locale).review
  if (draft.state !== 'review') return null
  const error = errors.find((e) => e.field === 'reason')?.message ?? null
  return confirmButton({
    action: draftPath(draft, '/discard'),
    csrf,
    summary: t.discardSummary,
    text: t.discardText,
    label: t.discard,
    before: textField({ locale, name: 'reason', label: t.reason, error }),
  })
}
