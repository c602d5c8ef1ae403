/** Pages of the cabinet: the news of one's organisations, the form, one item with what became of it. */

import { type Html, html } from '../../../kernel/html.ts'
import { moment, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import type { OrganisationLine } from '../../organisations/index.ts'
import { onBehalfField } from '../../representatives/index.ts'
import { ALT_MAX, BODY_MAX, PICTURES_MAX, TITLE_MAX } from '../rules/revision.ts'
import { textsOf } from '../texts/index.ts'
import type { Publication, Reason, Revision, RevisionState, Shown, Silence } from '../types.ts'
import { articleHtml, type Pictures, thumbnail } from './article.ts'
import { newsPath } from './public.ts'
import { changesOf, stateTag } from './shared.ts'

export const CABINET = '/cabinet/news'

export type Line = {
  readonly id: string
  readonly organisationName: string
  readonly title: string
  readonly state: RevisionState
  readonly publishedAt: Publication['firstPublishedAt']
  readonly withdrawnAt: Publication['firstPublishedAt']
}

export function newsListPage(
  frame: ui.Frame,
  of: {
    readonly page: Page<Line>
    readonly severalOrganisations: boolean
    readonly silence: Silence | null
    readonly done: string
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).cabinet
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    actions: ui.linkButton({ label: t.write, href: `${CABINET}/new` }),
    notices: silenceFor(frame, of.silence),
    main: html`${ui.table<Line>({
      locale,
      caption: t.caption,
      captionHidden: true,
      rows: of.page.rows,
      empty: t.none,
      narrow: 'stack',
      columns: [
        {
          label: t.columns.title,
          rowHeader: true,
          cell: (n) => html`<a href="${CABINET}/${n.id}">${n.title || t.untitled}</a>`,
        },
        ...(of.severalOrganisations
          ? [{ label: t.columns.organisation, cell: (n: Line) => n.organisationName }]
          : []),
        { label: t.columns.state, cell: (n) => stateTag(locale, n.withdrawnAt ? 'withdrawn' : n.state) },
        { label: t.columns.published, cell: (n) => n.publishedAt && moment(locale, n.publishedAt) },
      ],
    })}${ui.pager({ locale, nextHref: of.page.next && ui.withQuery(frame.path, { after: of.page.next }) })}`,
  })
}

export function silenceFor(frame: ui.Frame, silence: Silence | null): Html | false {
  const { locale } = frame
  return (
    silence !== null &&
    ui.notice({
      locale,
      tone: 'warning',
      body: textsOf(locale).cabinet.silence(silence.title, shortDate(locale, silence.to)),
    })
  )
}

export function newsFormPage(
  frame: ui.Frame,
  of: {
    /** None: a new one. */
    readonly id: string | null
    readonly revision: Revision | null
    readonly organisations: readonly OrganisationLine[]
    readonly pictures: Pictures
    readonly shown: readonly Shown[]
    readonly state: FormState
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).cabinet
  const { revision } = of
  const alts = Object.fromEntries(of.shown.map((p) => [`alt-${p.id}`, p.alt]))
  const f = ui.fieldsOf(locale, of.state, {
    title: revision?.title ?? '',
    body: revision?.body ?? '',
    ...alts,
  })
  return ui.page(frame, {
    title: of.id === null ? t.newTitle : t.editTitle,
    breadcrumbs: [{ label: t.title, href: CABINET }],
    noIndex: true,
    main: ui.form({
      locale,
      action: of.id === null ? `${CABINET}/new` : `${CABINET}/${of.id}/edit`,
      csrf: frame.csrf,
      errors: of.state.errors,
      multipart: true,
      submit: t.submit,
      draft: t.draft,
      draftKey: `news-${of.id ?? 'new'}`,
      cancelHref: of.id === null ? CABINET : `${CABINET}/${of.id}`,
      content: [
        revision !== null && ui.hiddenField('version', String(revision.version)),
        onBehalfField(locale, f, {
          name: 'organisation',
          label: t.organisation,
          organisations: of.organisations,
        }),
        f.text({ name: 'title', label: t.heading, hint: t.headingHint, maxLength: TITLE_MAX }),
        f.area({ name: 'body', label: t.body, hint: t.bodyHint, rows: 14, maxLength: BODY_MAX }),
        of.shown.length > 0 && picturesFields(frame, f, of),
        of.shown.length < PICTURES_MAX &&
          ui.fieldset({
            legend: t.picture,
            content: [
              f.file({
                name: 'picture',
                label: t.pictureFile,
                hint: t.pictureHint,
                optional: true,
                accept: 'image/jpeg,image/png,image/webp',
              }),
              f.text({ name: 'alt', label: t.alt, hint: t.altHint, maxLength: ALT_MAX }),
            ],
          }),
      ],
    }),
  })
}

function picturesFields(
  frame: ui.Frame,
  f: ui.BoundFields,
  of: { readonly shown: readonly Shown[]; readonly pictures: Pictures },
): Html {
  const { locale } = frame
  const t = textsOf(locale).cabinet
  return ui.fieldset({
    legend: t.pictures,
    content: of.shown.map(
      (p, i) =>
        html`${thumbnail(p, of.pictures, 'cabinet')}${f.text({ name: `alt-${p.id}`, label: `${i + 1}. ${t.alt}`, maxLength: ALT_MAX })}${ui.checkbox(
          { locale, name: 'remove', value: p.id, label: `${t.remove} (${i + 1})`, scope: p.id },
        )}`,
    ),
  })
}

export type Own = {
  readonly publication: Publication
  /** The text under way, else the published one. */
  readonly revision: Revision
  /** What readers see now, where that is another. */
  readonly shown: Revision | null
  readonly pictures: Pictures
  readonly reason: Reason | null
  readonly withdrawnReason: Reason | null
  readonly silence: Silence | null
  readonly decideDays: number
  readonly state: FormState
  readonly done: string
}

export function newsItemPage(frame: ui.Frame, of: Own): Html {
  const { locale } = frame
  const t = textsOf(locale).cabinet
  const { revision: r, publication } = of
  const at = `${CABINET}/${publication.id}`
  const done = {
    saved: t.saved,
    submitted: t.submitted(of.decideDays),
    recalled: t.recalled,
    appealed: t.appealed,
    withdrawn: t.withdrawn,
  }
  const post = (verb: string, label: string) =>
    ui.postButton({ action: `${at}/${verb}`, csrf: frame.csrf, label, kind: 'quiet' })
  const visible = publication.publishedRevision !== null && !publication.withdrawn
  return ui.page(frame, {
    title: r.title || t.untitled,
    lead: stateTag(locale, publication.withdrawn ? 'withdrawn' : r.state),
    breadcrumbs: [{ label: t.title, href: CABINET }],
    noIndex: true,
    notices: [ui.doneNotice(locale, done, of.done), fate(frame, of), silenceFor(frame, of.silence)],
    actions: [
      !publication.withdrawn &&
        ['draft', 'returned', 'published'].includes(r.state) &&
        ui.linkButton({ label: t.edit, href: `${at}/edit` }),
      r.state === 'submitted' && post('recall', t.recall),
      visible &&
        ui.linkButton({ label: t.onSite, href: localPath(locale, newsPath(publication.id)), kind: 'quiet' }),
    ],
    main: html`${
      of.shown !== null &&
      of.shown.number !== r.number &&
      html`<p class="soft">${t.published}</p>${changesOf(locale, of.shown, r, textsOf(locale).one.changes, textsOf(locale).one)}`
    }${ui.section({ title: t.preview, content: articleHtml(r, of.pictures, 'cabinet') })}${
      r.state === 'returned' &&
      r.appealDecidedAt === null &&
      !publication.withdrawn &&
      appealForm(frame, of, at)
    }${
      r.state === 'draft' &&
      r.decidedAt === null &&
      ui.confirmButton({
        action: `${at}/discard`,
        csrf: frame.csrf,
        summary: t.discard,
        text: t.discardText,
        label: t.discard,
      })
    }${
      visible &&
      ui.confirmButton({
        action: `${at}/withdraw`,
        csrf: frame.csrf,
        summary: t.withdraw,
        text: t.withdrawText,
        label: t.withdraw,
      })
    }`,
  })
}

/** Why it came back or went, in the words of whoever decided. */
function fate(frame: ui.Frame, of: Own): Html | false {
  const { locale } = frame
  const t = textsOf(locale).cabinet
  const { revision: r, publication } = of
  const say = (title: string, reason: Reason | null, words: string | null) =>
    ui.notice({
      locale,
      tone: 'warning',
      title,
      body: html`${reason && html`<strong>${reason.name[locale]}</strong>${reason.source && ` (${reason.source})`}. `}${words}`,
    })
  if (publication.withdrawn)
    return publication.withdrawn.by === 'office'
      ? say(t.withdrawn, of.withdrawnReason, publication.withdrawn.words)
      : false
  if (r.state !== 'returned') return false
  return say(r.appealDecidedAt ? t.upheldTitle : t.returnedTitle, of.reason, r.words)
}

function appealForm(frame: ui.Frame, of: Own, at: string): Html {
  const { locale } = frame
  const t = textsOf(locale).cabinet
  const f = ui.fieldsOf(locale, of.state)
  return ui.disclosure({
    summary: t.appealTitle,
    open: of.state.errors.length > 0,
    content: html`<p>${t.appealLead}</p>${ui.form({
      locale,
      action: `${at}/appeal`,
      csrf: frame.csrf,
      errors: of.state.errors,
      submit: t.appealSubmit,
      content: f.area({ name: 'words', label: t.appealWords, rows: 5 }),
    })}`,
  })
}
