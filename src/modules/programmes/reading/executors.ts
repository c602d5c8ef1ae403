/** The lines of an executor cell → executors, and a normal form by which two spellings are one unit. */
import { BULLET, CELL_BREAK, fold, joinPieces, tidy, withoutBullet } from './text/fold.ts'

/** Nouns that head the name of an executor, in the nominative, folded. */
const HEADS =
  'прес-служба|пресслужба|прес-центр|відділ|відділи|управління|департамент|департаменти|служба|служби|сектор|сектори|центр|центри|виконавчий|виконком|виконавчі|апарат|структурні|' +
  'комунальн(?:е|ий|а|і)|комунальна|заклад|заклади|установ(?:а|и)|підприємств(?:о|а)|міська|міський|районні|обласні|міські|сільські|селищні|територіальні|сільська|сільський|селищна|селищний|районна|районний|обласна|обласний|рада|ради|громадська|громадські|громадськ(?:ий|е)|' +
  'інститути|молодіжна|молодіжні|благодійні|релігійні|органи|політичні|старост(?:а|и)|староста|заступник|заступники|секретар|секретаріат|канцелярія|адміністрація|адміністрації|голова|голови|керуючий|керуюча|начальник|головний|спеціаліст|юрисконсульт|бухгалтер|' +
  'кп|ку|кз|кнп|кзк|цнап|гс|го|дснс|рда|ода|окп|тов|пп|осббр?|осн|школа|школи|ліцей|гімназія|бібліотека|публічна|музей|будинок|палац|клуб|редакція|комітет|комісія|комісії|робоча|координаційна|фінансов(?:е|ий)|' +
  'територіальн(?:ий|е|а|і)|державн(?:а|ий|е|і)|національна|поліція|головне|архівний|загальний|юридичний|організаційний|громада|депутати|депутатськ(?:ий|і)|виконавці|виконавець|розпорядник(?:и)?|засоби|змі|місцеві|партнери|тцк|військов(?:ий|а)|ветеранськ(?:ий|і)|' +
  'освітні|культурні|благодійн(?:ий|а)|волонтер(?:и|ські)|організації|дитячо-юнацька|товариств(?:о|а)|спілк(?:а|и)|асоціація|агенція|агентство|фонд|об’єднання|гу|уснн|усзн|інформаційн(?:ий|о-\\S+)|загін|федерація|організація|лісництво|ліцеї|бібліотеки|пожежн\\S+|амбулаторія|лікарня|керівник(?:и)?'
const HEAD = new RegExp(`^(?:${HEADS})(?![а-яіїєґ’])`)
/** «краєзнавчий музей», «центральна бібліотека»: an adjective in the nominative before the noun of an office. */
const DESCRIBED =
  /^(?:усі|всі) (?:виконавчі|структурн|відділи|управління|служби|департаменти|підрозділи|комунальні|заклади|старост)|^[а-яіїєґ’-]{4,}(?:ий|ій|а|я|е|є|і) (?:відділ|управління|департамент|центр|музей|бібліотека|школа|заклади?|установ[аи]|підприємств[оа]|рад[аи]|комісі[яї]|комітет|організаці[яї]|спілк[аи]|федераці[яї]|асоціація|товариств[оа]|лікарня|редакція|служб[аи]|інспекція|архів|театр|клуб|будинок|фонд|формування|об’єднання|громад[аи])(?![а-яіїєґ’])/
const GENITIVE_TAIL =
  /^(?:виконавчого|виконкому|міської|сільської|селищної|районної|обласної|ради|апарату|та|і|й|з|із|зі|на|у|в|щодо|по|для|при|територіальної|громади|населення|громадськістю|\(|україни|області|району)(?![а-яіїєґ’])/

/** Whether a text begins as the name of an executor does. */
export function startsLikeExecutor(text: string): boolean {
  const key = fold(withoutBullet(text))
  return HEAD.test(key) || DESCRIBED.test(key)
}

/** Whether a line can only be the rest of a name begun before it. */
export function continuesExecutor(text: string): boolean {
  return GENITIVE_TAIL.test(fold(text))
}

export type Executor = {
  /** As in the source, wrapped lines joined. */
  readonly name: string
  /** «Управління, відділи та служби …»: stands for many units, which the coordinator names. */
  readonly isGroup: boolean
  /** Normal form: equal for spellings of one unit. */
  readonly key: string
}

const GROUP =
  /^(?:(?:усі|всі|інші|відповідні|галузеві|профільні) )?(?:управління, (?:відділи|служби|департаменти)|відділи(?:,| та| і) (?:управління|служби|сектори)|департаменти, управління|структурні підрозділи|виконавчі органи|(?:усі|всі|інші|галузеві|профільні) (?:відділи|управління|служби|виконавц)|відділи виконавчого|управління та відділи|управління і відділи|відділи виконкому|служби та відділи|відділи,)/

export function isGroupName(text: string): boolean {
  return GROUP.test(fold(text))
}

/** Owner at the end of a name: the same department with and without it is one unit. */
const OWNER =
  /[ ,]*(?:виконавчого (?:комітету|апарату|органу)(?: \S+(?:ської|цької|зької))?(?: (?:міської|сільської|селищної|районної|обласної))?(?: ради)?|виконкому(?: \S+ської)?(?: (?:міської|сільської|селищної))?(?: ради)?|апарату (?:виконавчого комітету )?(?:\S+ської )?(?:міської |сільської |селищної |районної |обласної )ради|(?:\S+(?:ської|цької|зької) )?(?:міської|сільської|селищної|районної|обласної) ради|міськвиконкому|міськради|облради|райради|вк|(?:обл|рай)(?:держ|військ)?адміністрації|(?:\S+(?:ської|цької|зької) )?(?:обласної |районної |міської )?(?:державної|військової) адміністрації|ода|рда|ова|рва)$/

export function executorKey(name: string): string {
  let key = fold(name)
    .replace(/["().]/g, ' ')
    .replace(/[\s;,:]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  for (let i = 0; i < 3; i++) {
    const shorter = key.replace(OWNER, '').trim()
    if (
      shorter === key ||
      shorter === '' ||
      /^(?:управління|відділ|служба|сектор|виконавчий комітет|апарат|голова|заступник голови)$/.test(shorter)
    )
      break
    key = shorter
  }
  return key.replace(/ (?:і|й) /g, ' та ')
}

/** A head noun alone is no name: «Управління, відділи та служби» goes on. */
const BARE =
  /^(?:управління|відділи?|служб[аи]|сектори?|департаменти?|центри?|комунальні|державні|громадські|міські)$/

/** A comma, «та» or «і» parts two executors only where a new head noun follows and the first part is a whole name. */
function splitNames(text: string): readonly string[] {
  const names: string[] = []
  let start = 0
  for (const m of text.matchAll(/,\s*|;\s*|\s(?:та|і|й|спільно з|разом з|разом із)\s/g)) {
    const before = tidy(text.slice(start, m.index))
    const after = text.slice(m.index + m[0].length)
    if (m.index < start || before === '') continue
    const hard = m[0].startsWith(';')
    const depth = (before.match(/\(/g)?.length ?? 0) - (before.match(/\)/g)?.length ?? 0)
    if (depth > 0) continue
    const joining = !/^[,;]/.test(m[0])
    // «Департамент …, ЗВО (за згодою)»
    const shortened = !joining && /^\p{Lu}{2,6}(?:\s\(за згодою\))?\s?(?:[,;.]|$)/u.test(after)
    const headed =
      (HEAD.test(fold(after)) || (!joining && DESCRIBED.test(fold(after.slice(0, 80))))) &&
      !BARE.test(fold(before))
    const plural =
      joining &&
      /^(?:відділи|служби|управління|сектори|центри|установи|заклади|підприємства|організації|ради|комісії|фонд|комітет|органи|спілки|об’єднання|державн|територіальн|громадськ|місцев|інформаційн|військов|культурн|комунальн|міськ|сільськ|голови)/.test(
        fold(after),
      )
    if (
      hard ||
      (shortened && !BARE.test(fold(before))) ||
      (headed && !plural && !GROUP.test(fold(text.slice(start))))
    ) {
      names.push(before)
      start = m.index + m[0].length
    }
  }
  names.push(tidy(text.slice(start)))
  return names.filter((n) => /[\p{L}\d]/u.test(n))
}

function unfinished(text: string): boolean {
  return /(?:[,(–-]|\s(?:та|і|й|з|із|зі|на|у|в|щодо|по|для|при|у справах|з питань))$/.test(text)
}

/** Lines or paragraphs of one cell, in order. A line begins a new name only when it looks like one and the name before is whole. */
export function readExecutors(lines: readonly string[]): readonly Executor[] {
  const joined: string[][] = []
  for (const piece of lines.flatMap((l) => l.split(CELL_BREAK))) {
    const bulleted = BULLET.test(piece)
    const text = tidy(withoutBullet(piece))
    if (!/[\p{L}]/u.test(text)) continue
    const last = joined.at(-1)?.at(-1)
    const fresh =
      bulleted ||
      (HEAD.test(fold(text)) &&
        !(last !== undefined && unfinished(last) && !last.endsWith(',')) &&
        // «… обласної державної» + «адміністрації»: an adjective waits for its noun.
        !(last !== undefined && /(?:ої|ого)$/.test(last) && /^\p{Ll}/u.test(text)) &&
        !isGroupStart(last))
    if (last === undefined || fresh || last.endsWith(';')) joined.push([text])
    else joined.at(-1)!.push(text)
  }
  const names = joined
    .flatMap((pieces) => splitNames(joinPieces(pieces)))
    .map((n) =>
      n.replace(/[\s,;.]+$/, (end) =>
        /\.$/.test(end.trim()) && /(?<!\p{L})(?:ім|обл|м|р-н|ін)\.$/u.test(n) ? '.' : '',
      ),
    )
  const seen = new Set<string>()
  return names.flatMap((name) => {
    const key = executorKey(name)
    if (name === '' || seen.has(key)) return []
    seen.add(key)
    return [{ name, isGroup: isGroupName(name), key }]
  })
}

/** «Управління,» at the end of a line: the list of a group goes on in the next one. */
function isGroupStart(last: string | undefined): boolean {
  return last !== undefined && /^(?:управління|відділи|служби|департаменти),$/.test(fold(last))
}

export type Unit = {
  readonly name: string
  readonly key: string
  readonly isGroup: boolean
  readonly aliases: readonly string[]
}

/** One unit for each normal form; its name is the fullest spelling, the others are aliases. */
export function unitsOf(executors: readonly Executor[]): readonly Unit[] {
  const byKey = new Map<string, Executor[]>()
  for (const e of executors) byKey.set(e.key, [...(byKey.get(e.key) ?? []), e])
  return [...byKey].map(([key, same]) => {
    const bySound = new Map<string, string>()
    for (const { name } of same) {
      const sound = fold(name)
      if (!bySound.has(sound) || /^\p{Lu}/u.test(name)) bySound.set(sound, name)
    }
    const spellings = [...bySound.values()]
    const name = spellings.reduce((a, b) => (b.length > a.length ? b : a))
    return { name, key, isGroup: same.some((e) => e.isGroup), aliases: spellings.filter((s) => s !== name) }
  })
}
