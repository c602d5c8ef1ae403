/** Practice cards of the demonstration, each written for an organisation of its registry; one waits for a decision. */
import { type CivilDate, civilDate, compareDates } from '../src/kernel/civil-date.ts'
import { kopiykas } from '../src/kernel/money.ts'
import { findOrganisations } from '../src/modules/organisations/index.ts'
import { publishPractice } from '../src/modules/practices/actions/decide.ts'
import { type ContentInput, createPractice } from '../src/modules/practices/actions/keep.ts'
import type { Cast } from './load.ts'

type Card = {
  /** Words by which the registry finds it. */
  readonly of: string
  readonly on: readonly [month: number, day: number]
  readonly waits?: true
  readonly content: Omit<ContentInput, 'links' | 'directionId' | 'from' | 'to' | 'cost'> & {
    readonly cost: number | null
    readonly span: readonly [from: readonly [number, number], to: readonly [number, number] | null]
  }
}

const CARDS: readonly Card[] = [
  {
    of: 'Зелене місто',
    on: [5, 18],
    content: {
      title: 'Кишеньковий сад на розі двох вулиць',
      problem:
        'На розі біля поліклініки був пустир: сміття, калюжі, жодної лави. Люди, що чекали на прийом, стояли надворі без тіні.',
      done: 'Опитали сто перехожих, чого їм бракує.\nЗ мешканцями двох вулиць прибрали пустир за чотири суботи.\nПосадили дерева й кущі, що не потребують поливу після другого року.\nПоставили лави з пандусом поруч.',
      result: 'Пустир став місцем, де сидять щодня. За садом доглядають мешканці за графіком.',
      indicators: [
        { name: 'Дерев і кущів', unit: 'шт.', before: 3, after: 64 },
        { name: 'Місць для сидіння', unit: 'шт.', before: 0, after: 18 },
        { name: 'Людей у саду опівдні', unit: 'осіб', before: 2, after: 27 },
      ],
      cost: 48_600,
      costSources: 'внески мешканців, саджанці від розсадника',
      partners: ['Комітет мікрорайону «Центр»', 'мешканці двох вулиць'],
      contact: 'sad@zelene.example',
      place: 'Ніжин, мікрорайон «Центр»',
      span: [
        [3, 7],
        [4, 25],
      ],
    },
  },
  {
    of: 'Прихисток',
    on: [6, 9],
    content: {
      title: 'Стерилізація безпритульних тварин разом із мешканцями будинків',
      problem: 'У трьох дворах зимувало понад тридцять собак, мешканці скаржилися щотижня.',
      done: 'У кожному дворі знайшли двох відповідальних.\nУсіх тварин обліковано, стерилізовано, щеплено, позначено.\nДля дванадцяти знайдено дім.',
      result: 'Скарг майже не стало, нових цуценят у цих дворах немає.',
      indicators: [
        { name: 'Собак у трьох дворах', unit: 'тварин', before: 34, after: 19 },
        { name: 'Скарг за місяць', unit: 'скарг', before: 9, after: 1 },
      ],
      cost: 36_200,
      costSources: 'місцевий бюджет, пожертви',
      partners: [],
      contact: 'dim@pryhystok.example',
      place: 'Ніжин, мікрорайон «Авангард»',
      span: [
        [2, 1],
        [5, 20],
      ],
    },
  },
  {
    of: 'Відкритий кошторис',
    on: [9, 15],
    content: {
      title: 'Кошторис школи, зрозумілий батькам',
      problem: 'Батьки не знали, за що платить місто, а за що просять їх.',
      done: 'Разом із бухгалтерами п’яти шкіл переписали кошторис простими словами.\nПровели збори в кожній школі.\nВикладаємо оновлення раз на квартал.',
      result: 'Збирати гроші «на ремонт» перестали у чотирьох школах із п’яти.',
      indicators: [
        { name: 'Шкіл із зрозумілим кошторисом', unit: 'шкіл', before: 0, after: 5 },
        { name: 'Батьків на зборах', unit: 'осіб', before: null, after: 412 },
      ],
      cost: null,
      costSources: null,
      partners: [],
      contact: 'data@koshtorys.example',
      place: 'Ніжин',
      span: [[2, 10], null],
    },
  },
  {
    of: 'Власний голос',
    on: [10, 20],
    waits: true,
    content: {
      title: 'Шкільні дебати про міські рішення',
      problem: 'Підлітки не знали, що рада вирішує про їхні двори й школи.',
      done: 'Провели вісім дебатів у школах за справжніми проєктами рішень.',
      result: 'Три пропозиції старшокласників враховано.',
      indicators: [{ name: 'Учасників дебатів', unit: 'осіб', before: 0, after: 180 }],
      cost: 4_300,
      costSources: 'внески',
      partners: [],
      contact: 'debaty@holos.example',
      place: 'Ніжин, вісім шкіл',
      span: [
        [9, 8],
        [10, 10],
      ],
    },
  },
]

export async function publishPractices(
  cast: Cast,
  year: number,
  today: CivilDate,
  baseUrl: string,
): Promise<void> {
  for (const { of, on, waits, content } of CARDS) {
    const day = civilDate(year, ...on)
    if (compareDates(day, today) > 0) continue
    const clerk = cast.as('koordynator', day)
    const [organisation] = await findOrganisations(clerk.db, { text: of, limit: 1 })
    if (!organisation) continue
    const { span, cost, ...rest } = content
    const iso = (md: readonly [number, number] | null) => (md ? civilDate(year, ...md).toString() : null)
    const id = await createPractice(clerk, {
      organisationId: organisation.id,
      submit: true,
      content: {
        ...rest,
        cost: cost === null ? null : kopiykas(cost * 100),
        links: [],
        directionId: null,
        from: iso(span[0]),
        to: iso(span[1]),
      },
    })
    if (!waits) await publishPractice(clerk, id, baseUrl)
  }
}
