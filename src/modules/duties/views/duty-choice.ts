/** Which duties a fact fulfils: by measure, those that wait longest first. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { dutyField } from '../forms/evidence.ts'
import { periodName } from '../texts/explain.ts'
import { textsOf } from '../texts/index.ts'
import type { DutyLine, MeasureRef } from '../types.ts'
import { measureTitle } from './parts.ts'

/** So few duties are shown at once; more are folded by measure. */
const FEW = 6

export type DutyChoice = {
  readonly form: FormState
  /** Duties chosen by the way here or before; their measures stand open and first. */
  readonly chosen: readonly DutyLine[]
  /** By due day. */
  readonly others: readonly DutyLine[]
  /** There are more than `others` shows. */
  readonly isCut: boolean
  /** The measure whose page led here. */
  readonly openMeasure: string | null
  /** What may be named without any duty. */
  readonly measures: readonly MeasureRef[]
  readonly today: CivilDate
}

type Group = {
  readonly measureId: string
  readonly title: string
  readonly isOpen: boolean
  readonly duties: readonly DutyLine[]
}

/** The group itself bears the id that an error about duties as a whole links to. */
export function dutyFields(locale: Locale, view: DutyChoice, f: ui.BoundFields): Html {
  const t = textsOf(locale).evidence.form
  const { errors, values } = view.form
  const error = errors.flatMap((e) => (e.field === 'duties' ? [e.message] : [])).join(' ')
  const groups = groupsOf(locale, view)
  const isFew = view.chosen.length + view.others.length <= FEW
  const first = groups.filter((g) => g.isOpen)
  const rest = groups.filter((g) => !g.isOpen)
  const list = (shown: readonly Group[], isOpen: boolean) =>
    html`<div class="pick-list"${shown.length > FEW && html` data-many`}>${shown.map((g) => groupFields(locale, view, g, isOpen))}</div>`
  return html`<div id="${ui.fieldId('duties')}" tabindex="-1">${ui.fieldset({
    legend: t.chosen,
    hint: groups.length === 0 ? t.noDuties : t.chosenHint,
    content: html`${error !== '' && html`<p class="field-error">${error}</p>`}${
      first.length > 0 && list(first, true)
    }${
      rest.length > 0 &&
      (first.length === 0
        ? list(rest, isFew)
        : ui.disclosure({ summary: t.others(countDuties(rest)), content: list(rest, isFew) }))
    }${
      view.isCut &&
      ui.paragraph(html`${t.cut(view.others.length)} <a href="/office/duties">${t.cutLink}</a>`, 'small')
    }${
      view.measures.length > 0 &&
      ui.disclosure({
        summary: t.otherMeasures,
        open: (values['measures'] ?? '').length > 0,
        content: f.checkboxes({
          name: 'measures',
          label: t.otherMeasures,
          options: view.measures.map((m) => ({
            value: m.id,
            label: `${m.number} ${measureTitle(locale, m)}`,
          })),
        }),
      })
    }`,
  })}</div>`
}

function countDuties(groups: readonly Group[]): number {
  return groups.reduce((n, g) => n + g.duties.length, 0)
}

function groupsOf(locale: Locale, view: DutyChoice): Group[] {
  const byMeasure = Map.groupBy([...view.chosen, ...view.others], (d) => d.measureId)
  return [...byMeasure].map(([measureId, duties]) => {
    const { measureNumber, measureTitle: title, measureTitleEn: titleEn } = duties[0]!
    return {
      measureId,
      title: `${measureNumber} ${measureTitle(locale, { title, titleEn })}`,
      isOpen:
        measureId === view.openMeasure ||
        duties.some((d) => view.chosen.includes(d) || sharesOf(view, d).length > 0),
      duties,
    }
  })
}

function groupFields(locale: Locale, view: DutyChoice, group: Group, isOpen: boolean): Html {
  const t = textsOf(locale).evidence.form
  const late = group.duties.filter((d) => isLate(d, view.today)).length
  return html`<details class="pick"${isOpen && html` open`}><summary>${group.title} ${
    late > 0
      ? ui.tag(t.lateCount(late), 'late')
      : !isOpen && html`<span class="soft">${t.due(shortDate(locale, group.duties[0]!.due))}</span>`
  }</summary>${group.duties.map((duty) => dutyLine(locale, view, duty))}</details>`
}

function dutyLine(locale: Locale, view: DutyChoice, duty: DutyLine): Html {
  const t = textsOf(locale).evidence.form
  const shares = sharesOf(view, duty)
  const severalUnits = new Set([...view.chosen, ...view.others].map((d) => d.unitId)).size > 1
  const due = t.due(shortDate(locale, duty.due))
  return ui.choicePair({
    name: dutyField(duty.id),
    value: 'whole',
    label: html`${periodName(locale, duty.period)}${severalUnits && `, ${duty.unitLabel}`}, <span class="soft">${due}${
      isLate(duty, view.today) && html`, <span class="late">${t.isLate}</span>`
    }</span>`,
    checked: shares.length > 0,
    also: { value: 'part', label: t.onlyPart, checked: shares.includes('part') },
  })
}

function isLate(duty: DutyLine, today: CivilDate): boolean {
  return duty.outcome !== 'fulfilled' && duty.due.since(today).sign < 0
}

function sharesOf(view: DutyChoice, duty: DutyLine): readonly string[] {
  const typed = view.form.values[dutyField(duty.id)] ?? ''
  return (typeof typed === 'string' ? [typed] : typed).filter((share) => share !== '')
}
