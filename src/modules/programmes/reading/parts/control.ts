/** Rules of finance, control and reporting. */
import { readTerm } from '../recurrence.ts'
import { MONTH_PATTERN } from '../text/dates.ts'
import { joinPieces, wordCount } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import { fold, joinedSentences } from '../text/sentences.ts'
import type { ControlKind, ControlRule, ReportDuty } from '../types.ts'

const KINDS: readonly (readonly [ControlKind, RegExp])[] = [
  [
    'report',
    /зв[іи]т|інформу(?:є|ють)|інформац\S+ (?:про|щодо) (?:хід|стан|виконан)|подає|подають|узагальнен\S+ інформац/,
  ],
  ['contestOrContract', /за конкурсом|на конкурсній|договор|договіру|конкурс/],
  ['amendments', /внесення змін|вносяться зміни|зміни до програми|коригуван|уточнен/],
  ['coordination', /координатор|координац|координує/],
  ['publication', /оприлюдн|веб-?сайт|засоб\S+ масової інформації|вебсайт/],
  ['responsibility', /контроль|покладається|відповідальн|моніторинг/],
  ['funding', /фінансуван|кошт|бюджет|видатк/],
]

/** The kind of a rule by its words. In a chapter about money a rule is about money unless it says something narrower. */
export function controlKindOf(text: string, chapter: 'funding' | 'control'): ControlKind {
  const key = fold(text)
  if (chapter === 'funding') {
    if (/за конкурсом|на конкурсній|договор|конкурс/.test(key)) return 'contestOrContract'
    if (/внесення змін|вносяться зміни/.test(key)) return 'amendments'
    return 'funding'
  }
  for (const [kind, pattern] of KINDS) if (pattern.test(key)) return kind
  return 'other'
}

const REPORTS =
  /(?:надають|подають|надає|подає|надається|подається) [^.]{0,80}(?:інформаці|звіт)|інформу(?:є|ють) [^.]{0,120}(?:(?:про|щодо) (?:хід|стан|виконан)|коміс|рад[уи]|голов|комітет|управлін|відділ|департамент)|зв[іи]т(?!н\S+ (?:період|кварт|рік|рок|числа))|інформац\S+ (?:про|щодо) (?:хід|стан|виконан|результат)/
const RHYTHM =
  /щокварт\S*|щоріч\S*|щороку|щомісяц\S*|щомісяч\S*|щопівр\S*|раз(?:у)? (?:на|в|у) (?:рік|квартал|півріччя|місяць)|двічі (?:на|в) рік|за підсумками року|за підсумками (?:кварталу|півріччя|бюджетного року)|по закінченн\S+|до (?:\d{1,2}) (?:числа|(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд)\S*(?: (?:19|20)\d{2})?)|до \d{1,2}\.\d{1,2}(?:\.(?:19|20)\d{2})?/
const TO =
  /(?:головному розпоряднику(?: бюджетних коштів)?|на (?:пленарн\S+ засіданн\S+|сесі\S+)(?: \S+(?:ської|ої))*(?: ради)?|(?:міській|сільській|селищній|районній|обласній) раді|постійн\S+ коміс\S+[^.,;]{0,90}|координатор\S+(?: програми)?|(?:(?:фінансов\S+ )?управлінню|відділу|департаменту)[^.,;]{0,90}?(?= інформаці| звіт| узагальнен| пропозиц| дані|[.,;]|$)|(?:міськ|сільськ|селищн)ому голові|виконавчому комітету)/

/** «до 1 липня та до 25 грудня» */
const DAYS_OF_YEAR = new RegExp(
  `до \\d{1,2} ${MONTH_PATTERN}(?:,? (?:та|і)? ?(?:до )?\\d{1,2} ${MONTH_PATTERN})+`,
)
const REPORTED: readonly (readonly [string, RegExp])[] = [
  ['щокварталу', /звітн\S+ кварт/],
  ['щопівроку', /звітн\S+ півр/],
  ['щомісяця', /звітн\S+ місяц/],
  ['щороку', /звітн\S+ р[оі]к/],
]

const AND_ALSO = /,?\s(?:а|та|і)\s(?=щорок|щоріч|щокварт|щопівр|щомісяч|за підсумками)/u

/** «… щокварталу подає інформацію, а щороку до 1 лютого – звіт»: two duties in one sentence. */
function partsOf(sentence: string): readonly string[] {
  const parts = sentence.split(AND_ALSO)
  return parts.every((part) => REPORTS.test(fold(part))) ? parts : [sentence]
}

/** Duties to report that a rule lays down: how often, who to whom. */
export function reportDuties(text: string): readonly ReportDuty[] {
  return joinedSentences(text)
    .flatMap(partsOf)
    .flatMap((sentence) => {
      const key = fold(sentence)
      if (!REPORTS.test(key) && !/звітує|звітують/.test(key)) return []
      const said = RHYTHM.exec(key)?.[0]
      if (!said) return []
      // «до 5 числа місяця, що настає за звітним кварталом»: the period reported on is the rhythm.
      const rhythm = /^до \d{1,2} числа/.test(said)
        ? (REPORTED.find(([, p]) => p.test(key))?.[0] ?? said)
        : said
      const byDay = /до (\d{1,2})(?:-го)? числа/.exec(key)
      const yearly =
        /за підсумками (?:року|бюджетного року)|щоріч|щороку|раз(?:у)? (?:на|в|у) рік|року, (?:що|який) настає за звітним|року, наступного за звітним/.test(
          key,
        )
      const term =
        yearly && !/щокварт|щомісяч|щомісяц/.test(key)
          ? `щороку${new RegExp(`до \\d{1,2} ${MONTH_PATTERN}`).test(key) ? ` ${/до \d{1,2} \S+/.exec(key)![0]}` : ''}`
          : /двічі|півр/.test(rhythm)
            ? `${rhythm} ${DAYS_OF_YEAR.exec(key)?.[0] ?? ''}`
            : `${rhythm}${byDay ? `, ${byDay[0]}` : ''}`
      const to = TO.exec(key)
      const from =
        /(?:надається|подається|подають|надають) (виконавцями|відповідальн\S+ виконавц\S+)/.exec(key)?.[1] ??
        /^(головний розпорядник(?: бюджетних коштів)?|відповідальний виконавець|виконавці|координатор)/.exec(
          key,
        )?.[1] ??
        null
      return [
        {
          recurrence: { ...readTerm(term), raw: sentence.slice(0, 400) },
          from,
          to: to ? to[0].replace(/[.,;\s]+$/, '') : null,
          sentence,
        },
      ]
    })
}

const NUMBER = /^(\d{1,2}(?:\.\d{1,3})+|\d{1,2}[.)])\.?\s*(?=\D)/

/** Every paragraph of a chapter of rules; wrapped lines and items of a list belong to the rule before them. */
export function readRules(lines: readonly Line[], chapter: 'funding' | 'control'): readonly ControlRule[] {
  const drafts: { number: string | null; texts: string[]; first: number; last: number }[] = []
  for (const line of lines) {
    if (isBlank(line)) continue
    const m = NUMBER.exec(line.text)
    const last = drafts.at(-1)
    const carries =
      last !== undefined &&
      m === null &&
      (/^\p{Ll}/u.test(line.text) || /^[-–—·•]/.test(line.text) || !/[.;!?]$/.test(last.texts.at(-1)!))
    if (carries) {
      last.texts.push(line.text)
      last.last = line.n
    } else {
      const number = m ? m[1]!.replace(/[.)]$/, '') : null
      drafts.push({
        number,
        texts: [m ? line.text.slice(m[0].length).trim() : line.text],
        first: line.n,
        last: line.n,
      })
    }
  }
  return drafts
    .filter((d) => d.number !== null || /[.!]$/.test(d.texts.at(-1)!) || wordCount(d.texts.join(' ')) >= 9)
    .map((d) => {
      const rule = joinPieces(d.texts)
      return {
        number: d.number,
        rule,
        kind: controlKindOf(rule, chapter),
        chapter,
        reports: reportDuties(rule),
        lines: [d.first, d.last],
      }
    })
}
