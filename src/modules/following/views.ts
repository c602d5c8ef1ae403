/** Pages of following. */
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/texts.ts'
import { localPath } from '../../platform/http/route.ts'
import type { FormState } from '../../platform/http/submit.ts'
import * as ui from '../../ui/index.ts'
import {
  KIND_ORDER,
  kindNamePlural,
  type ListEntry,
  type OrganisationKind,
  type OrganisationLine,
  organisationLabel,
} from '../organisations/index.ts'
import { selectorText } from './rules/selector.ts'
import { texts } from './texts/index.ts'
import type { DigestPart } from './texts/letters.ts'
import type { Selector } from './types.ts'

/** What the lists of a page are made of. */
export type Known = {
  readonly directions: readonly ListEntry<'direction'>[]
  readonly organisations: ReadonlyMap<string, OrganisationLine>
}

export function selectorName(locale: Locale, selector: Selector, known: Known): string {
  const t = texts[locale]
  switch (selector.kind) {
    case 'all':
      return t.all
    case 'kind':
      return t.kind(kindNamePlural(locale, selector.value as OrganisationKind))
    case 'organisation': {
      const line = known.organisations.get(selector.value)
      return line ? t.organisation(organisationLabel(line, locale)) : t.gone
    }
    case 'direction': {
      const found = known.directions.find((d) => d.id === selector.value)
      return found ? t.direction(locale === 'en' ? (found.nameEn ?? found.name) : found.name) : t.gone
    }
  }
}

/** The asked ones and everything first; kinds and directions are folded until one is chosen. */
function whatToFollow(
  locale: Locale,
  own: readonly Selector[],
  known: Known,
  state: FormState,
): readonly ui.Content[] {
  const t = texts[locale]
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  const values = [state.values['what'] ?? []].flat()
  const option = (s: Selector) => ({ value: selectorText(s), label: selectorName(locale, s, known) })
  const folded = (scope: string, summary: string, of: readonly Selector[]) =>
    of.length > 0 &&
    ui.disclosure({
      summary,
      open: of.some((s) => values.includes(selectorText(s))),
      content: ui.checkboxGroup({
        locale,
        scope,
        name: 'what',
        label: summary,
        values,
        options: of.map(option),
      }),
    })
  return [
    f.checkboxes({
      name: 'what',
      label: t.what,
      options: [...own.filter((s) => s.kind === 'organisation'), { kind: 'all', value: '' } as const].map(
        option,
      ),
    }),
    folded(
      'kinds',
      t.kinds,
      KIND_ORDER.map((value) => ({ kind: 'kind', value })),
    ),
    folded(
      'directions',
      t.directions,
      known.directions.filter((d) => d.active).map((d) => ({ kind: 'direction', value: d.id })),
    ),
  ]
}

export function followPage(
  frame: ui.Frame,
  view: { readonly asked: readonly Selector[]; readonly known: Known; readonly form: FormState },
): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    main: html`${ui.form({
      locale,
      csrf,
      action: localPath(locale, '/follow'),
      errors: view.form.errors,
      submit: t.submit,
      content: [
        f.text({ name: 'email', label: t.email, hint: t.emailHint, type: 'email', autocomplete: 'email' }),
        whatToFollow(locale, view.asked, view.known, view.form),
        ui.paragraph(t.privacy, 'small'),
      ],
    })}`,
  })
}

export function askedPage(frame: ui.Frame): Html {
  const t = texts[frame.locale]
  return ui.page(frame, { title: t.askedTitle, main: ui.paragraph(t.askedText), noIndex: true })
}

export function confirmPage(
  frame: ui.Frame,
  view: { readonly secret: string; readonly selectors: readonly Selector[]; readonly known: Known },
): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.confirmTitle,
    noIndex: true,
    main: html`<p>${t.confirmText}</p>${ui.bullets(
      view.selectors.map((s) => selectorName(locale, s, view.known)),
    )}${ui.postButton({
      action: localPath(locale, `/follow/confirm/${view.secret}`),
      csrf,
      label: t.confirmSubmit,
    })}`,
  })
}

export function ownPage(
  frame: ui.Frame,
  view: {
    readonly secret: string
    readonly email: string
    readonly selectors: readonly Selector[]
    readonly known: Known
    readonly form: FormState
    readonly done: string
  },
): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  const done = t.done[view.done]
  const at = localPath(locale, `/follow/${view.secret}`)
  return ui.page(frame, {
    title: t.ownTitle,
    lead: t.ownLead(view.email),
    noIndex: true,
    notices: done !== undefined && ui.notice({ locale, tone: 'success', body: done, live: true }),
    main: html`${ui.form({
      locale,
      csrf,
      action: at,
      errors: view.form.errors,
      submit: t.save,
      content: whatToFollow(locale, view.selectors, view.known, view.form),
    })}${ui.section({
      title: t.leaveTitle,
      intro: t.leaveText,
      content: ui.postButton({ action: `${at}/leave`, csrf, label: t.leave, kind: 'danger' }),
    })}`,
  })
}

export function leavePage(frame: ui.Frame, secret: string): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.leaveTitle,
    noIndex: true,
    main: html`<p>${t.leaveText}</p>${ui.postButton({
      action: localPath(locale, `/follow/${secret}/leave`),
      csrf,
      label: t.leave,
      kind: 'danger',
    })}`,
  })
}

export function leftPage(frame: ui.Frame): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.leftTitle,
    noIndex: true,
    main: html`<p>${t.leftText}</p><p><a href="${localPath(locale, '/follow')}">${t.again}</a></p>`,
  })
}

export function officePage(
  frame: ui.Frame,
  view: {
    readonly followers: number
    readonly selectors: readonly (Selector & { readonly followers: number })[]
    readonly known: Known
    readonly next: readonly DigestPart[]
  },
): Html {
  const { locale } = frame
  const t = texts[locale].office
  const next = view.next.filter((part) => part.items.length > 0)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(view.followers),
    main: html`${ui.table<Selector & { readonly followers: number }>({
      locale,
      caption: t.caption,
      captionHidden: true,
      rows: view.selectors,
      empty: t.none,
      narrow: 'keep',
      columns: [
        { label: t.what, rowHeader: true, cell: (s) => selectorName(locale, s, view.known) },
        { label: t.followers, numeric: true, cell: (s) => s.followers },
      ],
    })}${ui.section({
      title: t.next,
      content:
        next.length === 0
          ? html`<p class="soft">${t.nextNone}</p>`
          : next.map(
              (part) =>
                html`<h3>${part.title[locale]}</h3>${ui.bullets(
                  part.items.map(
                    (item) => html`<a href="${localPath(locale, item.path)}">${item.title[locale]}</a>`,
                  ),
                )}`,
            ),
    })}<p><a href="/follow">${t.link}</a></p>`,
  })
}
