/** What the demonstration lived through up to today, day by day: evidence, money, proposals, reports. */
import type { UnitId } from '../src/kernel/actor.ts'
import { type CivilDate, civilDate, compareDates } from '../src/kernel/civil-date.ts'
import { kopiykas } from '../src/kernel/money.ts'
import { recordByHand } from '../src/modules/duties/actions/evidence.ts'
import { setSchedule } from '../src/modules/duties/actions/schedule.ts'
import type { DutyShare } from '../src/modules/duties/index.ts'
import type { Sender } from '../src/modules/events/index.ts'
import { addCommitment } from '../src/modules/money/actions/commitments.ts'
import { addPayment } from '../src/modules/money/actions/payments.ts'
import { changePlan } from '../src/modules/money/actions/plan.ts'
import type { CreatedProgramme } from '../src/modules/programmes/actions/create-programme.ts'
import { answerProposal, submitProposal } from '../src/modules/programmes/actions/proposals.ts'
import { type MeasureId, measuresOf, type ProgrammeId } from '../src/modules/programmes/index.ts'
import type { Tx } from '../src/platform/context.ts'
import { januaryCheck } from './check.ts'
import { cityEvents } from './city-events.ts'
import { COMMEMORATIONS, type DemoEvent, EVENTS } from './events.ts'
import type { Cast, Step } from './load.ts'
import { memory } from './memory.ts'
import type { DemoOrganisations } from './organisations.ts'
import type { FactOf } from './plan.ts'
import { reportOnQuarters } from './reports.ts'
import { seminar } from './seminar.ts'

const SOURCE = 'місцевий бюджет'

export async function liveUntilToday(
  tx: Tx,
  cast: Cast,
  created: CreatedProgramme,
  {
    year,
    baseUrl,
    factOf,
    organisations,
    sender,
  }: {
    readonly year: number
    readonly baseUrl: string
    readonly factOf: FactOf
    readonly organisations: DemoOrganisations
    readonly sender: Sender
  },
): Promise<void> {
  const measures = new Map((await measuresOf(tx.db, created.editionId)).map((m) => [m.number, m.id]))
  const programmeId = created.programmeId
  const years = year === tx.today.year ? [year] : [year, year + 1]
  const steps: Step[] = [
    schedule(cast, measures, years),
    ...cityEvents({ tx, cast, measures, organisations, years, sender }),
    ...memory(cast, year, sender),
    ...seminar(cast, year, sender, measures.get('4.16')),
    ...money(cast, measures, programmeId, year),
    ...proposals(cast, measures, programmeId, year),
    ...years.slice(1).map((next) => budget(cast, programmeId, next)),
    ...years.flatMap((one) => [
      ...EVENTS.map((event) => evidence(tx, cast, measures, event, { year: one, factOf })),
      januaryCheck(cast, one, baseUrl),
      ...reportOnQuarters({ tx, cast, programmeId, baseUrl }, one),
    ]),
  ]
  const past = steps.filter((s) => compareDates(s.on, tx.today) < 0).sort((a, b) => compareDates(a.on, b.on))
  for (const step of past) await step.run()
}

/** The source text sets no term for 4.20: the coordinator names the days. */
function schedule(cast: Cast, measures: ReadonlyMap<string, MeasureId>, years: readonly number[]): Step {
  const on = civilDate(years[0]!, 1, 9)
  const dates = years
    .flatMap((year) => COMMEMORATIONS.map(({ day: [month, day] }) => civilDate(year, month, day).toString()))
    .join('\n')
  return {
    on,
    run: () =>
      setSchedule(cast.as('koordynator', on), {
        measureId: measures.get('4.20')!,
        how: 'dates',
        dates,
        reason: 'Строк у тексті програми не вказано; дні визначено за календарем пам’ятних дат міста.',
      }),
  }
}

const RECORDERS = {
  info: 'info',
  general: 'zahalnyi',
  culture: 'vykonavets',
  social: 'soczahyst',
  education: 'osvita',
  youth: 'molod',
  accounting: 'rozporiadnyk',
} as const

function evidence(
  tx: Tx,
  cast: Cast,
  measures: ReadonlyMap<string, MeasureId>,
  event: DemoEvent,
  { year, factOf }: { readonly year: number; readonly factOf: FactOf },
): Step {
  const from = civilDate(year, ...event.day)
  const to = event.until ? civilDate(year, ...event.until) : from
  const on = to.add({ days: 1 })
  const measureId = measures.get(event.measure)!
  const units = event.units.map((u) => cast.units[u])
  // What several departments did together is recorded by the coordinator for all of them.
  const who = event.units.length > 1 ? 'koordynator' : RECORDERS[event.units[0]!]
  return {
    on,
    run: async () =>
      recordByHand(
        cast.as(who, on),
        {
          unitId: units[0]!,
          kind: event.kind,
          title: event.title,
          happenedFrom: from,
          happenedTo: event.until ? to : null,
          place: event.place ?? null,
          result: event.result ?? null,
          participants: event.participants ?? null,
          organisations: event.organisations ?? [],
          cost: event.cost === undefined ? null : kopiykas(event.cost * 100),
          link: null,
          publication: null,
          lateReason: null,
          duties: await dutiesOn(tx, measureId, units, to, event.share ?? 'whole'),
          measures: [measureId],
          indicators: factOf(event),
        },
        { draftId: null, access: 'public', files: [], removeFiles: [] },
      ),
  }
}

async function dutiesOn(
  tx: Tx,
  measureId: MeasureId,
  units: readonly UnitId[],
  day: CivilDate,
  share: DutyShare['share'],
): Promise<DutyShare[]> {
  const rows = await tx.db
    .selectFrom('duties')
    .select('id')
    .where('measure_id', '=', measureId)
    .where('unit_id', 'in', units)
    .where('period_from', '<=', day)
    .where('period_to', '>=', day)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '!=', 'withdrawn')]))
    .execute()
  return rows.map((row) => ({ id: row.id, share }))
}

function money(
  cast: Cast,
  measures: ReadonlyMap<string, MeasureId>,
  programmeId: ProgrammeId,
  year: number,
): Step[] {
  const uah = (amount: number) => kopiykas(amount * 100)
  const step = (month: number, day: number, run: (on: CivilDate) => Promise<unknown>): Step => {
    const on = civilDate(year, month, day)
    return { on, run: () => run(on) }
  }
  const clerk = (on: CivilDate) => cast.as('rozporiadnyk', on)
  const contracts = new Map<string, Awaited<ReturnType<typeof addCommitment>>>()
  const commit =
    (
      measure: string,
      kind: 'contract' | 'contest',
      counterparty: string,
      number: string,
      subject: string,
      amount: number,
    ) =>
    async (on: CivilDate) =>
      contracts.set(
        number,
        await addCommitment(clerk(on), programmeId, {
          year,
          source: SOURCE,
          measureId: measures.get(measure)!,
          kind,
          counterparty,
          counterpartyCode: null,
          number,
          signedOn: on,
          subject,
          amount: uah(amount),
          procurementLink: null,
        }),
      )
  const pay = (number: string, document: string, amount: number) => (on: CivilDate) =>
    addPayment(clerk(on), programmeId, {
      commitmentId: contracts.get(number)!,
      measureId: null,
      source: null,
      paidOn: on,
      amount: uah(amount),
      document,
      note: null,
    })
  return [
    budget(cast, programmeId, year),
    step(
      5,
      25,
      commit('4.13', 'contest', 'ГО «Весна громади» (вигадана)', 'К-1', 'Проєкт «Подвір’я читає»', 3_000),
    ),
    step(
      5,
      26,
      commit(
        '4.13',
        'contest',
        'ГО «Ніжинська ластівка» (вигадана)',
        'К-2',
        'Проєкт «Школа сусідства»',
        3_000,
      ),
    ),
    step(6, 10, pay('К-1', '№ 118', 1_500)),
    step(
      8,
      19,
      commit('4.20', 'contract', 'ФОП (вигаданий)', 'Д-7', 'Квіти та вінки до пам’ятних дат', 2_390),
    ),
    step(8, 28, pay('Д-7', '№ 203', 1_390)),
    step(
      9,
      3,
      commit('4.11', 'contract', 'ТОВ «Друкар» (вигадане)', 'Д-9', 'Афіші до Дня визволення міста', 1_450),
    ),
    step(9, 22, pay('Д-9', '№ 221', 1_450)),
    step(10, 12, pay('К-1', '№ 240', 1_500)),
    step(10, 13, pay('К-2', '№ 241', 2_000)),
  ]
}

function budget(cast: Cast, programmeId: ProgrammeId, year: number): Step {
  const on = civilDate(year, 1, 12)
  return {
    on,
    run: () =>
      changePlan(cast.as('rozporiadnyk', on), programmeId, {
        year,
        source: SOURCE,
        measureId: null,
        change: kopiykas(1_500_000),
        decision: {
          kind: 'рішення',
          number: `00-01/${year - 1} (показове)`,
          date: civilDate(year - 1, 12, 18),
        },
        reason: 'Бюджет міста на рік',
      }),
  }
}

function proposals(
  cast: Cast,
  measures: ReadonlyMap<string, MeasureId>,
  programmeId: ProgrammeId,
  year: number,
): Step[] {
  const [asked, answered, asked2] = [civilDate(year, 4, 14), civilDate(year, 4, 28), civilDate(year, 10, 20)]
  let first: Awaited<ReturnType<typeof submitProposal>>
  return [
    {
      on: asked,
      run: async () => {
        first = await submitProposal(cast.as('vykonavets', asked), {
          programmeId,
          measureId: measures.get('4.12')!,
          kind: 'term',
          text: 'Установити для заходу 4.12 строк «щопівроку».',
          reason: 'Щоквартальна презентація для кожного управління не дає нового змісту.',
          unitId: cast.units.culture,
        })
      },
    },
    {
      on: answered,
      run: () =>
        answerProposal(cast.as('koordynator', answered), {
          id: first,
          verb: 'reject',
          answer: 'Строк «постійно» дозволяє проводити презентації спільно кількома управліннями.',
        }),
    },
    {
      on: asked2,
      run: () =>
        submitProposal(cast.as('molod', asked2), {
          programmeId,
          measureId: null,
          kind: 'add',
          text: 'Доповнити програму заходом «Молодіжний бюджет участі».',
          reason: 'Рекомендація круглого столу про молодіжний простір.',
          unitId: cast.units.youth,
        }),
    },
  ]
}
