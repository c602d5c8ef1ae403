/** Pages of the clerk: what waits, all news, and one item that is decided in two minutes. */
import { type CivilDate, daysBetween } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { moment, shortDate } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { KIND_ORDER, kindName, type OrganisationLine, organisationPath } from '../../organisations/index.ts'
import { textsOf } from '../texts/index.ts'
import type { Publication, Reason, Revision, Silence } from '../types.ts'
import { articleHtml, type Pictures, picturesHtml } from './article.ts'
import type { Line as OwnLine } from './cabinet.ts'
import { silenceFor } from './cabinet.ts'
import { ACCESS, newsPath } from './public.ts'
import { changesOf, pastOf, stateTag } from './shared.ts'

export const OFFICE = '/office/news'

export type Line = OwnLine & {
  readonly organisationKind: OrganisationLine['kind']
  readonly isEdit: boolean
  readonly submittedAt: Publication['firstPublishedAt']
  readonly appealedAt: Publication['firstPublishedAt']
}

export type Waiting = Line & { readonly since: CivilDate; readonly decideBy: CivilDate }

const STATES = ['submitted', 'appealed', 'returned', 'published', 'withdrawn'] as const

export function listPage(
  frame: ui.Frame,
  of: {
    readonly waiting: readonly Waiting[]
    readonly total: number
    readonly page: Page<Line>
    readonly query: { readonly state: string | null; readonly kind: string | null; readonly text: string }
    readonly decides: boolean
    readonly silence: Silence | null
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).office
  const { query } = of
  const filtered = Boolean(query.text || query.state || query.kind)
  const quiet = (href: string, label: string) => ui.linkButton({ href, label, kind: 'quiet' })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(of.total),
    wide: true,
    notices: silenceFor(frame, of.silence),
    actions: [
      quiet(localPath(locale, ACCESS), t.counter),
      of.decides && quiet(`${OFFICE}/reasons`, t.reasons),
      of.decides && quiet(`${OFFICE}/silence`, t.silences),
      of.decides && quiet(`${OFFICE}/settings`, t.settings),
    ],
    main: html`${ui.section({
      title: t.queue,
      content: ui.rows({ items: of.waiting.map((n) => waitingRow(frame, n)), empty: t.queueEmpty }),
    })}${ui.section({
      title: t.all,
      content: html`${ui.filterForm({
        locale,
        action: OFFICE,
        ...(filtered ? { resetHref: OFFICE } : {}),
        fields: [
          ui.textField({ locale, name: 'q', label: t.search, value: query.text, type: 'search' }),
          ui.selectField({
            locale,
            name: 'state',
            label: t.state,
            value: query.state ?? '',
            empty: t.any,
            options: STATES.map((value) => ({ value, label: textsOf(locale).states[value] })),
          }),
          ui.selectField({
            locale,
            name: 'kind',
            label: t.kind,
            value: query.kind ?? '',
            empty: t.any,
            options: KIND_ORDER.map((value) => ({ value, label: kindName(locale, value) })),
          }),
        ],
      })}${ui.table<Line>({
        locale,
        caption: t.all,
        captionHidden: true,
        rows: of.page.rows,
        empty: t.none,
        columns: [
          {
            label: t.columns.title,
            rowHeader: true,
            cell: (n) => html`<a href="${OFFICE}/${n.id}">${n.title}</a>`,
          },
          { label: t.columns.organisation, cell: (n) => n.organisationName },
          { label: t.columns.kind, cell: (n) => kindName(locale, n.organisationKind) },
          { label: t.columns.state, cell: (n) => stateTag(locale, n.withdrawnAt ? 'withdrawn' : n.state) },
          { label: t.columns.submitted, cell: (n) => n.submittedAt && moment(locale, n.submittedAt) },
          { label: t.columns.published, cell: (n) => n.publishedAt && moment(locale, n.publishedAt) },
        ],
      })}${ui.pager({ locale, nextHref: of.page.next && ui.withQuery(frame.path, { after: of.page.next }) })}${ui.exportLinks(
        {
          locale,
          ...ui.tableFiles(frame.path),
          print: true,
          of: t.title,
        },
      )}`,
    })}`,
  })
}

function waitingRow(frame: ui.Frame, n: Waiting): ui.Row {
  const { locale } = frame
  const t = textsOf(locale).office
  const late = daysBetween(frame.today, n.decideBy) < 0
  return {
    when: ui.tag(t.decideBy(shortDate(locale, n.decideBy)), late ? 'late' : 'due'),
    title: n.title,
    href: `${OFFICE}/${n.id}`,
    text: [
      n.organisationName,
      kindName(locale, n.organisationKind),
      t.waits(Math.max(0, daysBetween(n.since, frame.today))),
      n.state === 'appealed' ? t.appeal : n.isEdit ? t.edit : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
    action: ui.linkButton({ label: t.look, href: `${OFFICE}/${n.id}`, small: true, hint: n.title }),
  }
}

export type Decision = {
  readonly publication: Publication
  readonly organisation: OrganisationLine
  readonly revision: Revision
  readonly shown: Revision | null
  readonly seen: readonly Revision[]
  readonly post: string
  readonly pictures: Pictures
  readonly reasons: readonly Reason[]
  readonly records: readonly AuditRecord[]
  readonly decides: boolean
  readonly decidesAppeal: boolean
  readonly silence: Silence | null
  readonly tried: 'publish' | 'return' | 'appeal' | 'withdraw' | null
  readonly state: FormState
  readonly done: string
}

export function onePage(frame: ui.Frame, of: Decision): Html {
  const { locale } = frame
  const t = textsOf(locale).one
  const { revision: r, publication } = of
  const visible = publication.publishedRevision !== null && !publication.withdrawn
  return ui.page(frame, {
    title: r.title,
    lead: html`${stateTag(locale, publication.withdrawn ? 'withdrawn' : r.state)} <a href="${localPath(locale, organisationPath(of.organisation.id))}">${of.organisation.name}</a>, ${kindName(locale, of.organisation.kind)}`,
    breadcrumbs: [{ label: textsOf(locale).office.title, href: OFFICE }],
    notices: [ui.doneNotice(locale, t.done, of.done), silenceFor(frame, of.silence), gone(frame, of)],
    actions:
      visible &&
      ui.linkButton({ label: t.onSite, href: localPath(locale, newsPath(publication.id)), kind: 'quiet' }),
    main: html`<p class="soft">${t.by(r.authorName, of.post)}${r.submittedAt && html`, ${moment(locale, r.submittedAt)}`}</p>${
      of.shown && of.shown.number !== r.number
        ? html`${changesOf(locale, of.shown, r, t.changes, t)}${picturesHtml(r.pictures, of.pictures, 'office')}`
        : ui.section({ title: t.text, content: articleHtml(r, of.pictures, 'office') })
    }${r.pictures.length > 0 && html`<ul>${r.pictures.map((p) => html`<li>${t.alt}: ${p.alt}</li>`)}</ul>`}${decisionPart(frame, of)}${visible && of.decides && withdrawForm(frame, of)}${pastOf(locale, of.records)}`,
    aside: ui.box({ title: t.check, content: ui.bullets(t.checks) }),
  })
}

function gone(frame: ui.Frame, of: Decision): Html | false {
  const { locale } = frame
  const t = textsOf(locale).one
  const { withdrawn } = of.publication
  if (!withdrawn) return false
  const reason = of.reasons.find((r) => r.code === withdrawn.reason)
  return ui.notice({
    locale,
    tone: 'info',
    title: t.withdrawn(moment(locale, withdrawn.at)),
    body:
      withdrawn.by === 'organisation' ? t.byOrganisation : html`${reason?.name[locale]}. ${withdrawn.words}`,
  })
}

const stateIf = (of: Decision, tried: Decision['tried']): FormState =>
  of.tried === tried ? of.state : { values: {}, errors: [] }

function decisionPart(frame: ui.Frame, of: Decision): Html | false {
  const { locale } = frame
  const t = textsOf(locale).one
  const { revision: r } = of
  if (!of.decides || of.publication.withdrawn) return false
  if (r.state === 'appealed')
    return ui.section({
      title: t.appealTitle,
      content: html`<p>${t.appealText}</p><blockquote>${r.appeal}</blockquote>${ui.facts([
        { term: t.returnedBecause, detail: `${nameOf(frame, of, r.reason)}. ${r.words ?? ''}` },
      ])}${of.decidesAppeal ? appealForm(frame, of) : ui.notice({ locale, tone: 'info', body: t.another })}`,
    })
  if (r.state !== 'submitted') return false
  const publish = stateIf(of, 'publish')
  return ui.section({
    title: t.decide,
    content: html`${ui.errorSummary({ locale, errors: publish.errors.map((e) => ({ ...e, field: null })) })}${ui.postButton(
      {
        action: `${OFFICE}/${of.publication.id}/publish`,
        csrf: frame.csrf,
        label: t.publish,
        fields: { version: String(r.version) },
      },
    )}${returnForm(frame, of)}`,
  })
}

function nameOf(frame: ui.Frame, of: Decision, code: string | null): string {
  return of.reasons.find((r) => r.code === code)?.name[frame.locale] ?? ''
}

function reasonFields(
  frame: ui.Frame,
  of: Decision,
  f: ui.BoundFields,
  wordsLabel: string,
  hint: string,
): Html {
  const { locale } = frame
  const t = textsOf(locale).one
  return html`${f.radios({
    name: 'reason',
    label: t.reason,
    options: of.reasons
      .filter((r) => r.active)
      .map((r) => ({ value: r.code, label: r.name[locale], ...(r.source ? { hint: r.source } : {}) })),
  })}${f.area({ name: 'words', label: wordsLabel, hint, rows: 4 })}`
}

function returnForm(frame: ui.Frame, of: Decision): Html {
  const { locale } = frame
  const t = textsOf(locale).one
  const state = stateIf(of, 'return')
  const f = ui.fieldsOf(locale, state)
  return ui.disclosure({
    summary: t.return,
    open: of.tried === 'return',
    content: ui.form({
      locale,
      action: `${OFFICE}/${of.publication.id}/return`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.return,
      content: [
        ui.hiddenField('version', String(of.revision.version)),
        reasonFields(frame, of, f, t.words, t.wordsHint),
      ],
    }),
  })
}

function appealForm(frame: ui.Frame, of: Decision): Html {
  const { locale } = frame
  const t = textsOf(locale).one
  const state = stateIf(of, 'appeal')
  const f = ui.fieldsOf(locale, state)
  return ui.form({
    locale,
    action: `${OFFICE}/${of.publication.id}/appeal`,
    csrf: frame.csrf,
    errors: state.errors,
    submit: t.decideSubmit,
    content: [
      ui.hiddenField('version', String(of.revision.version)),
      f.radios({
        name: 'verdict',
        label: t.decide,
        options: [
          { value: 'overturn', label: t.overturn },
          { value: 'uphold', label: t.uphold },
        ],
      }),
      f.area({ name: 'words', label: t.upholdWords, hint: t.wordsHint, rows: 4 }),
    ],
  })
}

function withdrawForm(frame: ui.Frame, of: Decision): Html {
  const { locale } = frame
  const t = textsOf(locale).one
  const state = stateIf(of, 'withdraw')
  const f = ui.fieldsOf(locale, state, {}, 'withdraw')
  return ui.disclosure({
    summary: t.withdraw,
    open: of.tried === 'withdraw',
    content: ui.form({
      locale,
      action: `${OFFICE}/${of.publication.id}/withdraw`,
      csrf: frame.csrf,
      errors: state.errors,
      scope: 'withdraw',
      submit: t.withdraw,
      danger: true,
      content: reasonFields(frame, of, f, t.words, t.withdrawHint),
    }),
  })
}
