import type { RefusalValues } from '../../../../kernel/refusal.ts'
import { pluralUk } from '../../../../kernel/texts.ts'

type Sentence = (values: RefusalValues) => string

const many = (v: RefusalValues, one: string, few: string, lots: string) =>
  `${v.count ?? 0} ${pluralUk(Number(v.count ?? 0), one, few, lots)}`

/** Sentences of the codes of this module's rules: what is wrong and what to do. */
export const refusals = {
  no_title: () => 'Вкажіть назву програми',
  no_short_title: () => 'Вкажіть коротку назву програми',
  no_period: () => 'Вкажіть перший і останній день строку дії програми',
  period_order: () => 'Кінець строку не може бути раніше за його початок',
  no_decision_date: () => 'Вкажіть дату рішення: від неї редакція набирає чинності',
  no_measures: () => 'У програмі немає жодного заходу: додайте хоча б один',
  measure_without_number: (v) => `${many(v, 'захід не має', 'заходи не мають', 'заходів не мають')} номера`,
  measure_without_text: (v) => `Захід ${v.number ?? ''} не має тексту`,
  measure_number_twice: (v) => `Номер ${v.number ?? ''} мають два заходи: змініть один із них`,
  damaged_text_unseen: (v) =>
    `Текст пошкоджено: перегляньте ${many(v, 'місце', 'місця', 'місць')} у виявлених невідповідностях`,
  error_unresolved: (v) =>
    `Вирішіть ${many(v, 'невідповідність', 'невідповідності', 'невідповідностей')}, без чого програму не можна прийняти`,
  lines_undecided: (v) =>
    `${many(v, 'рядок', 'рядки', 'рядків')} тексту не розпізнано: віднесіть кожен до розділу або відхиліть із поясненням`,
  draft_not_in_review: (v) =>
    v.state === 'accepted'
      ? 'Цей проєкт уже прийнято: програму змінюють через внесення змін'
      : 'Цей проєкт відкладено: спершу поверніть його на перевірку',
  draft_not_discarded: () => 'Проєкт не відкладено, тож повертати його не треба',
  draft_is_amendment: () => 'Це зміни до програми, а не нова програма',
  draft_is_new: () => 'Це нова програма, а не зміни до наявної',
  note_required: () => 'Поясніть своє рішення одним реченням',
  recurrence_needs_years: () => 'Вкажіть перший і останній рік',
  recurrence_years_order: () => 'Останній рік не може бути раніше за перший',
  recurrence_needs_year: () => 'Вкажіть рік',
  recurrence_day: () => 'У цьому місяці немає такого дня',
  unknown_unit: () => 'Виберіть виконавця зі списку',
  executor_twice: () => 'Такий виконавець уже є у списку',
  money_line_incomplete: () => 'Вкажіть рік, джерело і суму або очистіть увесь рядок',
  year_outside_period: (v) => `Рік має бути в межах строку дії програми: ${v.from ?? ''}–${v.to ?? ''}`,
  rule_empty: () => 'Напишіть текст пункту або очистіть увесь рядок',
  nothing_to_import: () => 'Виберіть файл або вставте текст рішення',
  both_given: () => 'Виберіть щось одне: файл або вставлений текст',
  file_empty: () => 'Файл порожній',
  file_kind: () => 'Такий файл прочитати не можна. Потрібен .docx, .odt або .txt',
  file_name_differs: () => 'Закінчення назви файлу не відповідає його вмісту. Збережіть файл заново як .docx',
  programme_closed: () =>
    'Строк дії програми закінчився: змінити її вже не можна. Можна підготувати нову на її основі',
  amendment_open: () => 'Зміни до цієї програми вже готують: відкрийте їх або відкладіть',
  nothing_changed: () => 'Жодної зміни не внесено: чинна редакція і проєкт однакові',
  in_force_before_decision: () => 'Зміни не можуть набрати чинності раніше за дату рішення',
  in_force_before_previous: () => 'Зміни не можуть набрати чинності раніше за попередню редакцію',
  proposal_decided: () => 'Цю пропозицію вже розглянуто',
  no_open_amendment: () => 'Спершу розпочніть внесення змін: прийнята пропозиція стає їх частиною',
  measure_required: () => 'Вкажіть, якого заходу стосується пропозиція',
  answer_required: () => 'Напишіть, чому пропозицію відхилено: відповідь побачать усі',
  unit_required: () => 'Виберіть підрозділ, від імені якого ви подаєте пропозицію',
  plan_year_outside: (v) => `Рік плану має бути в межах строку дії програми: ${v.from ?? ''}–${v.to ?? ''}`,
  not_a_number: () => 'Вкажіть число',
  no_files_here: () => 'Ця форма не приймає файлів',
} as const satisfies Record<string, Sentence>

export type Refusals = Record<keyof typeof refusals, Sentence>
