/** Indicators of a measure with their plans by year. */
import { found } from '../../../kernel/errors.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Reply, redirect, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState } from '../../../platform/http/submit.ts'
import { boundFields, fieldset, form, hiddenField, notice, page } from '../../../ui/index.ts'
import { type IndicatorInput, ofMeasure, setIndicators } from '../actions/indicators.ts'
import { markOf } from '../actions/seen.ts'
import { INDICATOR_KINDS, indicatorsForm } from '../forms/programme.ts'
import { mayManage } from '../policy.ts'
import { indicatorsOf, measuresOf } from '../store/measures.ts'
import { texts } from '../texts/index.ts'
import type { Indicator, IndicatorId, IndicatorKind, Measure, Programme } from '../types.ts'
import { rowCount, type Values } from '../views/section-values.ts'
import { editionNow, officePath, programmeOf } from './programme.ts'
import { saving } from './saving.ts'

type Asked = {
  readonly programme: Programme
  readonly measure: Measure
  readonly indicators: readonly Indicator[]
}

async function asked(request: WebRequest): Promise<Asked> {
  const programme = await programmeOf(request)
  const measures = await measuresOf(request.ctx.db, (await editionNow(request, programme)).id)
  const measure = found(
    measures.find((m) => m.number === request.params['number']),
    'measure',
  )
  return {
    programme,
    measure,
    indicators: ofMeasure(await indicatorsOf(request.ctx.db, programme.id), measure.id),
  }
}

function yearsOf({ period }: Programme): number[] {
  return Array.from({ length: period.to.year - period.from.year + 1 }, (_, i) => period.from.year + i)
}

export async function showIndicators(request: WebRequest): Promise<Reply> {
  return reply(indicatorsPage(request, await asked(request), CLEAN, false))
}

function valuesOf(indicators: readonly Indicator[]): Record<string, string> {
  const entries = indicators.flatMap((i, at): [string, string][] => [
    [`id-${at}`, i.id],
    [`name-${at}`, i.name],
    [`unitName-${at}`, i.unitName],
    [`kind-${at}`, i.kind],
    ...Object.entries(i.plans).map(([year, plan]): [string, string] => [
      `plan${year}-${at}`,
      String(plan).replace('.', ','),
    ]),
  ])
  return Object.fromEntries(entries)
}

function indicatorsPage(
  request: WebRequest,
  { programme, measure, indicators }: Asked,
  state: FormState,
  stale: boolean,
): Html {
  const { locale, frame, ctx } = request
  const t = texts(locale).office
  const values: Values = state === CLEAN ? valuesOf(indicators) : { ...state.values }
  const f = boundFields({ locale, values, errors: state.errors })
  const rows = Array.from({ length: rowCount(values, 'name', state === CLEAN ? 1 : 0) }, (_, at) => {
    const known = indicators[at]
    return fieldset({
      legend: known ? t.indicator(at + 1) : t.newIndicator,
      content: [
        hiddenField(`id-${at}`, known?.id ?? ''),
        f.text({ name: `name-${at}`, label: t.indicatorName }),
        f.text({ name: `unitName-${at}`, label: t.indicatorUnit, width: 'short' }),
        f.select({
          name: `kind-${at}`,
          label: t.indicatorKind,
          width: 'medium',
          options: INDICATOR_KINDS.map((k) => ({ value: k, label: t.indicatorKinds[k] })),
        }),
        yearsOf(programme).map((year) =>
          f.text({
            name: `plan${year}-${at}`,
            label: t.indicatorPlan(year),
            width: 'short',
            inputMode: 'decimal',
            optional: true,
          }),
        ),
        known && f.checkbox({ name: `remove-${at}`, label: t.indicatorRemove, value: 'on' }),
      ],
    })
  })
  const review = texts(locale).review
  return page(frame, {
    title: t.indicatorsOf(measure.number),
    lead: [html`<span lang="uk">${measure.title}</span>. `, t.indicatorsLead],
    noIndex: true,
    breadcrumbs: [
      { label: t.programmes, href: '/office/programmes' },
      { label: programme.shortTitle, href: officePath(programme) },
    ],
    notices: [
      request.url.searchParams.has('saved') &&
        notice({ locale, tone: 'success', title: t.saved, live: true }),
      stale &&
        notice({
          locale,
          tone: 'warning',
          title: review.conflictTitle,
          body: review.conflictBody,
          live: true,
        }),
    ],
    main: mayManage(ctx.actor)
      ? form({
          locale,
          action: officePath(programme, `/measures/${measure.number}/indicators`),
          csrf: frame.csrf,
          errors: state.errors,
          cancelHref: officePath(programme),
          content: [hiddenField('seen', markOf(indicators)), rows],
        })
      : html`<fieldset disabled class="group"><legend class="sr">${t.indicatorsOf(measure.number)}</legend>${rows}</fieldset>`,
  })
}

type Row = {
  readonly id: IndicatorId | null
  readonly name: string
  readonly unitName: string
  readonly kind: IndicatorKind
  readonly remove: boolean
} & Readonly<Record<string, unknown>>

function inputOf(row: Row): IndicatorInput {
  const plans = Object.entries(row).flatMap(([name, value]): [number, number][] => {
    const year = /^plan(\d{4})$/.exec(name)?.[1]
    return year !== undefined && typeof value === 'number' ? [[Number(year), value]] : []
  })
  const { id, name, unitName, kind, remove } = row
  return { id, name, unitName, kind, remove, plans: Object.fromEntries(plans) }
}

export async function saveIndicators(request: WebRequest): Promise<Reply> {
  const { programme, measure } = await asked(request)
  return saving(request, {
    schema: indicatorsForm(yearsOf(programme)),
    act: ({ seen, rows }) =>
      setIndicators(request.ctx, {
        programmeId: programme.id,
        measureId: measure.id,
        seen,
        rows: rows.map(inputOf),
      }),
    done: () => redirect(officePath(programme, `/measures/${measure.number}/indicators?saved=1`)),
    again: async (state, stale) => indicatorsPage(request, await asked(request), state, stale),
  })
}
