/** The form of an organisation: new or changed. */

import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { SHAPES } from '../rules/fields.ts'
import { LEGAL_FORMS, legalFormName } from '../rules/legal-forms.ts'
import { kindName, officeTexts, words } from '../texts/index.ts'
import { states } from '../texts/kinds.ts'
import {
  BODY_KINDS,
  type Facts,
  FIELDS,
  type Field,
  KIND_ORDER,
  LEGALISATIONS,
  type ListEntry,
  type OrganisationId,
  STATES,
} from '../types.ts'
import { OFFICE, SOURCE_DEFAULTS, sourceFields } from './office-parts.ts'
import { codeWarning, entryName } from './parts.ts'

export type EditChoices = {
  readonly districts: readonly ListEntry[]
  readonly directions: readonly ListEntry[]
  readonly confessions: readonly ListEntry[]
}

type Editing = {
  readonly id: OrganisationId
  readonly name: string
  readonly version: number
  readonly facts: Facts
  readonly directions: readonly string[]
}

/** Dates as people write them. */
export function typedFacts(facts: Facts): Record<Field, string> {
  const typed = (f: Field): string => {
    const value = facts[f] ?? ''
    const day = SHAPES[f].is === 'date' ? parseCivilDate(value) : null
    return day === null ? value : shortDate('uk', day)
  }
  return Object.fromEntries(FIELDS.map((f) => [f, typed(f)])) as Record<Field, string>
}

export function editPage(
  frame: ui.Frame,
  state: FormState,
  choices: EditChoices,
  editing: Editing | null,
): Html {
  const { locale } = frame
  const t = officeTexts[locale].form
  const path = editing === null ? `${OFFICE}/new` : `${OFFICE}/${editing.id}/edit`
  const back = editing === null ? OFFICE : `${OFFICE}/${editing.id}`
  const defaults = {
    ...SOURCE_DEFAULTS,
    state: 'active',
    how: 'change',
    ...(editing === null
      ? {}
      : {
          ...typedFacts(editing.facts),
          directions: editing.directions,
          version: String(editing.version),
        }),
  }
  const f = ui.fieldsOf(locale, state, defaults)
  return ui.page(frame, {
    title: editing === null ? t.newTitle : t.editTitle,
    ...(editing === null ? {} : { lead: editing.name }),
    noIndex: true,
    breadcrumbs: [
      { label: officeTexts[locale].title, href: OFFICE },
      ...(editing === null ? [] : [{ label: editing.name, href: back }]),
    ],
    notices:
      editing !== null &&
      codeWarning(editing.facts.edrpou) &&
      ui.notice({ locale, tone: 'warning', body: t.codeWarning }),
    main: ui.form({
      locale,
      action: path,
      csrf: frame.csrf,
      errors: state.errors,
      submit: editing === null ? t.add : t.save,
      cancelHref: back,
      draftKey: editing === null ? 'organisation-new' : `organisation-${editing.id}`,
      content: html`${
        editing !== null && ui.hiddenField('version', String(state.values['version'] ?? editing.version))
      }${mainFields(frame, f)}${registrationFields(frame, f)}${workFields(frame, f, choices)}${bodyFields(
        frame,
        f,
      )}${sourceFields(
        locale,
        f,
        html`${f.date({ name: 'since', label: t.since, hint: t.sinceHint, optional: true })}${
          editing !== null &&
          f.radios({
            name: 'how',
            label: t.how,
            options: (['change', 'correction'] as const).map((value) => ({
              value,
              label: t.changeKinds[value],
            })),
          })
        }`,
      )}`,
    }),
  })
}

type Fields = ui.BoundFields

function mainFields(frame: ui.Frame, f: Fields): Html {
  const { locale } = frame
  const t = officeTexts[locale].form
  const w = words[locale]
  return ui.fieldset({
    legend: t.main,
    content: [
      f.select({
        name: 'kind',
        label: w.fields.kind,
        empty: t.choose,
        options: KIND_ORDER.map((value) => ({ value, label: kindName(locale, value) })),
      }),
      f.area({ name: 'name', label: w.fields.name, rows: 2 }),
      f.text({ name: 'shortName', label: w.fields.shortName, optional: true, autocomplete: 'off' }),
      f.text({ name: 'nameEn', label: w.fields.nameEn, optional: true, autocomplete: 'off' }),
      f.select({
        name: 'state',
        label: w.fields.state,
        options: STATES.map((value) => ({ value, label: states[locale][value] })),
        width: 'medium',
      }),
    ],
  })
}

function registrationFields(frame: ui.Frame, f: Fields): Html {
  const { locale } = frame
  const t = officeTexts[locale].form
  const w = words[locale]
  return ui.fieldset({
    legend: t.registration,
    content: [
      f.text({
        name: 'edrpou',
        label: w.fields.edrpou,
        hint: w.hints.edrpou,
        optional: true,
        width: 'short',
        autocomplete: 'off',
        inputMode: 'numeric',
      }),
      f.select({
        name: 'formCode',
        label: w.fields.formCode,
        empty: t.noneChosen,
        optional: true,
        options: LEGAL_FORMS.map((value) => ({ value, label: `${value} ${legalFormName(value)![locale]}` })),
      }),
      ui.fieldRow([
        f.text({
          name: 'registration',
          label: w.fields.registration,
          hint: w.hints.registration,
          optional: true,
          autocomplete: 'off',
        }),
        f.date({ name: 'registeredOn', label: w.fields.registeredOn, optional: true }),
      ]),
      f.text({
        name: 'foundingDocument',
        label: w.fields.foundingDocument,
        optional: true,
        autocomplete: 'off',
      }),
    ],
  })
}

function workFields(frame: ui.Frame, f: Fields, choices: EditChoices): Html {
  const { locale } = frame
  const t = officeTexts[locale].form
  const w = words[locale]
  const options = (list: readonly ListEntry[]) =>
    list.filter((e) => e.active).map((e) => ({ value: e.id, label: entryName(locale, e) }))
  return ui.fieldset({
    legend: t.work,
    content: [
      f.area({ name: 'purpose', label: w.fields.purpose, hint: w.hints.purpose, rows: 3, optional: true }),
      choices.directions.length > 0 &&
        f.checkboxes({
          name: 'directions',
          label: t.directions,
          options: options(choices.directions),
          optional: true,
        }),
      f.select({
        name: 'confessionId',
        label: w.fields.confessionId,
        hint: t.confessionHint,
        empty: t.noneChosen,
        optional: true,
        options: options(choices.confessions),
      }),
      ui.fieldRow([
        f.select({
          name: 'districtId',
          label: w.fields.districtId,
          empty: t.noneChosen,
          optional: true,
          options: options(choices.districts),
        }),
        f.text({
          name: 'katottg',
          label: w.fields.katottg,
          hint: w.hints.katottg,
          optional: true,
          autocomplete: 'off',
        }),
      ]),
    ],
  })
}

function bodyFields(frame: ui.Frame, f: Fields): Html {
  const { locale } = frame
  const t = officeTexts[locale].form
  const w = words[locale]
  return ui.fieldset({
    legend: t.body,
    hint: t.bodyHint,
    content: [
      f.select({
        name: 'bodyKind',
        label: w.fields.bodyKind,
        empty: t.noneChosen,
        optional: true,
        options: BODY_KINDS.map((value) => ({ value, label: w.bodyKinds[value] })),
      }),
      f.area({
        name: 'territory',
        label: w.fields.territory,
        hint: w.hints.territory,
        rows: 2,
        optional: true,
      }),
      ui.fieldRow([
        f.text({
          name: 'permit',
          label: w.fields.permit,
          hint: w.hints.permit,
          optional: true,
          autocomplete: 'off',
        }),
        f.date({ name: 'permittedOn', label: w.fields.permittedOn, optional: true }),
      ]),
      ui.fieldRow([
        f.select({
          name: 'legalisation',
          label: w.fields.legalisation,
          empty: t.noneChosen,
          optional: true,
          options: LEGALISATIONS.map((value) => ({ value, label: w.legalisations[value] })),
        }),
        f.date({ name: 'legalisedOn', label: w.fields.legalisedOn, optional: true }),
      ]),
      ui.fieldRow([
        f.date({ name: 'termFrom', label: w.fields.termFrom, optional: true }),
        f.date({ name: 'termUntil', label: w.fields.termUntil, optional: true }),
        f.date({
          name: 'reportedOn',
          label: w.fields.reportedOn,
          hint: w.hints.reportedOn,
          optional: true,
        }),
      ]),
    ],
  })
}
