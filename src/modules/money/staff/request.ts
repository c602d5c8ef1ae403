/** What every address of the office's money begins with. */
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { asId, type Id, isId } from '../../../kernel/ids.ts'
import { inputSentence } from '../../../kernel/input-texts.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { moment } from '../../../kernel/texts.ts'
import { historyOf } from '../../../platform/audit.ts'
import { one, type Policy, page, type Reply, type WebRequest } from '../../../platform/http/route.ts'
import { history, section } from '../../../ui/index.ts'
import { activeProgramme, type MeasureId, type ProgrammeId, programmes } from '../../programmes/index.ts'
import { mayManageMoney, maySeeMoney } from '../policy.ts'
import { yearIn, yearOfToday } from '../rules/year.ts'
import { type MoneyOrder, ORDERS } from '../store/listing.ts'
import { texts } from '../texts/index.ts'
import { reasonOf } from '../views/imports.ts'
import type { ListFilter } from '../views/list.ts'
import { type Chosen, noProgrammePage } from '../views/parts.ts'

export const readers: Policy = { name: 'money.see', allows: maySeeMoney }
export const managers: Policy = {
  name: 'money.manage',
  allows: (actor) => actor.kind === 'staff' && mayManageMoney(actor),
}

export function idOf<Of extends string>(request: WebRequest, name = 'id'): Id<Of> {
  const text = request.params[name] ?? ''
  return found(isId(text) ? asId<Of>(text) : null, name)
}

export function sentence(request: WebRequest): (refusal: Refusal) => string {
  return (refusal) =>
    texts[request.locale].refusals[refusal.refused] || refusal.refused.includes('_')
      ? reasonOf(request.locale, refusal)
      : inputSentence(request.locale, refusal.refused, refusal.values)
}

/** @param of the programme of a thing that is shown; else the one asked for, else the one that runs */
export async function chosenOf(
  request: WebRequest,
  of?: { readonly programmeId: ProgrammeId; readonly year: number },
): Promise<Chosen | null> {
  const { db, today } = request.ctx
  const all = await programmes(db)
  const slug = one(request.query, 'programme')
  const programme = of
    ? all.find((p) => p.id === of.programmeId)
    : slug
      ? found(
          all.find((p) => p.slug === slug),
          'programme',
        )
      : ((await activeProgramme(db, today)) ?? undefined)
  if (!programme) return null
  const year = of?.year ?? yearIn(one(request.query, 'year')) ?? yearOfToday(programme, today.year)
  return { programme, programmes: all, year }
}

/** For addresses that need a programme: without one, the page says what to do first. */
export async function withChosen(
  request: WebRequest,
  answer: (chosen: Chosen) => Promise<Reply>,
): Promise<Reply> {
  const chosen = await chosenOf(request)
  return chosen ? answer(chosen) : page(noProgrammePage(request.frame))
}

export type AskedList<State extends string> = ListFilter & {
  readonly state: State | null
  readonly measure: MeasureId | 'common' | null
  readonly order: MoneyOrder
  readonly after: string
}

export function listOf<State extends string>(
  request: WebRequest,
  states: readonly State[],
): AskedList<State> {
  const asked = (name: string) => one(request.query, name).slice(0, 100)
  const measure = asked('measure')
  const chosen: MeasureId | null = isId(measure) ? asId<'measure'>(measure) : null
  const filter = {
    year: yearIn(asked('year')),
    state: states.find((s) => s === asked('state')) ?? null,
    measure: measure === 'common' ? ('common' as const) : chosen,
    text: asked('q').trim(),
    order: ORDERS.find((o) => o === asked('order')) ?? ('newest' as const),
    after: one(request.query, 'after'),
  }
  const isOn =
    filter.year !== null ||
    filter.state !== null ||
    filter.measure !== null ||
    filter.text !== '' ||
    filter.order !== 'newest'
  return { ...filter, isOn }
}

/** The history tab of one thing. */
export async function pastOf(request: WebRequest, type: string, id: string): Promise<Html> {
  const t = texts[request.locale]
  const records = await historyOf(request.ctx.db, [{ type, id }])
  return section({
    title: t.history,
    content: history({
      locale: request.locale,
      entries: records.map((r) => ({
        when: moment(request.locale, r.at),
        dateTime: r.at.toString(),
        who: r.actor.name ?? '',
        what: t.actions[r.entry.action] ?? r.entry.action,
        details: r.entry.reason,
      })),
    }),
  })
}
