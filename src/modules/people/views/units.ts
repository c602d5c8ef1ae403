/** Pages about departments. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { normalForm } from '../rules/unit.ts'
import { texts } from '../texts/index.ts'
import type { Colleague, Unit } from '../types.ts'
import type { Sent } from './entry.ts'
import { UNITS, unitState } from './unit-list.ts'

function detailFields(frame: ui.Frame, state: FormState, unit: Unit | null): ui.Content {
  const { locale } = frame
  const t = texts[locale].units
  const f = ui.fieldsOf(locale, state, { name: unit?.name, shortName: unit?.shortName, email: unit?.email })
  return [
    f.text({ name: 'name', label: t.name, autocomplete: 'off' }),
    f.text({ name: 'shortName', label: t.shortName, optional: true, width: 'medium', autocomplete: 'off' }),
    f.text({
      name: 'email',
      label: t.email,
      hint: t.emailHint,
      type: 'email',
      optional: true,
      autocomplete: 'off',
      spellcheck: false,
    }),
  ]
}

export function newUnitPage(frame: ui.Frame, state: FormState): Html {
  const { locale } = frame
  const t = texts[locale].units
  const f = ui.fieldsOf(locale, state, { kind: 'unit' })
  return ui.page(frame, {
    title: t.addTitle,
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: UNITS }],
    main: ui.form({
      locale,
      action: `${UNITS}/new`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.add,
      cancelHref: UNITS,
      content: [
        detailFields(frame, state, null),
        f.radios({
          name: 'kind',
          label: t.kind,
          hint: t.kindHint,
          options: (['unit', 'group'] as const).map((value) => ({ value, label: t.kinds[value] })),
        }),
        f.area({ name: 'aliases', label: t.aliases, hint: t.aliasesHint, optional: true, rows: 3 }),
      ],
    }),
  })
}

export type UnitForm = 'details' | 'alias' | 'members' | 'merge'

export type UnitFacts = {
  readonly unit: Unit
  readonly aliases: readonly { readonly alias: string; readonly normal: string }[]
  readonly members: readonly string[]
  readonly staff: readonly Colleague[]
  /** Those that were merged into this one. */
  readonly merged: readonly Unit[]
  readonly mergedInto: Unit | null
  /** All living ones. */
  readonly others: readonly Unit[]
  readonly history: Html
  readonly done: Html | false
  readonly sent: Sent<UnitForm>
}

export function unitPage(frame: ui.Frame, of: UnitFacts): Html {
  const { locale } = frame
  const t = texts[locale].units
  const { unit } = of
  const stateOf = (name: UnitForm): FormState =>
    of.sent?.name === name ? of.sent.state : { values: {}, errors: [] }
  return ui.page(frame, {
    title: unit.name,
    lead: t.kinds[unit.kind],
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: UNITS }],
    notices: [
      of.done,
      of.mergedInto !== null &&
        ui.notice({
          locale,
          tone: 'info',
          title: t.mergedInto(of.mergedInto.name),
          actions: ui.postButton({
            action: `${UNITS}/${unit.id}/split`,
            csrf: frame.csrf,
            label: t.split,
            kind: 'quiet',
          }),
        }),
      unit.kind === 'group' &&
        of.members.length === 0 &&
        ui.notice({ locale, tone: 'warning', body: t.emptyGroup }),
    ],
    main: html`${unit.kind === 'group' && members(frame, of, stateOf('members'))}${ui.section({
      title: t.change,
      content: ui.form({
        locale,
        action: `${UNITS}/${unit.id}`,
        csrf: frame.csrf,
        errors: stateOf('details').errors,
        submit: t.save,
        content: detailFields(frame, stateOf('details'), unit),
      }),
    })}${aliases(frame, of, stateOf('alias'))}${unit.mergedInto === null && merge(frame, of, stateOf('merge'))}${ui.section(
      { title: t.history, content: of.history },
    )}`,
    aside: [unit.kind === 'unit' && people(frame, of), standing(frame, of)],
  })
}

function members(frame: ui.Frame, of: UnitFacts, state: FormState): Html {
  const { locale } = frame
  const t = texts[locale].units
  const f = ui.fieldsOf(locale, state, { members: of.members })
  return ui.section({
    title: t.members,
    content: ui.form({
      locale,
      action: `${UNITS}/${of.unit.id}/members`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.saveMembers,
      content: f.checkboxes({
        name: 'members',
        label: t.members,
        hint: t.membersHint,
        options: of.others.filter((u) => u.kind === 'unit').map((u) => ({ value: u.id, label: u.name })),
      }),
    }),
  })
}

function aliases(frame: ui.Frame, of: UnitFacts, state: FormState): Html {
  const { locale } = frame
  const t = texts[locale].units
  const own = normalForm(of.unit.name)
  return ui.section({
    title: t.aliases,
    intro: t.aliasesIntro,
    content: html`${ui.rows({
      items: of.aliases
        .filter((a) => a.normal !== own)
        .map((a) => ({
          title: a.alias,
          action: ui.postButton({
            action: `${UNITS}/${of.unit.id}/aliases/remove`,
            csrf: frame.csrf,
            label: t.removeAlias,
            hint: a.alias,
            kind: 'quiet',
            small: true,
            fields: { normal: a.normal },
          }),
        })),
      empty: t.noAliases,
    })}${ui.form({
      locale,
      action: `${UNITS}/${of.unit.id}/aliases`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.addAlias,
      content: ui.fieldsOf(locale, state).text({ name: 'alias', label: t.alias, autocomplete: 'off' }),
    })}`,
  })
}

function merge(frame: ui.Frame, of: UnitFacts, state: FormState): Html | false {
  const { locale } = frame
  const t = texts[locale].units
  const options = of.others.filter((u) => u.kind === of.unit.kind && u.id !== of.unit.id)
  if (options.length === 0) return false
  const f = ui.fieldsOf(locale, state)
  return ui.section({
    title: t.merge,
    intro: t.mergeIntro,
    content: ui.disclosure({
      summary: t.openMerge,
      open: state.errors.length > 0,
      content: ui.form({
        locale,
        action: `${UNITS}/${of.unit.id}/merge`,
        csrf: frame.csrf,
        errors: state.errors,
        submit: t.submitMerge,
        danger: true,
        content: [
          f.select({
            name: 'into',
            label: t.into,
            empty: true,
            options: options.map((u) => ({ value: u.id, label: u.name })),
          }),
          f.area({ name: 'reason', label: t.reason, rows: 2 }),
        ],
      }),
    }),
  })
}

function people(frame: ui.Frame, of: UnitFacts): Html {
  const t = texts[frame.locale].units
  return ui.box({
    title: t.staff,
    content:
      of.staff.length === 0
        ? ui.paragraph(t.noStaff, 'soft')
        : ui.bullets(of.staff.map((p) => html`<a href="/office/people/${p.id}">${p.name}</a>`)),
  })
}

function standing(frame: ui.Frame, of: UnitFacts): Html | false {
  const t = texts[frame.locale].units
  const { unit } = of
  const action = `${UNITS}/${unit.id}/active`
  const { csrf } = frame
  return ui.box({
    title: t.state,
    content: html`<p>${unitState(frame.locale, unit)}</p>${
      of.merged.length > 0 &&
      html`<p>${t.mergedHere}:</p>${ui.bullets(of.merged.map((u) => html`<a href="${UNITS}/${u.id}">${u.name}</a>`))}`
    }${
      unit.mergedInto === null &&
      (unit.active
        ? ui.confirmButton({ action, csrf, label: t.close, summary: t.closeAsk, text: t.closeText })
        : ui.postButton({ action, csrf, label: t.reopen, kind: 'quiet', fields: { active: '1' } }))
    }`,
  })
}
