/** Pages of the outbox. */
import { type Html, html } from '../../kernel/html.ts'
import { moment } from '../../kernel/texts.ts'
import type { House } from '../../platform/house.ts'
import type { FormState } from '../../platform/http/submit.ts'
import type { Page } from '../../platform/keyset.ts'
import * as ui from '../../ui/index.ts'
import { ASKED_FOR } from './rules.ts'
import { texts } from './texts/index.ts'
import type { Mailing, MailingLetter, MailingState } from './types.ts'

type Frame = ui.Frame

const PATH = '/office/outbox'

export function kindName(locale: Frame['locale'], kind: string): string {
  return texts[locale].kinds[kind] ?? kind
}

function standing(frame: Frame, house: House): Html | false {
  const t = texts[frame.locale]
  if (house.demonstration) return ui.notice({ locale: frame.locale, tone: 'info', body: t.demonstration })
  return house.smtpUrl === null && ui.notice({ locale: frame.locale, tone: 'warning', body: t.noServer })
}

export function listPage(
  frame: Frame,
  house: House,
  list: {
    readonly page: Page<Mailing>
    readonly state: MailingState | null
    readonly text: string
    readonly waiting: number
    readonly done: string | null
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const states: readonly MailingState[] = ['held', 'released', 'cancelled']
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(list.waiting),
    notices: [done(frame, list.done), standing(frame, house)],
    actions: ui.linkButton({ label: t.auto.link, href: `${PATH}/rules`, kind: 'quiet' }),
    main: html`${ui.filterForm({
      locale,
      action: PATH,
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: list.text, optional: true }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.filter.state,
          value: list.state ?? '',
          options: [
            { value: '', label: t.filter.all },
            ...states.map((s) => ({ value: s, label: t.states[s] })),
          ],
        }),
      ],
      ...(list.state || list.text ? { resetHref: PATH } : {}),
    })}${ui.table<Mailing>({
      locale,
      caption: t.caption,
      captionHidden: true,
      rows: list.page.rows,
      empty: t.none,
      columns: [
        {
          label: t.columns.title,
          cell: (m) => html`<a href="${PATH}/${m.id}">${m.title}</a>`,
          rowHeader: true,
        },
        {
          label: t.columns.state,
          cell: (m) =>
            ui.tag(t.states[m.state], m.state === 'held' ? 'due' : m.state === 'released' ? 'done' : 'plain'),
        },
        { label: t.columns.created, cell: (m) => moment(locale, m.createdAt) },
        { label: t.columns.letters, cell: (m) => m.letters, numeric: true },
        { label: t.columns.sent, cell: (m) => m.sent, numeric: true },
        { label: t.columns.failed, cell: (m) => m.failed || '', numeric: true },
      ],
    })}${ui.pager({ locale, ...(list.page.next ? { nextHref: ui.withQuery(frame.path, { after: list.page.next }) } : {}) })}
${ui.exportLinks({ locale, csv: ui.withQuery(frame.path, { format: 'csv' }), xlsx: ui.withQuery(frame.path, { format: 'xlsx' }), print: true })}`,
  })
}

export function mailingPage(
  frame: Frame,
  house: House,
  mailing: Mailing,
  letters: readonly MailingLetter[],
  history: Html,
  form: FormState,
  doneKey: string | null,
): Html {
  const { locale } = frame
  const t = texts[locale]
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  const sample = letters[0]
  return ui.page(frame, {
    title: mailing.title,
    breadcrumbs: [{ label: t.title, href: PATH }],
    lead: kindName(locale, mailing.kind),
    notices: [
      mailing.state !== 'held' &&
        ui.errorSummary({ locale, errors: form.errors.map((e) => ({ field: null, message: e.message })) }),
      done(frame, doneKey),
      standing(frame, house),
      fate(frame, mailing),
    ],
    main: html`${
      mailing.state === 'held' &&
      ui.section({
        title: t.recipients(mailing.letters),
        content: [
          ui.postButton({
            action: `${PATH}/${mailing.id}/release`,
            csrf: frame.csrf,
            label: t.release(mailing.letters),
            before: html`<p>${t.releaseAsk}</p>`,
          }),
        ],
      })
    }${ui.table<MailingLetter>({
      locale,
      caption: t.recipients(mailing.letters),
      rows: letters,
      columns: [
        { label: t.columnsOfLetters.name, cell: (l) => l.name, rowHeader: true },
        { label: t.columnsOfLetters.address, cell: (l) => l.recipient },
        {
          label: t.columnsOfLetters.subject,
          cell: (l) =>
            ui.disclosure({ summary: l.subject, content: html`<pre class="letter">${l.body}</pre>` }),
        },
        {
          label: t.columnsOfLetters.state,
          cell: (l) =>
            ui.tag(
              t.letterStates[l.state],
              l.state === 'sent' ? 'done' : l.state === 'failed' ? 'late' : 'plain',
            ),
        },
        { label: t.columnsOfLetters.error, cell: (l) => l.lastError },
      ],
    })}${letters.length < mailing.letters && html`<p class="soft">${t.more(letters.length)}</p>`}${
      sample &&
      ui.section({
        title: t.text,
        content: html`<p><strong>${t.subject}:</strong> ${sample.subject}</p><pre class="letter">${sample.body}</pre>`,
      })
    }${mailing.failed > 0 && ui.postButton({ action: `${PATH}/${mailing.id}/retry`, csrf: frame.csrf, label: t.retry, kind: 'quiet' })}${
      mailing.state === 'held' &&
      ui.section({
        title: t.cancel,
        content: ui.form({
          locale,
          action: `${PATH}/${mailing.id}/cancel`,
          csrf: frame.csrf,
          errors: form.errors,
          content: f.area({ name: 'reason', label: t.reason, hint: t.reasonHint }),
          submit: t.cancel,
          danger: true,
        }),
      })
    }${history}`,
  })
}

function fate(frame: Frame, mailing: Mailing): Html | false {
  const t = texts[frame.locale]
  if (mailing.state === 'cancelled')
    return ui.notice({ locale: frame.locale, tone: 'info', body: t.cancelledBecause(mailing.reason ?? '') })
  return (
    mailing.releasedAt !== null &&
    html`<p class="soft">${t.releasedBy(mailing.releasedBy ?? '', moment(frame.locale, mailing.releasedAt))}</p>`
  )
}

export function rulesPage(
  frame: Frame,
  kinds: readonly string[],
  on: Readonly<Record<string, { readonly by: string; readonly at: string }>>,
  saved: boolean,
  sinceText: (kind: string) => string | null,
): Html {
  const { locale } = frame
  const t = texts[locale]
  const group = (label: string, of: readonly string[], more: { scope?: string; hint?: string } = {}) =>
    of.length > 0 &&
    ui.checkboxGroup({
      locale,
      name: 'kind',
      label,
      ...more,
      values: Object.keys(on),
      options: of.map((kind) => ({
        value: kind,
        label: kindName(locale, kind),
        hint: sinceText(kind) ?? undefined,
      })),
    })
  return ui.page(frame, {
    title: t.auto.title,
    breadcrumbs: [{ label: t.title, href: PATH }],
    lead: t.auto.lead,
    notices: saved && ui.notice({ locale, tone: 'success', body: t.auto.saved, live: true }),
    main:
      kinds.length === 0
        ? html`<p class="soft">${t.auto.none}</p>`
        : ui.form({
            locale,
            action: `${PATH}/rules`,
            csrf: frame.csrf,
            submit: t.auto.save,
            content: [
              group(
                t.auto.asked,
                kinds.filter((kind) => ASKED_FOR.includes(kind)),
                { scope: 'asked', hint: t.auto.askedHint },
              ),
              group(
                t.auto.others,
                kinds.filter((kind) => !ASKED_FOR.includes(kind)),
              ),
            ],
          }),
  })
}

function done(frame: Frame, key: string | null): Html | false {
  return ui.doneNotice(frame.locale, texts[frame.locale].done, key)
}
