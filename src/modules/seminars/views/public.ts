/** What participants and those who check a certificate see. */
import { type Html, html } from '../../../kernel/html.ts'
import { longDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type CityEvent, type EventDay, eventTitle, whenOf } from '../../events/index.ts'
import { questionField } from '../forms.ts'
import { isMultiple } from '../rules/test.ts'
import { texts } from '../texts/index.ts'
import type { Certificate, SeminarTest } from '../types.ts'

export function testPage(
  frame: ui.Frame,
  view: {
    readonly event: CityEvent
    readonly test: SeminarTest
    readonly form: FormState
    readonly done: boolean
  },
): Html {
  const { locale } = frame
  const t = texts[locale].test.public
  const { event, test, form } = view
  const title = eventTitle(locale, event)
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  const open = test.stage !== 'closed' && !view.done
  return ui.page(frame, {
    title: t.title(title),
    lead: open ? t.lead[test.stage] : undefined,
    noIndex: true,
    breadcrumbs: [{ label: title, href: localPath(locale, `/events/${event.id}`) }],
    notices: [
      view.done && ui.notice({ locale, tone: 'success', body: t.done, live: true }),
      !view.done && test.stage === 'closed' && ui.notice({ locale, tone: 'info', body: t.closed }),
    ],
    main: html`${
      open &&
      ui.form({
        locale,
        action: localPath(locale, `/events/${event.id}/test`),
        csrf: frame.csrf,
        errors: form.errors,
        submit: t.send,
        content: [
          test.questions.map((q, i) => {
            const options = q.options.map((label, o) => ({ value: String(o), label }))
            const name = questionField(i)
            return isMultiple(q)
              ? f.checkboxes({ name, label: `${i + 1}. ${q.text}`, hint: t.many, options })
              : f.radios({ name, label: `${i + 1}. ${q.text}`, hint: t.one, options })
          }),
          f.text({
            name: 'word',
            label: t.word,
            hint: t.wordHint,
            width: 'medium',
            autocomplete: 'off',
            optional: true,
          }),
        ],
      })
    }`,
  })
}

export type CheckView = {
  readonly typed: string
  /** Null: no such number; undefined: nothing was asked yet. */
  readonly certificate: Certificate | null | undefined
  readonly event: CityEvent | null
  readonly days: readonly EventDay[]
}

export function checkPage(frame: ui.Frame, view: CheckView): Html {
  const { locale } = frame
  const t = texts[locale].check
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: view.certificate !== undefined,
    notices: answer(frame, view),
    main: html`<form class="form" method="get" action="${localPath(locale, '/certificates')}">${ui.textField({
      locale,
      name: 'number',
      label: t.number,
      hint: t.numberHint,
      value: view.typed,
      width: 'medium',
      autocomplete: 'off',
    })}<div class="buttons">${ui.button({ label: t.submit })}</div></form>${facts(frame, view)}`,
  })
}

function answer({ locale }: ui.Frame, { certificate }: CheckView): Html | false {
  const t = texts[locale].check
  if (certificate === undefined) return false
  if (certificate === null) return ui.notice({ locale, tone: 'error', body: t.unknown, live: true })
  return certificate.revokedOn
    ? ui.notice({
        locale,
        tone: 'warning',
        body: t.revoked(longDate(locale, certificate.revokedOn), certificate.revokeReason ?? ''),
        live: true,
      })
    : ui.notice({
        locale,
        tone: 'success',
        body: t.valid(longDate(locale, certificate.issuedOn)),
        live: true,
      })
}

function facts({ locale }: ui.Frame, { certificate, event, days }: CheckView): Html | false {
  const t = texts[locale].check
  if (!certificate || !event) return false
  return ui.facts([
    { term: t.number, detail: certificate.number },
    {
      term: t.event,
      detail: html`<a href="${localPath(locale, `/events/${event.id}`)}">${eventTitle(locale, event)}</a>`,
    },
    { term: t.day, detail: whenOf(locale, days) },
    { term: t.holder, detail: certificate.consent ? certificate.name : t.noConsent },
  ])
}

/** On the event's public page while elections are under way. */
export function electionNotice({ locale }: ui.Frame): Html {
  return ui.notice({ locale, tone: 'info', body: texts[locale].election.now })
}
