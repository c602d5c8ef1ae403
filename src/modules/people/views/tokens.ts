/** Pages about access for other programs. */
import { dayOf, Temporal } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { moment, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { ApiToken, TokenScope, Unit } from '../types.ts'

export const TOKENS = '/office/tokens'

function stateTag(frame: ui.Frame, token: ApiToken): Html {
  const t = texts[frame.locale].tokens
  if (token.revokedAt) return ui.tag(t.revoked, 'plain')
  return Temporal.Instant.compare(token.expiresAt, frame.now) <= 0
    ? ui.tag(t.ended, 'plain')
    : ui.tag(t.works, 'done')
}

export function tokenListPage(
  frame: ui.Frame,
  list: {
    readonly rows: readonly ApiToken[]
    readonly next: string | null
    readonly revoked: boolean
    readonly refusal?: FormState
  },
): Html {
  const { locale } = frame
  const t = texts[locale].tokens
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    actions: ui.linkButton({ label: t.issue, href: `${TOKENS}/new` }),
    notices: [
      list.revoked && ui.notice({ locale, tone: 'success', body: t.done, live: true }),
      list.refusal && ui.errorSummary({ locale, errors: list.refusal.errors }),
    ],
    main: html`${ui.table<ApiToken>({
      locale,
      caption: t.caption,
      captionHidden: true,
      rows: list.rows,
      empty: t.none,
      columns: [
        {
          label: t.name,
          rowHeader: true,
          cell: (k) => html`${k.name}<br><span class="soft">${k.unitName ?? t.wholeCity}</span>`,
        },
        { label: t.scopes, cell: (k) => k.scopes.map((s) => t.scope[s]).join(', ') },
        { label: t.by, cell: (k) => k.createdBy },
        { label: t.until, cell: (k) => shortDate(locale, dayOf(k.expiresAt.subtract({ seconds: 1 }))) },
        { label: t.used, cell: (k) => (k.usedAt ? moment(locale, k.usedAt) : t.unused) },
        { label: t.state, cell: (k) => stateTag(frame, k) },
        {
          label: t.revoke,
          labelHidden: true,
          cell: (k) =>
            k.revokedAt === null &&
            ui.confirmButton({
              action: `${TOKENS}/${k.id}/revoke`,
              csrf: frame.csrf,
              label: t.revoke,
              small: true,
              summary: t.revokeAsk(k.name),
              text: t.revokeText,
            }),
        },
      ],
    })}${ui.pager({ locale, nextHref: list.next && ui.withQuery(frame.path, { after: list.next }) })}`,
  })
}

/** @param scopes that the reader may give */
export function newTokenPage(
  frame: ui.Frame,
  units: readonly Unit[],
  scopes: readonly TokenScope[],
  state: FormState,
): Html {
  const { locale } = frame
  const t = texts[locale].tokens
  const f = ui.fieldsOf(locale, state)
  return ui.page(frame, {
    title: t.issueTitle,
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: TOKENS }],
    main: ui.form({
      locale,
      action: `${TOKENS}/new`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.submit,
      cancelHref: TOKENS,
      content: [
        f.text({ name: 'name', label: t.name, hint: t.nameHint, autocomplete: 'off' }),
        f.checkboxes({
          name: 'scopes',
          label: t.scopes,
          options: scopes.map((value) => ({
            value,
            label: t.scope[value],
            hint: html`<code>${value}</code>`,
          })),
        }),
        f.select({
          name: 'unitId',
          label: t.unit,
          hint: t.unitHint,
          empty: t.wholeCity,
          options: units.map((u) => ({ value: u.id, label: u.name })),
        }),
        f.date({ name: 'until', label: t.until, hint: t.untilHint }),
      ],
    }),
  })
}

/** Shown once. */
export function shownTokenPage(frame: ui.Frame, token: string): Html {
  const t = texts[frame.locale].tokens
  return ui.page(frame, {
    title: t.shownTitle,
    lead: t.shownLead,
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: TOKENS }],
    main: html`${ui.copyText({ locale: frame.locale, id: 'token', text: token })}
<p>${t.shownText}</p>${ui.buttonRow(ui.linkButton({ label: t.back, href: TOKENS, kind: 'quiet' }))}`,
  })
}
