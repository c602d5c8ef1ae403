/** The register of monuments in the office. */
import { type Html, html } from '../../../kernel/html.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { District } from '../../organisations/index.ts'
import type { Unit } from '../../people/index.ts'
import type { CeremonyLine } from '../store/ceremonies.ts'
import { texts } from '../texts/index.ts'
import { MONUMENT_KINDS, MONUMENT_STATES, type Monument } from '../types.ts'
import { historySection, monumentName, OFFICE, OFFICE_MONUMENTS, titleIn } from './parts.ts'
import {
  factsOf,
  heldList,
  type MonumentsView,
  monumentExports,
  monumentFilter,
  monumentTable,
  picture,
} from './public.ts'

export function officeMonuments(
  frame: ui.Frame,
  view: Omit<MonumentsView, 'onMap'> & { readonly mayChange: boolean },
): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.monuments.title,
    breadcrumbs: [{ label: t.nav.office, href: OFFICE }],
    actions: view.mayChange && ui.linkButton({ label: t.monument.add, href: `${OFFICE_MONUMENTS}/new` }),
    main: html`${monumentFilter(locale, OFFICE_MONUMENTS, view)}${monumentTable(locale, view.page.rows, OFFICE_MONUMENTS)}${ui.pager(
      {
        locale,
        ...(view.page.next ? { nextHref: ui.withQuery(frame.path, { after: view.page.next }) } : {}),
      },
    )}${monumentExports(frame)}`,
  })
}

export type MonumentEditor = {
  /** Null: a new one. */
  readonly monument: Monument | null
  readonly form: FormState
  readonly units: readonly Unit[]
  readonly districts: readonly District[]
  readonly organisations: readonly string[]
  readonly mayChange: boolean
  readonly held: readonly CeremonyLine[]
  readonly done: string
  readonly records: readonly AuditRecord[]
}

export function officeMonument(frame: ui.Frame, view: MonumentEditor): Html {
  const { locale } = frame
  const t = texts[locale]
  const { monument: m } = view
  return ui.page(frame, {
    title: m ? monumentName(locale, m) : t.monument.add,
    breadcrumbs: [{ label: t.monuments.title, href: OFFICE_MONUMENTS }],
    notices: ui.doneNotice(locale, t.office.done, view.done),
    main: html`${
      m &&
      html`${picture(locale, m)}${factsOf(locale, m)}${ui.section({
        title: t.monuments.history,
        content: heldList(locale, view.held, true),
      })}`
    }${
      view.mayChange &&
      (m
        ? ui.section({ title: t.monument.edit, id: 'edit', content: editor(frame, view) })
        : editor(frame, view))
    }${m && historySection(locale, view.records)}`,
  })
}

function editor(
  frame: ui.Frame,
  { monument: m, form, units, districts, organisations }: MonumentEditor,
): Html {
  const { locale } = frame
  const t = texts[locale].monument
  const all = texts[locale]
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  return ui.form({
    locale,
    action: m ? `${OFFICE_MONUMENTS}/${m.id}` : OFFICE_MONUMENTS,
    csrf: frame.csrf,
    errors: form.errors,
    multipart: true,
    submit: t.save,
    cancelHref: OFFICE_MONUMENTS,
    draftKey: `monument-${m?.id ?? 'new'}`,
    content: [
      m && ui.hiddenField('version', String(m.version)),
      f.text({ name: 'name', label: t.name, maxLength: 200 }),
      f.text({ name: 'nameEn', label: t.nameEn, maxLength: 200, optional: true }),
      f.select({
        name: 'kind',
        label: t.kind,
        width: 'medium',
        options: MONUMENT_KINDS.map((k) => ({ value: k, label: all.kinds[k] })),
      }),
      f.text({ name: 'place', label: t.place, hint: t.placeHint, maxLength: 300 }),
      districts.length > 0 &&
        f.select({
          name: 'districtId',
          label: t.district,
          empty: t.noDistrict,
          optional: true,
          width: 'medium',
          options: districts.map((d) => ({
            value: d.id,
            label: titleIn(locale, { title: d.name, titleEn: d.nameEn }),
          })),
        }),
      ui.fieldRow([
        f.text({
          name: 'latitude',
          label: t.latitude,
          hint: t.pointHint,
          width: 'short',
          inputMode: 'decimal',
          optional: true,
        }),
        f.text({
          name: 'longitude',
          label: t.longitude,
          hint: t.pointHint,
          width: 'short',
          inputMode: 'decimal',
          optional: true,
        }),
      ]),
      f.area({ name: 'description', label: t.description, optional: true }),
      f.area({ name: 'descriptionEn', label: t.descriptionEn, lang: 'en', rows: 3, optional: true }),
      f.text({ name: 'protectionNumber', label: t.protection, width: 'medium', optional: true }),
      f.select({
        name: 'state',
        label: t.state,
        width: 'medium',
        options: MONUMENT_STATES.map((s) => ({ value: s, label: all.states[s] })),
      }),
      f.text({ name: 'stateNote', label: t.stateNote, optional: true }),
      f.date({ name: 'inspectedOn', label: t.inspectedOn, optional: true }),
      f.select({
        name: 'caretakerUnitId',
        label: t.caretakerUnit,
        empty: t.noCaretaker,
        optional: true,
        options: units.map((u) => ({ value: u.id, label: u.name })),
      }),
      f.text({
        name: 'caretakerOrganisation',
        label: t.caretakerOrganisation,
        hint: t.caretakerHint,
        suggestions: organisations,
        optional: true,
      }),
      f.text({ name: 'source', label: t.source, optional: true }),
      f.file({
        name: 'picture',
        label: t.picture,
        hint: t.pictureHint,
        accept: 'image/jpeg,image/png',
        optional: true,
      }),
      f.text({ name: 'alt', label: t.alt, hint: t.altHint, optional: true }),
      f.text({ name: 'author', label: t.author, optional: true }),
      m?.picture && f.checkbox({ name: 'removePicture', label: t.remove, value: 'yes', optional: true }),
    ],
  })
}
