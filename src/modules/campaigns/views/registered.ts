/** What the registry says of one organisation, and the form in which it is corrected. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, longDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { ListEntry } from '../../organisations/index.ts'
import { ACCESS } from '../forms/answer.ts'
import { type CorrectableField, type Registered, TEXT_FIELDS } from '../rules/correction.ts'
import { masked } from '../rules/mask.ts'
import { texts } from '../texts/index.ts'
import type { AnswerWay } from '../types.ts'

export type Shown = {
  readonly registered: Registered
  readonly directions: readonly ListEntry<'direction'>[]
  /** The office sees contacts as they are; a link may have come to a stranger. */
  readonly open: boolean
}

export function contactText(shown: Shown, contact: Registered['contacts'][number], locale: Locale): string {
  const t = texts[locale].public
  const value = contact.access === 'public' || shown.open ? contact.value : masked(contact.value)
  return `${t.contactKinds[contact.kind]}: ${value} (${t.access[contact.access]})`
}

export function registeredFacts(locale: Locale, shown: Shown): Html {
  const t = texts[locale].public.fields
  const { registered: r } = shown
  const named = shown.directions.filter((d) => r.directions.includes(d.id))
  const none = html`<span class="soft">${t.none}</span>`
  const fields: readonly CorrectableField[] =
    r.kind === 'selfOrganisationBody' ? [...TEXT_FIELDS, 'territory', 'termUntil'] : TEXT_FIELDS
  return ui.facts([
    ...fields.map((field) => ({ term: t[field], detail: fieldText(locale, field, r.fields[field]) ?? none })),
    {
      term: t.officers,
      detail: r.officers.length > 0 ? ui.bullets(r.officers.map((o) => `${o.name}, ${o.post}`)) : none,
    },
    {
      term: t.contacts,
      detail: r.contacts.length > 0 ? ui.bullets(r.contacts.map((c) => contactText(shown, c, locale))) : none,
    },
    {
      term: t.directions,
      detail:
        named.length > 0
          ? named.map((d) => (locale === 'en' ? (d.nameEn ?? d.name) : d.name)).join(', ')
          : none,
    },
  ])
}

function fieldText(locale: Locale, field: CorrectableField, value: string | null): string | null {
  const day = field === 'termUntil' && value !== null ? parseCivilDate(value) : null
  return day ? longDate(locale, day) : value
}

export type AnswerForm = {
  readonly action: string
  readonly form: FormState
  readonly cancelHref: string
  /** Of a clerk's form: by which way the answer came. */
  readonly ways: readonly Exclude<AnswerWay, 'link'>[]
  /** Told to who answers by the link: whose the data are, and why (Law 2297-VI, art. 12). */
  readonly privacy?: string
}

/** One button after one's name: everything is right. */
export function confirmFormOf(frame: ui.Frame, seen: number, answer: Omit<AnswerForm, 'cancelHref'>): Html {
  const { locale, csrf } = frame
  const t = texts[locale].public
  const { form } = answer
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  return ui.form({
    locale,
    csrf,
    action: answer.action,
    errors: form.errors,
    submit: t.confirm,
    content: [
      ui.hiddenField('seen', String(seen)),
      wayField(frame, answer),
      ui.fieldRow([
        f.text({ name: 'name', label: t.name, autocomplete: 'name' }),
        f.text({ name: 'post', label: t.post, hint: t.postHint }),
      ]),
      answer.privacy && ui.paragraph(answer.privacy, 'small'),
    ],
  })
}

function wayField({ locale }: ui.Frame, { ways, form }: Pick<AnswerForm, 'ways' | 'form'>): ui.Content {
  const t = texts[locale]
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  return (
    ways.length > 0 &&
    f.radios({
      name: 'way',
      label: t.invitation.way,
      options: ways.map((w) => ({ value: w, label: t.ways[w] })),
    })
  )
}

export function correctFormOf(frame: ui.Frame, shown: Shown, answer: AnswerForm): Html {
  const { locale, csrf } = frame
  const t = texts[locale].public
  const { form } = answer
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  const { registered: r } = shown
  const shownWhere = (name: string, what: string) =>
    f.select({
      name,
      label: t.shownWhere(what),
      options: ACCESS.map((a) => ({ value: a, label: t.access[a] })),
      width: 'medium',
    })
  return ui.form({
    locale,
    csrf,
    action: answer.action,
    errors: form.errors,
    submit: t.send,
    cancelHref: answer.cancelHref,
    content: [
      ui.hiddenField('seen', String(r.version)),
      ui.fieldset({
        legend: t.whoAnswers,
        content: [
          wayField(frame, answer),
          ui.fieldRow([
            f.text({ name: 'name', label: t.name, autocomplete: 'name' }),
            f.text({ name: 'post', label: t.post, hint: t.postHint }),
          ]),
        ],
      }),
      ui.fieldset({
        legend: t.names,
        content: [
          f.text({ name: 'orgName', label: t.fields.name }),
          f.text({ name: 'shortName', label: t.fields.shortName, optional: true }),
          f.text({ name: 'nameEn', label: t.fields.nameEn, optional: true }),
          f.text({
            name: 'edrpou',
            label: t.fields.edrpou,
            optional: true,
            width: 'short',
            inputMode: 'numeric',
            maxLength: 8,
          }),
          f.area({ name: 'purpose', label: t.fields.purpose, optional: true, rows: 4 }),
          r.kind === 'selfOrganisationBody' && [
            f.text({ name: 'territory', label: t.fields.territory, optional: true }),
            f.date({ name: 'termUntil', label: t.fields.termUntil, optional: true }),
          ],
        ],
      }),
      r.officers.length > 0 && [
        f.checkboxes({
          name: 'ended',
          label: t.endedLegend,
          options: r.officers.map((o) => ({ value: o.id, label: `${o.name}, ${o.post}` })),
        }),
        f.date({ name: 'endedOn', label: t.endedOn, hint: t.endedOnHint, optional: true }),
      ],
      ui.fieldset({
        legend: t.newOfficer,
        hint: t.newOfficerHint,
        content: [
          f.text({ name: 'officerName', label: t.officerName, optional: true }),
          f.text({ name: 'officerPost', label: t.officerPost, optional: true }),
          f.date({ name: 'officerFrom', label: t.officerFrom, optional: true }),
          f.checkbox({ name: 'officerLeads', label: t.officerLeads }),
        ],
      }),
      r.contacts.length > 0 &&
        f.checkboxes({
          name: 'gone',
          label: t.goneLegend,
          options: r.contacts.map((c) => ({ value: c.id, label: contactText(shown, c, locale) })),
        }),
      ui.fieldset({
        legend: t.newContacts,
        content: [
          ui.fieldRow([
            f.text({ name: 'address', label: t.contactKinds.address, optional: true }),
            shownWhere('addressAccess', t.contactKinds.address),
          ]),
          ui.fieldRow([
            f.text({ name: 'phone', label: t.contactKinds.phone, optional: true, type: 'tel' }),
            shownWhere('phoneAccess', t.contactKinds.phone),
          ]),
          ui.fieldRow([
            f.text({ name: 'email', label: t.contactKinds.email, optional: true, type: 'email' }),
            shownWhere('emailAccess', t.contactKinds.email),
          ]),
          f.text({ name: 'site', label: t.contactKinds.site, optional: true, type: 'url' }),
          f.checkbox({ name: 'consent', label: t.consent, hint: t.consentHint }),
        ],
      }),
      shown.directions.length > 0 &&
        f.checkboxes({
          name: 'directions',
          label: t.fields.directions,
          options: shown.directions.map((d) => ({
            value: d.id,
            label: locale === 'en' ? (d.nameEn ?? d.name) : d.name,
          })),
        }),
      f.area({ name: 'note', label: t.note, optional: true, rows: 4 }),
      answer.privacy && ui.paragraph(answer.privacy, 'small'),
    ],
  })
}
