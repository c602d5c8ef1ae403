/** News of invented organisations, in every state that a reader, a representative and a clerk meet. */
import { readFile } from 'node:fs/promises'
import { type CivilDate, compareDates, quarterOf, quarterPeriod } from '../src/kernel/civil-date.ts'
import { publishNews, returnNews, withdrawNews } from '../src/modules/publications/actions/decide.ts'
import { drawPicture } from '../src/modules/publications/actions/pictures.ts'
import { appealNews, saveDraft, submitNews } from '../src/modules/publications/actions/write.ts'
import { revisionsOf } from '../src/modules/publications/store/publications.ts'
import type { PublicationId } from '../src/modules/publications/types.ts'
import { DEMO_EMAIL } from '../src/modules/representatives/actions/demo.ts'
import type { Tx } from '../src/platform/context.ts'
import { NIZHYN } from './city.ts'
import type { Cast } from './load.ts'
import type { DemoOrganisations } from './organisations.ts'
import type { Speakers } from './representatives.ts'

type Item = {
  readonly organisation: string
  readonly email: string
  /** Days before today. */
  readonly ago: number
  readonly title: string
  readonly body: string
  readonly fate: 'published' | 'edited' | 'returned' | 'appealed' | 'withdrawn' | 'waits' | 'draft'
  readonly picture?: string
}

const YURII = 'yurii@demo.invalid'
const DARYNA = 'daryna@demo.invalid'

const ITEMS: readonly Item[] = [
  {
    organisation: 'rozmai',
    email: DEMO_EMAIL,
    ago: 44,
    title: 'Висадили сорок лип уздовж річки Остер',
    body: 'У суботу на толоку прийшли понад сімдесят людей із трьох мікрорайонів.\nРазом ми:\n- висадили сорок лип;\n- прибрали стежку до мосту;\n- поставили дві лави, які зробили самі.\nСаджанці дав розплідник, інструмент – управління житлово-комунального господарства. Наступна толока – навесні.',
    fate: 'published',
    picture: 'Малюнок: люди саджають молоді дерева на зеленому пагорбі, угорі сонце',
  },
  {
    organisation: 'svitanokCity',
    email: YURII,
    ago: 38,
    title: 'Відкрита зустріч осередку з мешканцями мікрорайону',
    body: 'Осередок запрошує мешканців обговорити освітлення вулиць.\nЗустріч відбудеться в бібліотеці на вулиці Шевченка.',
    fate: 'published',
  },
  {
    organisation: 'krok',
    email: DARYNA,
    ago: 30,
    title: 'Курс української жестової мови: набираємо групу',
    body: 'Курс безоплатний, двічі на тиждень, місць п’ятнадцять.\nЗаняття починаються о 18:00.\nЗаписатися: https://krok.example/kurs',
    fate: 'edited',
  },
  {
    organisation: 'pryhulok',
    email: DEMO_EMAIL,
    ago: 24,
    title: 'Прихистку потрібні ковдри й корм',
    body: 'Нагадуємо: ми приймаємо ковдри, рушники й сухий корм щодня з 10 до 17.',
    fate: 'published',
  },
  {
    organisation: 'svitanokCity',
    email: YURII,
    ago: 20,
    title: 'Голосуйте за наших',
    body: 'Тільки наші кандидати знають, як зробити місто кращим.',
    fate: 'returned',
  },
  {
    organisation: 'krok',
    email: DARYNA,
    ago: 16,
    title: 'Результати опитування про пандуси',
    body: 'Ми обійшли 64 будівлі. Пандус, яким можна скористатися самостійно, є у 23.\nТаблиця з адресами – на нашому сайті: https://krok.example/pandusy',
    fate: 'appealed',
  },
  {
    organisation: 'pryhulok',
    email: DEMO_EMAIL,
    ago: 12,
    title: 'Дякуємо за допомогу пораненому лелеці',
    body: 'Лелека одужав і вже літає.',
    fate: 'withdrawn',
  },
  {
    organisation: 'rozmai',
    email: DEMO_EMAIL,
    ago: 5,
    title: 'Майстерня ялинкових іграшок для дітей',
    body: 'Щонеділі о 12:00 в палаці культури. Матеріали є, приходьте з гарним настроєм.',
    fate: 'waits',
  },
  {
    organisation: 'svitanokCity',
    email: YURII,
    ago: 1,
    title: 'Приймальня осередку працює за новим розкладом',
    body: 'Тепер приймальня відчинена щовівторка й щочетверга з 14:00 до 18:00.',
    fate: 'waits',
  },
  {
    organisation: 'rozmai',
    email: DEMO_EMAIL,
    ago: 1,
    title: 'Звіт за рік',
    body: 'Цього року ми…',
    fate: 'draft',
  },
]

const HOUSE = (baseUrl: string) => ({ baseUrl, city: NIZHYN })

/** Within the quarter that runs: reports of those before are written already. */
export async function writeNews(
  tx: Tx,
  cast: Cast,
  organisations: DemoOrganisations,
  speakers: Speakers,
  baseUrl: string,
): Promise<void> {
  const { from } = quarterPeriod(quarterOf(tx.today))
  const clock: Clock = { day: from }
  for (const item of ITEMS) {
    const asked = tx.today.subtract({ days: item.ago })
    await live(
      { tx, cast, speakers, baseUrl, organisations, clock },
      item,
      compareDates(asked, from) < 0 ? from : asked,
    )
  }
}

/** The office's day of the last decision: nothing is decided before what was decided already. */
type Clock = { day: CivilDate }

type Stage = {
  readonly clock: Clock
  readonly tx: Tx
  readonly cast: Cast
  readonly speakers: Speakers
  readonly baseUrl: string
  readonly organisations: DemoOrganisations
}

async function live(stage: Stage, item: Item, day: CivilDate): Promise<void> {
  const { tx, cast, speakers } = stage
  const organisationId = stage.organisations.get(item.organisation)
  if (!organisationId) return
  const house = HOUSE(stage.baseUrl)
  const writer = speakers.as(item.email, day)
  const picture = item.picture
    ? {
        picture: await drawPicture(await readFile(new URL('toloka.jpg', import.meta.url))),
        alt: item.picture,
      }
    : null
  const typed = {
    id: null,
    organisationId,
    version: null,
    title: item.title,
    body: item.body,
    pictures: [],
    added: picture,
  }
  if (item.fate === 'draft') return void (await saveDraft(writer, typed))
  const id = await submitNews(writer, typed)
  if (item.fate === 'waits') return
  const decided = later(stage, day, 1 + (item.ago % 3))
  const clerk = cast.as('koordynator', decided)
  const seen = async () => ({ id, version: await versionOf(tx, id) })
  if (item.fate === 'returned' || item.fate === 'appealed') {
    const why =
      item.fate === 'returned'
        ? { reason: 'agitation', words: 'Це заклик голосувати. Розкажіть, що осередок зробив.' }
        : { reason: 'notActivity', words: 'Поясніть, що саме робила організація.' }
    await returnNews(clerk, house, await seen(), why)
    if (item.fate === 'appealed')
      await appealNews(
        speakers.as(item.email, later(stage, decided, 1)),
        id,
        'Обстеження провели наші волонтери, про це сказано в першому реченні.',
      )
    return
  }
  await publishNews(clerk, house, await seen())
  if (item.fate === 'edited') {
    const editor = speakers.as(item.email, later(stage, decided, 2))
    await submitNews(editor, { ...typed, id, body: item.body.replace('18:00', '18:30'), added: null })
    await publishNews(cast.as('koordynator', later(stage, decided, 3)), house, await seen())
  }
  if (item.fate === 'withdrawn')
    await withdrawNews(cast.as('koordynator', later(stage, decided, 4)), house, id, {
      reason: 'picture',
      words: 'Автор світлини не дав згоди на публікацію.',
    })
}

function later({ tx, clock }: Stage, day: CivilDate, days: number): CivilDate {
  const next = day.add({ days })
  const reached = compareDates(next, tx.today) > 0 ? tx.today : next
  clock.day = compareDates(reached, clock.day) > 0 ? reached : clock.day
  return clock.day
}

async function versionOf(tx: Tx, id: PublicationId): Promise<number> {
  const [latest] = await revisionsOf(tx.db, id)
  return latest!.version
}
