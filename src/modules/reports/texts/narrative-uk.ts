/**
 * Introduction and conclusions of a consolidated report as the facts give them. Official, so in Ukrainian;
 * people edit them.
 */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { figure, longDate, money, pluralUk, quarterName, shortDate } from '../../../kernel/texts.ts'
import { genitiveName } from '../../programmes/index.ts'
import { percentOf, tallied } from '../rules/together.ts'
import type { FrozenConsolidated, FrozenProgramme, SpanFigures } from '../types/frozen.ts'
import type { Span } from '../types.ts'
import { unstopped, upperFirst } from './official-uk.ts'
import { measuresCounted, tallyWords } from './state-words.ts'

type Matter = Omit<FrozenConsolidated, 'introduction' | 'conclusions'>

/** «за I квартал 2026 року», «за 2026 рік», «за 2012–2015 роки». */
export function spanUk(span: Span, programme: Pick<FrozenProgramme, 'from' | 'to'>): string {
  if (span.kind === 'final') {
    const [from, to] = [programme.from.slice(0, 4), programme.to.slice(0, 4)]
    return from === to ? `${from} рік` : `${from}–${to} роки`
  }
  return span.quarter === null
    ? `${span.year} рік`
    : quarterName('uk', { year: span.year, quarter: span.quarter })
}

/** «, затвердженої рішенням від 31.01.2014 № 5»; empty where the decision is not known. */
export function decisionUk(programme: FrozenProgramme): string {
  const [day, ...number] = programme.decision.split(' ')
  const date = parseCivilDate(day ?? '')
  return date && number.length > 0
    ? `, затвердженої рішенням від ${shortDate('uk', date)} № ${number.join(' ').replace(/^№\s*/, '')}`
    : ''
}

export function introductionUk(m: Matter): string {
  const reports = m.arrivals.length
  const accepted = m.arrivals.filter((a) => a.state === 'accepted').length
  const late = m.arrivals.filter((a) => a.state === 'accepted' && a.daysLate > 0).length
  const missing = m.arrivals.filter((a) => a.state !== 'accepted')
  const units = new Set(m.arrivals.map((a) => a.unitId)).size
  // Of a period that still goes on, the report tells up to the day on which it is read.
  const [day = m.to] = [m.on, m.to].sort()
  const to = parseCivilDate(day)
  const sentences = [
    `Звіт складено на підставі поданих і прийнятих звітів виконавців ${genitiveName(m.programme.title)}${decisionUk(m.programme)}, за ${spanUk(m, m.programme)}${to ? ` (станом на ${longDate('uk', to)})` : ''}.`,
    `Програма налічує ${measuresCounted('uk', m.measures.length)}; за звітний період ${pluralUk(units, 'мав', 'мали', 'мали')} звітувати ${figure('uk', units)} ${pluralUk(units, 'виконавець', 'виконавці', 'виконавців')}, прийнято ${figure('uk', accepted)} з ${figure('uk', reports)} ${pluralUk(reports, 'звіту', 'звітів', 'звітів')}${
      late > 0 ? `, з них із порушенням строку – ${figure('uk', late)}` : accepted > 0 ? ', усі вчасно' : ''
    }.`,
    missing.length > 0
      ? `До звіту не увійшли дані, яких не подано або ще не прийнято: ${missing
          .map(
            (a) => `${upperFirst(a.unitName)} (${quarterName('uk', { year: a.year, quarter: a.quarter })})`,
          )
          .join('; ')}.`
      : '',
  ]
  return sentences.filter(Boolean).join(' ')
}

export function conclusionsUk(m: Matter): string {
  const { figures } = m
  const reported = tallied(figures.tally)
  const undone = m.measures.filter(
    (x) => x.state === 'notDone' || x.state === 'partly' || x.state === 'carriedOver',
  )
  const paragraphs = [
    reported > 0
      ? `За ${spanUk(m, m.programme)} подано відомості про ${measuresCounted('uk', reported)} Програми: ${tallyWords('uk', figures.tally)}.`
      : `За ${spanUk(m, m.programme)} відомостей про виконання заходів не подано.`,
    workUk(figures),
    moneyUk(m),
    undone.length > 0
      ? `${undone.length === 1 ? 'Потребує' : 'Потребують'} уваги: ${byReason(undone)}.`
      : reported > 0
        ? 'Невиконаних заходів за звітний період немає.'
        : '',
    reported > 0 ? silentUk(m) : '',
    m.before ? compared(figures, m.before) : '',
  ]
  return paragraphs.filter(Boolean).join('\n')
}

/** How much was recorded, and who took part. */
function workUk({ events, participants, organisations }: SpanFigures): string {
  if (events === 0) return ''
  const counted = (n: number, ...forms: [string, string, string]) =>
    n > 0 ? `${figure('uk', n)} ${pluralUk(n, ...forms)}` : ''
  const who = [
    counted(participants, 'особа', 'особи', 'осіб'),
    counted(organisations, 'організація', 'організації', 'організацій'),
  ].filter(Boolean)
  const one = who.length === 1 && pluralUk(participants || organisations, 'взяла', '', '') === 'взяла'
  return `Виконання ${pluralUk(events, 'підтверджує', 'підтверджують', 'підтверджують')} ${counted(
    events,
    'запис',
    'записи',
    'записів',
  )} про проведену роботу${who.length > 0 ? `; участь у заходах ${one ? 'взяла' : 'взяли'} ${who.join(' і ')}` : ''}.`
}

/** The plan is of the whole year, so a quarter is told beside what was paid since its beginning. */
function moneyUk(m: Matter): string {
  const { plan, paidInYear } = m.money
  const { cash } = m.figures
  if (plan === 0)
    return cash > 0
      ? `Касові видатки за звітний період – ${money('uk', cash)}.`
      : 'Видатків на виконання Програми у звітному періоді не передбачалося і не здійснювалося.'
  const quarter = m.kind === 'quarter'
  const sofar = quarter ? paidInYear : cash
  const percent = percentOf(sofar, plan)
  const share = percent === null || sofar === 0 ? '' : ` (${figure('uk', percent)} % плану)`
  const paid =
    cash === 0
      ? 'касових видатків за звітний період не було'
      : `касові видатки за звітний період – ${money('uk', cash)}`
  const since = quarter && m.quarter !== 1 && sofar > 0 ? `, з початку року – ${money('uk', sofar)}` : ''
  return `На виконання Програми ${m.kind === 'final' ? '' : `на ${m.year} рік `}передбачено ${money('uk', plan)}; ${paid}${since}${share}.`
}

/** Measures of which no report speaks: with all reports there, nothing of theirs fell into the period. */
function silentUk(m: Matter): string {
  const silent = m.measures.filter((x) => x.state === null).map((x) => x.number)
  if (silent.length === 0) return ''
  const which = `${pluralUk(silent.length, 'захід', 'заходи', 'заходи')} ${silent.join(', ')}`
  return m.arrivals.every((a) => a.state === 'accepted')
    ? `${upperFirst(which)} виконувати у звітному періоді не належало.`
    : `Про ${which} відомостей не подано.`
}

/** Measures that share their reasons stand together: «заходи 4.4, 4.5 (кошти не виділено)». */
function byReason(measures: Matter['measures']): string {
  const groups = new Map<string, string[]>()
  for (const m of measures) {
    const reasons = [...new Set(m.parts.flatMap((p) => (p.reason ? [unstopped(p.reason)] : [])))].join('; ')
    groups.set(reasons, [...(groups.get(reasons) ?? []), m.number])
  }
  return [...groups]
    .map(([reasons, numbers]) => {
      const which = `${pluralUk(numbers.length, 'захід', 'заходи', 'заходи')} ${numbers.join(', ')}`
      return reasons ? `${which} (${reasons})` : which
    })
    .join('; ')
}

function compared(now: SpanFigures, before: SpanFigures): string {
  const line = (what: string, a: string, b: string) => `${what} – ${a} (було ${b})`
  return `Порівняно з відповідним періодом минулого року: ${[
    line(
      'виконано або виконується заходів',
      figure('uk', now.tally.done + now.tally.underWay),
      figure('uk', before.tally.done + before.tally.underWay),
    ),
    line('проведено й підтверджено робіт', figure('uk', now.events), figure('uk', before.events)),
    line('учасників', figure('uk', now.participants), figure('uk', before.participants)),
    line('касові видатки', money('uk', now.cash), money('uk', before.cash)),
  ].join(', ')}.`
}
