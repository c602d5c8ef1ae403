/** The list of checks, and the form of one. */
import { type Html, html } from '../../../kernel/html.ts'
import { longDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { KIND_ORDER, kindNamePlural } from '../../organisations/index.ts'
import type { Unit } from '../../people/index.ts'
import { ORGANISATION_STATES } from '../forms/settings.ts'
import { texts } from '../texts/index.ts'
import type { Campaign } from '../types.ts'
import { campaignPath, PATH } from './parts.ts'

export function campaignsPage(
  frame: ui.Frame,
  view: { readonly campaigns: readonly Campaign[]; readonly mayRun: boolean; readonly nextYear: number },
): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    actions:
      view.mayRun &&
      ui.linkButton({
        label: view.campaigns.length > 0 ? t.board.next(view.nextYear) : t.new,
        href: `${PATH}/new`,
      }),
    main:
      view.campaigns.length === 0
        ? ui.emptyState({ title: t.none })
        : ui.table<Campaign>({
            locale,
            caption: t.caption,
            captionHidden: true,
            rows: view.campaigns,
            columns: [
              {
                label: t.columns.title,
                rowHeader: true,
                cell: (c) => html`<a href="${campaignPath(c)}">${c.title}</a>`,
              },
              { label: t.columns.year, cell: (c) => c.year, numeric: true },
              { label: t.columns.state, cell: (c) => t.campaignStates[c.state] },
              { label: t.columns.term, cell: (c) => (c.term ? longDate(locale, c.term) : null) },
            ],
          }),
  })
}

export function settingsPage(
  frame: ui.Frame,
  view: {
    readonly form: FormState
    readonly action: string
    readonly units: readonly Unit[]
    /** Of a draft that is changed. */
    readonly campaign: Campaign | null
  },
): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  return ui.page(frame, {
    title: view.campaign ? t.form.editTitle : t.form.newTitle,
    breadcrumbs: [{ label: t.crumb, href: PATH }],
    main: ui.form({
      locale,
      action: view.action,
      csrf,
      errors: view.form.errors,
      submit: t.form.save,
      cancelHref: view.campaign ? campaignPath(view.campaign) : PATH,
      draftKey: `check-${view.campaign?.id ?? 'new'}`,
      content: [
        view.campaign && ui.hiddenField('version', String(view.campaign.version)),
        ui.fieldRow([
          f.integer({ name: 'year', label: t.form.year }),
          f.date({ name: 'term', label: t.form.term, hint: t.form.termHint, optional: true }),
        ]),
        f.text({ name: 'title', label: t.form.title, hint: t.form.titleHint }),
        f.checkboxes({
          name: 'kinds',
          label: t.form.kinds,
          options: KIND_ORDER.map((kind) => ({ value: kind, label: kindNamePlural(locale, kind) })),
        }),
        f.checkboxes({
          name: 'states',
          label: t.form.states,
          options: ORGANISATION_STATES.map((s) => ({ value: s, label: t.form.organisationStates[s] })),
        }),
        f.text({ name: 'contact', label: t.form.contact, hint: t.form.contactHint }),
        f.text({ name: 'letterSubject', label: t.form.letterSubject }),
        f.area({ name: 'letterBody', label: t.form.letterBody, hint: t.form.places, rows: 14 }),
        f.text({ name: 'reminderSubject', label: t.form.reminderSubject }),
        f.area({ name: 'reminderBody', label: t.form.reminderBody, rows: 10 }),
        f.text({ name: 'signatoryPost', label: t.form.signatoryPost }),
        f.text({ name: 'signatoryName', label: t.form.signatoryName }),
        ui.fieldRow([
          f.text({
            name: 'measureNumber',
            label: t.form.measureNumber,
            hint: t.form.measureHint,
            width: 'short',
            optional: true,
          }),
          f.select({
            name: 'unitId',
            label: t.form.unit,
            empty: true,
            options: view.units.map((u) => ({ value: u.id, label: u.name })),
          }),
        ]),
      ],
    }),
  })
}
