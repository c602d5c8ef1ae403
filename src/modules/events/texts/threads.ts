/** Words of what goes on from event to event: a series with its materials, recommendations and their fate. */
import { type Bilingual, pluralEn, pluralUk } from '../../../kernel/texts.ts'

const uk = {
  series: {
    of: 'Цикл',
    lead: (kind: string, rule: string) => `${kind}, ${rule}`,
    ahead: 'Попереду',
    none: 'Наступної зустрічі ще не оголошено.',
    been: 'Відбулися',
    materials: 'Матеріали циклу',
    noMaterials: 'Матеріалів ще немає.',
    follow: 'Цикл у вашому календарі',
    subscribe: 'Підписатися (iCal)',
  },
  recommendations: {
    title: 'Рекомендації подій',
    link: 'Рекомендації',
    lead: 'Що радили круглі столи, конференції й дискусійні клуби, кому саме і що з цим стало.',
    leadOwn:
      'Що радили круглі столи й конференції, кому і що з цим стало. Рекомендації вашому підрозділу вирішуєте ви.',
    one: 'Рекомендація',
    search: 'Слова рекомендації, адресат або подія',
    state: 'Що з нею',
    all: 'Усі',
    none: 'Таких рекомендацій немає.',
    sum: (all: number, done: number) =>
      `${all} ${pluralUk(all, 'рекомендація', 'рекомендації', 'рекомендацій')}, виконано ${done}.`,
    columns: {
      text: 'Рекомендація',
      addressee: 'Кому',
      event: 'Подія',
      day: 'Коли',
      due: 'До',
      state: 'Що з нею',
      reason: 'Пояснення',
      decidedOn: 'Вирішено',
    },
    overdue: 'строк минув',
    decide: 'Що з нею сталося',
    save: 'Зберегти',
    decideIt: (addressee: string) => `Вирішити щодо рекомендації: ${addressee}`,
    carryOut: (addressee: string) => `Виконати рекомендацію: ${addressee}`,
    open: 'Відкрити',
  },
}

const en: typeof uk = {
  series: {
    of: 'Series',
    lead: (kind, rule) => `${kind}, ${rule}`,
    ahead: 'Ahead',
    none: 'The next meeting is not announced yet.',
    been: 'Held',
    materials: 'Materials of the series',
    noMaterials: 'No materials yet.',
    follow: 'The series in your calendar',
    subscribe: 'Subscribe (iCal)',
  },
  recommendations: {
    title: 'Recommendations of events',
    link: 'Recommendations',
    lead: 'What round tables, conferences and discussion clubs advised, whom, and what became of it.',
    leadOwn:
      'What round tables and conferences advised, whom, and what became of it. You decide on those to your department.',
    one: 'Recommendation',
    search: 'Words of the recommendation, the addressee or the event',
    state: 'What became of it',
    all: 'All',
    none: 'There are no such recommendations.',
    sum: (all, done) => `${all} ${pluralEn(all, 'recommendation', 'recommendations')}, ${done} carried out.`,
    columns: {
      text: 'Recommendation',
      addressee: 'To',
      event: 'Event',
      day: 'When',
      due: 'By',
      state: 'What became of it',
      reason: 'Explanation',
      decidedOn: 'Decided',
    },
    overdue: 'past its day',
    decide: 'What became of it',
    save: 'Save',
    decideIt: (addressee) => `Decide on a recommendation: ${addressee}`,
    carryOut: (addressee) => `Carry out a recommendation: ${addressee}`,
    open: 'Open',
  },
}

export const threadTexts: Bilingual<typeof uk> = { uk, en }
