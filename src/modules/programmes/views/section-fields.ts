/** The fields of each section's form. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { type BoundFields, type Content, fieldset, hiddenField, lineLink } from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { LineRange, ProposedProgramme } from '../types/proposed.ts'
import { rowCount, type Values } from './section-values.ts'

export type SectionForm = {
  readonly locale: Locale
  readonly f: BoundFields
  readonly values: Values
  readonly proposed: ProposedProgramme
  /** An amendment: its own decision is given when it is put in force. */
  readonly amends: boolean
  /** Departments that are known already. */
  readonly known: readonly { readonly id: string; readonly name: string }[]
  /** By the key of a proposed unit: the known department that bears one of its names. */
  readonly suggestions: ReadonlyMap<string, { readonly id: string; readonly name: string }>
}

/** Where a value stands in the source. */
export function linesOf(locale: Locale, lines: LineRange | null): Html {
  const t = texts(locale).review
  return lines
    ? html`<span class="soft">${t.linesLabel}: ${lineLink({ locale, lines })}</span>`
    : html`<span class="soft">${t.noLines}</span>`
}

const DECISION_FIELDS = ['body', 'kind', 'number', 'date', 'sitting', 'convocation', 'appendix'] as const

export function actFields({ locale, f, amends, values }: SectionForm): Content {
  const t = texts(locale).review.fields
  const short = { width: 'short' as const, optional: true }
  return [
    f.area({ name: 'title', label: t.title, rows: 4, lang: 'uk' }),
    f.text({ name: 'shortTitle', label: t.shortTitle }),
    f.text({ name: 'titleEn', label: t.titleEn, optional: true }),
    f.text({ name: 'shortTitleEn', label: t.shortTitleEn, optional: true }),
    f.date({ name: 'from', label: t.from }),
    f.date({ name: 'to', label: t.to }),
    amends
      ? DECISION_FIELDS.map((name) => hiddenField(name, first(values[name])))
      : [
          f.text({ name: 'body', label: t.body, optional: true }),
          f.text({ name: 'kind', label: t.kind, optional: true, width: 'medium' }),
          f.text({ name: 'number', label: t.number, ...short }),
          f.date({ name: 'date', label: t.date }),
          f.text({ name: 'sitting', label: t.sitting, ...short }),
          f.text({ name: 'convocation', label: t.convocation, ...short }),
          f.text({ name: 'appendix', label: t.appendix, ...short }),
        ],
  ]
}

function rowsOf(
  { locale, values }: SectionForm,
  column: string,
  spare: number,
  draw: (at: number) => Content,
  lines: readonly (LineRange | null)[],
): Content {
  const t = texts(locale).review
  return Array.from({ length: rowCount(values, column, spare) }, (_, at) =>
    fieldset({
      legend: lines[at] === undefined ? t.fields.newRow : t.fields.row(at + 1),
      hint: lines[at] === undefined ? undefined : linesOf(locale, lines[at]),
      content: draw(at),
    }),
  )
}

export function passportFields(form: SectionForm): Content {
  const { f, locale, values, proposed } = form
  const t = texts(locale).review
  return rowsOf(
    form,
    'label',
    1,
    (at) => [
      hiddenField(`key-${at}`, first(values[`key-${at}`])),
      f.text({ name: `number-${at}`, label: t.fields.ruleNumber, width: 'short', optional: true }),
      f.area({ name: `label-${at}`, label: t.fields.label, rows: 2, lang: 'uk' }),
      f.area({
        name: `value-${at}`,
        label: t.fields.value,
        rows: 3,
        optional: true,
        lang: 'uk',
        ...(proposed.passport[at] && proposed.passport[at].value === null ? { hint: t.empty } : {}),
      }),
    ],
    proposed.passport.map((i) => i.lines),
  )
}

function first(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

/** Links to the lines of each item of a list that is edited as one text. */
function manyLines(locale: Locale, items: readonly { readonly lines: LineRange | null }[]): Content {
  const known = items.flatMap((i) => (i.lines ? [i.lines] : []))
  return (
    known.length > 0 &&
    html`<p class="soft">${texts(locale).review.linesLabel}: ${known.map((lines, i) => html`${i > 0 && ', '}${lineLink({ locale, lines })}`)}</p>`
  )
}

export function contentFields(form: SectionForm): Content {
  const { f, locale, proposed: p } = form
  const t = texts(locale).review.fields
  return [
    f.area({ name: 'aim', label: t.aim, rows: 6, optional: true, lang: 'uk' }),
    manyLines(locale, p.aim ? [p.aim] : []),
    f.area({ name: 'tasks', label: t.tasks, hint: t.listHint, rows: 12, optional: true, lang: 'uk' }),
    manyLines(locale, p.tasks),
    f.area({ name: 'problems', label: t.problems, hint: t.listHint, rows: 8, optional: true, lang: 'uk' }),
    manyLines(locale, p.problems),
    f.area({
      name: 'expectedResults',
      label: t.expectedResults,
      hint: t.listHint,
      rows: 8,
      optional: true,
      lang: 'uk',
    }),
    manyLines(locale, p.expectedResults),
    rowsOf(
      form,
      'fact',
      1,
      (at) => [
        f.text({ name: `fact-${at}`, label: t.fact }),
        f.date({ name: `asOf-${at}`, label: t.asOf, optional: true }),
      ],
      p.facts.map((fact) => fact.lines),
    ),
  ]
}

export function unitsFields(form: SectionForm): Content {
  const { f, locale, proposed: p, known, suggestions } = form
  const t = texts(locale).review
  const people = p.units.map((u) => ({ value: u.key, label: u.name }))
  return [
    p.units.map((unit, at) => {
      const numbers = p.measures.filter((m) => m.executors.includes(unit.key)).map((m) => m.number)
      const suggested = suggestions.get(unit.key)
      const hints = [
        t.fields.inMeasures(numbers.join(', ')),
        unit.aliases.length > 0 && t.fields.aliases(unit.aliases.map((a) => `«${a}»`).join(', ')),
        suggested &&
          suggested.name !== unit.name &&
          unit.unitId === null &&
          t.fields.suggestion(suggested.name),
      ].filter((h) => typeof h === 'string')
      return fieldset({
        legend: unit.name,
        hint: hints.join('. '),
        content: [
          hiddenField(`key-${at}`, unit.key),
          f.text({ name: `name-${at}`, label: t.fields.unitName }),
          f.checkbox({ name: `isGroup-${at}`, label: t.fields.unitGroup, value: 'on' }),
          f.select({
            name: `same-${at}`,
            label: t.fields.unitIs,
            empty: t.fields.unitNew,
            options: [
              ...known.map((k) => ({ value: `unit:${k.id}`, label: k.name, group: t.fields.unitKnown })),
              ...p.units
                .filter((u) => u.key !== unit.key)
                .map((u) => ({ value: `key:${u.key}`, label: u.name, group: t.fields.unitInDraft })),
            ],
          }),
        ],
      })
    }),
    f.select({
      name: 'coordinator',
      label: t.fields.coordinator,
      empty: t.chooseUnit,
      options: people,
      optional: true,
    }),
    f.select({
      name: 'fundManager',
      label: t.fields.fundManager,
      empty: t.chooseUnit,
      options: people,
      optional: true,
    }),
  ]
}

export function fundingFields(form: SectionForm): Content {
  return fundingRows(
    form,
    form.proposed.funding.map((l) => l.lines),
    2,
  )
}

/** @param lines of the rows that are recorded; undefined beyond them */
export function fundingRows(form: SectionForm, lines: readonly (LineRange | null)[], spare: number): Content {
  const { f, locale } = form
  const t = texts(locale).review.fields
  return rowsOf(
    form,
    'year',
    spare,
    (at) => [
      f.integer({ name: `year-${at}`, label: t.fundingYear }),
      f.text({
        name: `source-${at}`,
        label: t.source,
        width: 'medium',
        suggestions: ['місцевий бюджет', 'обласний бюджет', 'державний бюджет', 'інші джерела'],
      }),
      f.money({ name: `planned-${at}`, label: t.planned }),
    ],
    lines,
  )
}

export function controlFields(form: SectionForm): Content {
  const { f, locale, values, proposed } = form
  const t = texts(locale).review.fields
  return [
    rowsOf(
      form,
      'rule',
      1,
      (at) => [
        hiddenField(`kind-${at}`, first(values[`kind-${at}`])),
        f.text({ name: `number-${at}`, label: t.ruleNumber, width: 'short', optional: true }),
        f.area({ name: `rule-${at}`, label: t.rule, rows: 3, lang: 'uk' }),
      ],
      proposed.control.map((c) => c.lines),
    ),
    f.text({ name: 'position', label: t.position, width: 'medium', optional: true }),
    f.text({ name: 'signatoryName', label: t.signatoryName, width: 'medium', optional: true }),
  ]
}
