/** What is wrong, and what would be right. */
import { inputSentence } from '../../../kernel/input-texts.ts'
import type { Refusal, RefusalValues } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'

type Sentence = (values: RefusalValues) => string

const uk = {
  term_reversed: () => 'Повноваження закінчуються раніше, ніж починаються',
  since_future: () => 'Цей день ще не настав',
  organisation_merged: () => 'Цей запис об’єднано з іншим. Відкрийте той, що лишився',
  organisation_unknown_entry: () => 'Такого значення у списку немає. Оновіть сторінку і виберіть ще раз',
  edrpou_taken: (v) =>
    `Цей код уже має організація «${v['name'] ?? ''}». Якщо це вона і є, змініть її запис або об’єднайте два записи`,
  officer_dates_reversed: () => 'Останній день раніший за перший',
  officer_is_member: () =>
    'Членів та учасників не записують – лише тих, хто представляє організацію. Вкажіть посаду',
  officer_ended: () => 'Повноваження цієї особи вже завершено',
  consent_needed: () => 'Особистий контакт зберігають лише за згодою. Вкажіть день згоди',
  not_phone: () => 'Вкажіть номер телефону, наприклад +380 46 312 34 56',
  tie_other: () => 'Знайдіть і виберіть іншу організацію',
  tie_dates_reversed: () => 'Останній день раніший за перший',
  proposal_empty: () => 'Пропозиція нічого не змінює',
  proposal_new_needs_name: () => 'Для нової організації потрібні вид і назва',
  refusal_needs_reason: () => 'Напишіть, чому відхилено: це побачить той, хто пропонував',
  new_needs_name: () => 'Щоб додати нову організацію, прийміть її вид і назву',
  nothing_decided: () => 'Виберіть, що прийняти або відхилити',
  item_decided: () => 'Це значення вже розглянуто',
  merge_same: () => 'Виберіть інший запис',
  merge_gone: () => 'Один із записів уже об’єднано',
  merge_undone: () => 'Це об’єднання вже скасовано',
  merge_later: () => 'Після цього було ще одне об’єднання. Спершу скасуйте його',
  entry_taken: () => 'Таке значення у списку вже є',
  outline_wrong: () => 'Файл не схожий на межі району: потрібен GeoJSON з одним полігоном (WGS 84)',
  outline_large: () => 'Задокладні межі: не більше ніж 5 000 точок. Спростіть контур',
  file_needed: () => 'Виберіть файл',
  file_empty: () => 'Файл порожній',
  file_kind: () => 'Такого виду файли не приймаються. Підійдуть PDF, DOCX, ODT, JPG, PNG',
  file_name_differs: () => 'Назва файла не відповідає його вмісту',
  import_no_name: () => 'Вкажіть, у якій колонці повна назва',
  import_no_kind: () => 'Вкажіть колонку з видом або один вид для всіх рядків',
  import_twice: () => 'Те саме поле вибрано для двох колонок',
  import_personal: () => 'Колонку з даними про членів або приватних осіб переносити не можна',
  import_over: () => 'Цей список уже внесено',
  import_empty: () => 'У файлі немає жодного рядка',
  import_large: (v) => `Задовгий список: не більше ніж ${v['most'] ?? ''} рядків. Поділіть його`,
  row_no_name: () => 'немає назви',
  row_no_kind: (v) => `не зрозуміло, який це вид: «${v['text'] ?? ''}»`,
  row_ambiguous: (v) => `таку назву мають кілька організацій (${v['count'] ?? ''}); додайте код ЄДРПОУ`,
  row_twice: (v) => `та сама організація вже є в рядку ${v['row'] ?? ''}`,
  row_unknown_entry: (v) => `немає у списку: «${v['text'] ?? ''}»`,
  person_short: () => 'Вкажіть прізвище та ім’я',
  person_nothing: () => 'Нічого не вибрано',
} satisfies Record<string, Sentence>

export type RefusalKey = keyof typeof uk

const en: Record<RefusalKey, Sentence> = {
  term_reversed: () => 'The term ends before it begins',
  since_future: () => 'This day has not come yet',
  organisation_merged: () => 'This entry was merged with another. Open the one that remained',
  organisation_unknown_entry: () => 'There is no such entry in the list. Reload the page and choose again',
  edrpou_taken: (v) =>
    `The organisation “${v['name'] ?? ''}” has this code. If it is the same one, change its entry or merge the two`,
  officer_dates_reversed: () => 'The last day is before the first',
  officer_is_member: () => 'Members are not recorded, only those who represent the organisation. Give a post',
  officer_ended: () => 'The term of this person has ended already',
  consent_needed: () => 'A person’s own contact is kept only by consent. Give the day of the consent',
  not_phone: () => 'Give a phone number, for example +380 46 312 34 56',
  tie_other: () => 'Find and choose another organisation',
  tie_dates_reversed: () => 'The last day is before the first',
  proposal_empty: () => 'The proposal changes nothing',
  proposal_new_needs_name: () => 'A new organisation needs a kind and a name',
  refusal_needs_reason: () => 'Write why it is refused: whoever proposed it will see it',
  new_needs_name: () => 'To add a new organisation, accept its kind and name',
  nothing_decided: () => 'Choose what to accept or refuse',
  item_decided: () => 'This value was decided already',
  merge_same: () => 'Choose another entry',
  merge_gone: () => 'One of the entries was merged already',
  merge_undone: () => 'This merger was undone already',
  merge_later: () => 'There was another merger after this one. Undo that one first',
  entry_taken: () => 'The list has this entry already',
  outline_wrong: () =>
    'The file does not look like a district’s outline: GeoJSON with one polygon is needed (WGS 84)',
  outline_large: () => 'The outline is too detailed: at most 5,000 points. Simplify it',
  file_needed: () => 'Choose a file',
  file_empty: () => 'The file is empty',
  file_kind: () => 'Files of this kind are not taken. PDF, DOCX, ODT, JPG and PNG are',
  file_name_differs: () => 'The name of the file does not fit its content',
  import_no_name: () => 'Say which column holds the full name',
  import_no_kind: () => 'Give a column with the kind, or one kind for all rows',
  import_twice: () => 'One field was chosen for two columns',
  import_personal: () => 'A column about members or private persons cannot be taken over',
  import_over: () => 'This list was taken over already',
  import_empty: () => 'There is no row in the file',
  import_large: (v) => `The list is too long: at most ${v['most'] ?? ''} rows. Divide it`,
  row_no_name: () => 'no name',
  row_no_kind: (v) => `the kind is not clear: “${v['text'] ?? ''}”`,
  row_ambiguous: (v) => `several organisations have this name (${v['count'] ?? ''}); add the EDRPOU code`,
  row_twice: (v) => `the same organisation stands in row ${v['row'] ?? ''}`,
  row_unknown_entry: (v) => `not in the list: “${v['text'] ?? ''}”`,
  person_short: () => 'Give a surname and a first name',
  person_nothing: () => 'Nothing is chosen',
}

const sentences: Bilingual<Record<RefusalKey, Sentence>> = { uk, en }

/** The sentence of a refusal of this module, or of an input. */
export function sentence(locale: Locale): (refusal: Refusal) => string {
  return ({ refused, values }) => {
    const known = sentences[locale] as Record<string, Sentence>
    return known[refused]?.(values ?? {}) ?? inputSentence(locale, refused, values ?? {})
  }
}
