/** Forms of visitors: register, confirm, ask, say what they thought, offer a talk; of an invited organisation. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { textsOf } from '../texts/index.ts'
import { dayAndTime, eventTitle, placeOf, whenOf } from '../texts/names.ts'
import type { Invitation } from '../types/invitation.ts'
import type { Registration } from '../types/registration.ts'
import type { CityEvent, EventDay, RegistrationQuestion } from '../types.ts'
import { eventPath } from './event.ts'

type About = { readonly event: CityEvent; readonly days: readonly EventDay[] }

function crumbs(locale: Locale, event: CityEvent): ui.Crumb[] {
  return [
    { label: textsOf(locale).public.events, href: localPath(locale, '/events') },
    { label: eventTitle(locale, event), href: localPath(locale, eventPath(event)) },
  ]
}

/** When and where, above a form about it. */
function about(locale: Locale, { days }: About): Html {
  return ui.bullets(days.map((d) => [dayAndTime(locale, d), placeOf(locale, d)].filter(Boolean).join(', ')))
}

function formPage(
  frame: ui.Frame,
  view: About & { readonly form: FormState },
  page: {
    readonly title: string
    readonly lead: string
    readonly path: string
    readonly submit: string
    readonly content: (f: ui.BoundFields) => Html
    readonly notice?: ui.Content
  },
): Html {
  const { locale } = frame
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  return ui.page(frame, {
    title: page.title,
    lead: page.lead,
    breadcrumbs: crumbs(locale, view.event),
    noIndex: true,
    notices: page.notice,
    main: html`${about(locale, view)}${ui.form({
      locale,
      csrf: null,
      action: localPath(locale, eventPath(view.event, page.path)),
      errors: view.form.errors,
      submit: page.submit,
      content: page.content(f),
      cancelHref: localPath(locale, eventPath(view.event)),
    })}`,
  })
}

export function registerPage(
  frame: ui.Frame,
  view: About & { readonly form: FormState; readonly free: number | null; readonly months: number },
): Html {
  const { locale } = frame
  const t = textsOf(locale).public.registration
  const { event } = view
  return formPage(frame, view, {
    title: t.title(eventTitle(locale, event)),
    lead: view.free === 0 ? t.leadWaiting : t.lead,
    path: '/register',
    submit: view.free === 0 ? t.submitWaiting : t.submit,
    content: (f) =>
      html`${f.text({ name: 'name', label: t.name, autocomplete: 'name', maxLength: 200 })}${f.text({
        name: 'email',
        label: t.email,
        hint: t.emailHint,
        type: 'email',
        autocomplete: 'email',
      })}${f.text({ name: 'organisation', label: t.organisation, hint: t.organisationHint, autocomplete: 'organization', optional: true })}${event.registrationQuestions.map(
        (q) => questionField(locale, f, q),
      )}${
        event.photoConsent &&
        f.radios({
          name: 'photoConsent',
          label: t.photo,
          options: [
            { value: 'yes', label: t.photoYes },
            { value: 'no', label: t.photoNo },
          ],
        })
      }${f.checkbox({ name: 'consent', label: t.consent(view.months) })}`,
  })
}

function questionField(locale: Locale, f: ui.BoundFields, q: RegistrationQuestion): Html {
  const name = `answer-${q.key}`
  const label = locale === 'en' ? (q.labelEn ?? q.label) : q.label
  const optional = !q.required
  const t = textsOf(locale).public.registration
  if (q.kind === 'text') return f.text({ name, label, optional, maxLength: 500 })
  if (q.kind === 'yesNo')
    return f.radios({
      name,
      label,
      optional,
      options: [
        { value: 'yes', label: t.yes },
        { value: 'no', label: t.no },
      ],
    })
  return f.select({
    name,
    label,
    optional,
    empty: true,
    options: q.options.map((o) => ({ value: o, label: o })),
  })
}

/** After the form: where to look now. @param link shown in a demonstration, where no letter leaves */
export function registeredPage(
  frame: ui.Frame,
  view: About & {
    readonly state: 'unconfirmed' | 'waiting'
    readonly hours: number
    readonly link: string | null
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).public.registration
  return ui.page(frame, {
    title: t.written,
    lead: view.state === 'waiting' ? t.writtenWaiting : t.writtenText(view.hours),
    breadcrumbs: crumbs(locale, view.event),
    noIndex: true,
    main: html`${about(locale, view)}${ui.paragraph(t.notCome)}${
      view.link !== null &&
      ui.notice({
        locale,
        tone: 'info',
        title: t.demonstration,
        body: html`<a href="${view.link}">${t.demonstrationLink}</a>`,
      })
    }`,
  })
}

/** The page behind the letter's link. Opening it changes nothing: programs open links too. */
export function takePartPage(
  frame: ui.Frame,
  view: About & {
    readonly registration: Registration
    readonly before: number
    readonly path: string
    readonly form: FormState
    readonly done: string | undefined
    readonly qr: Html | null
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).public.takePart
  const r = view.registration
  const confirmed = r.confirmedAt !== null && r.state !== 'cancelled'
  const act = (value: 'confirm' | 'cancel', label: string, kind: 'primary' | 'quiet') =>
    ui.postButton({ action: view.path, csrf: null, label, kind, fields: { act: value } })
  const done: Readonly<Record<string, string>> = t.done
  return ui.page(frame, {
    title: t.title(eventTitle(locale, view.event)),
    lead: whenOf(locale, view.days),
    breadcrumbs: crumbs(locale, view.event),
    noIndex: true,
    notices: [
      view.done !== undefined &&
        done[view.done] !== undefined &&
        ui.notice({ locale, tone: 'success', title: done[view.done], live: true }),
      view.form.errors.length > 0 && ui.errorSummary({ locale, errors: view.form.errors }),
    ],
    main: html`${about(locale, view)}${ui.facts([
      { term: t.name, detail: r.name },
      {
        term: t.state,
        detail: confirmed
          ? r.state === 'waiting'
            ? t.waiting(view.before)
            : t.states.confirmed
          : t.states[r.state],
      },
    ])}${confirmed && r.state === 'confirmed' && html`${ui.section({ title: t.code, content: html`<p class="door-code">${r.code}</p>${view.qr}${ui.paragraph(t.codeText, 'small')}` })}`}${
      !confirmed && act('confirm', r.state === 'cancelled' ? t.confirmAgain : t.confirm, 'primary')
    }${r.state !== 'cancelled' && act('cancel', t.cancel, 'quiet')}`,
  })
}

export function askPage(frame: ui.Frame, view: About & { readonly form: FormState }): Html {
  const { locale } = frame
  const t = textsOf(locale).public.asking
  return formPage(frame, view, {
    title: t.title(eventTitle(locale, view.event)),
    lead: t.lead,
    path: '/ask',
    submit: t.submit,
    content: (f) =>
      html`${f.area({ name: 'text', label: t.text, rows: 5, maxLength: 3_000 })}${f.text({ name: 'topic', label: t.topic, optional: true })}${f.text({ name: 'asker', label: t.asker, hint: t.askerHint, optional: true, autocomplete: 'name' })}${f.text({ name: 'email', label: t.email, hint: t.emailHint, type: 'email', optional: true, autocomplete: 'email' })}`,
  })
}

export function feedbackPage(frame: ui.Frame, view: About & { readonly form: FormState }): Html {
  const { locale } = frame
  const t = textsOf(locale).public.feedback
  return formPage(frame, view, {
    title: t.title(eventTitle(locale, view.event)),
    lead: t.lead,
    path: '/feedback',
    submit: t.submit,
    content: (f) =>
      html`${f.radios({ name: 'rating', label: t.rating, options: ([5, 4, 3, 2, 1] as const).map((n) => ({ value: String(n), label: t.ratings[n - 1] ?? '' })) })}${f.area({ name: 'good', label: t.good, rows: 3, optional: true })}${f.area({ name: 'better', label: t.better, rows: 3, optional: true })}`,
  })
}

export function offerTalkPage(frame: ui.Frame, view: About & { readonly form: FormState }): Html {
  const { locale } = frame
  const t = textsOf(locale).public.talk
  return formPage(frame, view, {
    title: t.title(eventTitle(locale, view.event)),
    lead: t.lead,
    path: '/offer-talk',
    submit: t.submit,
    content: (f) =>
      html`${f.text({ name: 'title', label: t.name })}${f.area({ name: 'text', label: t.text, hint: t.textHint, rows: 6 })}${f.text({ name: 'speaker', label: t.speaker, autocomplete: 'name' })}${f.text({ name: 'organisation', label: t.organisation, optional: true })}${f.text({ name: 'email', label: t.email, hint: t.emailHint, type: 'email', optional: true, autocomplete: 'email' })}`,
  })
}

/** One sentence after a form, and the way back. */
export function thanksPage(
  frame: ui.Frame,
  view: About & { readonly title: string; readonly text: string },
): Html {
  const { locale } = frame
  return ui.page(frame, {
    title: view.title,
    lead: view.text,
    breadcrumbs: crumbs(locale, view.event),
    noIndex: true,
    main: ui.paragraph(
      html`<a href="${localPath(locale, eventPath(view.event))}">${textsOf(locale).public.back}</a>`,
    ),
  })
}

/** What an invited organisation sees by the link of its letter. */
export function invitedPage(
  frame: ui.Frame,
  view: About & {
    readonly invitation: Invitation
    readonly organisation: string
    readonly people: readonly string[]
    readonly path: string
    readonly open: boolean
    readonly form: FormState
    readonly done: boolean
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).public.invited
  const { event, invitation } = view
  const f = ui.boundFields({
    locale,
    values: {
      state: invitation.state === 'invited' ? '' : invitation.state,
      people: view.people.join('\n'),
      note: invitation.note ?? '',
      ...view.form.values,
    },
    errors: view.form.errors,
  })
  return ui.page(frame, {
    title: t.title(eventTitle(locale, event)),
    lead: t.lead(view.organisation),
    noIndex: true,
    notices: [
      view.done && ui.notice({ locale, tone: 'success', title: t.done, live: true }),
      (event.state === 'cancelled' || event.state === 'postponed') &&
        ui.notice({ locale, tone: 'warning', title: t.off, body: event.stateReason }),
    ],
    main: html`${about(locale, view)}${(event.purpose ?? '').split('\n').map((line) => ui.paragraph(line))}${
      view.open
        ? ui.form({
            locale,
            csrf: null,
            action: view.path,
            errors: view.form.errors,
            submit: t.submit,
            content: html`${f.radios({
              name: 'state',
              label: t.question,
              options: [
                { value: 'accepted', label: t.yes },
                { value: 'declined', label: t.no },
              ],
            })}${f.area({ name: 'people', label: t.people, hint: event.seatsPerOrganisation === null ? t.peopleHint : t.peopleHintMost(event.seatsPerOrganisation), rows: 5, optional: true })}${f.area({ name: 'note', label: t.note, rows: 2, optional: true })}`,
          })
        : ui.paragraph(t.closed, 'soft')
    }`,
  })
}
