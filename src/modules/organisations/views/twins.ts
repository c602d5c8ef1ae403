/** Pairs that may be one, and the two side by side. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { fieldsOfKind } from '../rules/fields.ts'
import { questionsOf } from '../rules/twins.ts'
import type { Twin } from '../store/merges.ts'
import { kindName, officeTexts, words } from '../texts/index.ts'
import type { Facts, Names, OrganisationLine } from '../types.ts'
import { OFFICE, officeTabs } from './office-parts.ts'
import { valueText } from './parts.ts'

export function twinsPage(frame: ui.Frame, twins: readonly Twin[], waiting: number): Html {
  const { locale } = frame
  const t = officeTexts[locale].twins
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    breadcrumbs: [{ label: officeTexts[locale].title, href: OFFICE }],
    main: html`${officeTabs(locale, 'twins', true, waiting)}${ui.rows({
      items: twins.map(({ one, other, because }) => ({
        title: html`${one.name} · ${other.name}`,
        text: `${kindName(locale, one.kind)}; ${t.because[because]}`,
        action: ui.linkButton({
          label: t.compare,
          hint: `${one.name}, ${other.name}`,
          href: `${OFFICE}/${one.id}/merge?other=${other.id}`,
          kind: 'quiet',
          small: true,
        }),
      })),
      empty: t.none,
    })}`,
  })
}

export type MergeSide = {
  readonly line: OrganisationLine
  readonly facts: Facts
  readonly counts: Readonly<Record<'officers' | 'contacts' | 'ties' | 'documents', number>>
}

export function mergePage(
  frame: ui.Frame,
  view: {
    readonly kept: MergeSide
    readonly gone: MergeSide
    readonly names: Names
    readonly state: FormState
  },
): Html {
  const { locale, csrf } = frame
  const t = officeTexts[locale].twins
  const w = words[locale]
  const { kept, gone, names, state } = view
  const questions = questionsOf(kept.facts, gone.facts)
  const path = `${OFFICE}/${kept.line.id}`
  const f = ui.fieldsOf(locale, state, Object.fromEntries(questions.map((field) => [field, 'kept'])))
  const side = ({ line, facts, counts }: MergeSide) => ({
    title: line.name,
    content: html`${ui.facts(
      fieldsOfKind(line.kind)
        .filter((field) => facts[field] !== null)
        .map((field) => ({ term: w.fields[field], detail: valueText(locale, field, facts[field], names) })),
    )}${ui.paragraph(
      `${t.relations}: ${(['officers', 'contacts', 'ties', 'documents'] as const)
        .map((key) => `${t.counts[key]} ${counts[key]}`)
        .join(', ')}`,
      'small',
    )}`,
  })
  return ui.page(frame, {
    title: t.compareTitle,
    lead: t.compareLead,
    noIndex: true,
    wide: true,
    breadcrumbs: [
      { label: officeTexts[locale].title, href: OFFICE },
      { label: t.title, href: `${OFFICE}/twins` },
    ],
    actions: html`${ui.linkButton({
      label: t.swap,
      href: `${OFFICE}/${gone.line.id}/merge?other=${kept.line.id}`,
      kind: 'quiet',
    })} ${ui.postButton({
      action: `${path}/deny`,
      csrf,
      label: t.deny,
      kind: 'quiet',
      fields: { other: gone.line.id },
    })}`,
    main: html`${ui.sideBySide({
      left: { ...side(kept), title: `${t.keep}: ${kept.line.name}` },
      right: { ...side(gone), title: `${t.other}: ${gone.line.name}` },
    })}${ui.form({
      locale,
      action: `${path}/merge`,
      csrf,
      errors: state.errors,
      submit: t.merge,
      danger: true,
      cancelHref: `${OFFICE}/twins`,
      content: html`${ui.hiddenField('other', gone.line.id)}${questions.map((field) =>
        f.radios({
          name: field,
          label: `${t.choose}: ${w.fields[field]}`,
          options: [
            { value: 'kept', label: valueText(locale, field, kept.facts[field], names) },
            { value: 'gone', label: valueText(locale, field, gone.facts[field], names) },
          ],
        }),
      )}${f.text({ name: 'reason', label: t.reason, hint: t.reasonHint, autocomplete: 'off' })}`,
    })}`,
  })
}
