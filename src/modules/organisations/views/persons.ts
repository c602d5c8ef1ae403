/** A person's own data: found, given out, removed; and for how long each category is kept. */
import { type Html, html } from '../../../kernel/html.ts'
import { moment } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { PersonalRecord } from '../../../platform/personal-data.ts'
import * as ui from '../../../ui/index.ts'
import type { Retention } from '../rules/person.ts'
import type { latestRequests } from '../store/persons.ts'
import { officeTexts } from '../texts/index.ts'
import { doneNotice, OFFICE, officeTabs } from './office-parts.ts'

export const PERSONS = `${OFFICE}/persons`

type Request = Awaited<ReturnType<typeof latestRequests>>[number]
export type PersonForm = 'export' | 'erase' | 'retention'

export function personsPage(
  frame: ui.Frame,
  view: {
    readonly name: string
    readonly kept: readonly PersonalRecord[] | null
    readonly requests: readonly Request[]
    readonly retention: Retention
    readonly sent: { readonly name: PersonForm; readonly state: FormState } | null
    readonly done: string
    readonly waiting: number
  },
): Html {
  const { locale } = frame
  const t = officeTexts[locale].persons
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    breadcrumbs: [{ label: officeTexts[locale].title, href: OFFICE }],
    notices: doneNotice(locale, view.done),
    main: html`${officeTabs(locale, 'persons', true, view.waiting)}${ui.searchBox({
      locale,
      action: PERSONS,
      label: t.name,
      value: view.name,
      name: 'name',
    })}<p class="hint">${t.nameHint}</p><p>${t.terms} <a href="${localPath(locale, '/dates/rules/personalData.access.study')}">${t.termStudy}</a>, <a href="${localPath(locale, '/dates/rules/personalData.access.satisfy')}">${t.termSatisfy}</a>.</p>${view.kept !== null && found(frame, view, view.kept)}${ui.section(
      {
        title: t.requests,
        content: ui.table<Request>({
          locale,
          caption: t.requests,
          captionHidden: true,
          rows: view.requests,
          empty: t.noRequests,
          columns: [
            { label: t.when, rowHeader: true, cell: (r) => moment(locale, r.at) },
            { label: t.what, cell: (r) => t.requestKinds[r.kind] },
            { label: t.ground, cell: (r) => r.ground },
            { label: t.found, numeric: true, cell: (r) => r.found },
            { label: t.changed, numeric: true, cell: (r) => r.changed },
            { label: t.by, cell: (r) => r.by },
          ],
        }),
      },
    )}${retentionSection(frame, view)}`,
  })
}

type View = Parameters<typeof personsPage>[1]

function stateOf(view: View, name: PersonForm): FormState {
  return view.sent?.name === name ? view.sent.state : { values: {}, errors: [] }
}

function found(frame: ui.Frame, view: View, kept: readonly PersonalRecord[]): Html {
  const { locale, csrf } = frame
  const t = officeTexts[locale].persons
  const form = (name: 'export' | 'erase', submit: string, hint: ui.Content, danger: boolean) => {
    const state = stateOf(view, name)
    const f = ui.fieldsOf(locale, state, {}, name)
    return ui.form({
      locale,
      action: `${PERSONS}/${name}`,
      csrf,
      errors: state.errors,
      scope: name,
      submit,
      danger,
      content: html`${hint}${ui.hiddenField('name', view.name)}${f.text({
        name: 'ground',
        label: t.ground,
        hint: t.groundHint,
        autocomplete: 'off',
      })}`,
    })
  }
  return ui.section({
    title: view.name,
    content: html`${ui.table<PersonalRecord>({
      locale,
      caption: view.name,
      captionHidden: true,
      rows: kept,
      empty: t.nothing,
      columns: [
        {
          label: t.what,
          rowHeader: true,
          cell: (k) =>
            html`${k.kind[locale]}: ${[k.name, k.details].filter((part) => part !== '').join(', ')}`,
        },
        {
          label: t.where,
          cell: (k) => (k.path === null ? k.place : html`<a href="${k.path}">${k.place}</a>`),
        },
        { label: t.when, cell: (k) => k.at && moment(locale, k.at) },
      ],
    })}${
      kept.length > 0 &&
      html`${ui.disclosure({
        summary: t.export,
        open: stateOf(view, 'export').errors.length > 0,
        content: form('export', t.export, null, false),
      })}${ui.disclosure({
        summary: t.erase,
        open: stateOf(view, 'erase').errors.length > 0,
        content: form('erase', t.submitErase, ui.paragraph(t.eraseHint), true),
      })}`
    }`,
  })
}

function retentionSection(frame: ui.Frame, view: View): Html {
  const { locale, csrf } = frame
  const t = officeTexts[locale].persons
  const state = stateOf(view, 'retention')
  const { former, consent, proposals, imports } = view.retention
  const f = ui.fieldsOf(
    locale,
    state,
    {
      former: String(former),
      consent: String(consent),
      proposals: String(proposals),
      imports: String(imports),
    },
    'retention',
  )
  return ui.section({
    title: t.retention,
    intro: t.retentionHint,
    content: ui.form({
      locale,
      action: `${PERSONS}/retention`,
      csrf,
      errors: state.errors,
      scope: 'retention',
      submit: t.saveRetention,
      content: (['former', 'consent', 'proposals', 'imports'] as const).map((name) =>
        f.integer({ name, label: t.categories[name] }),
      ),
    }),
  })
}
