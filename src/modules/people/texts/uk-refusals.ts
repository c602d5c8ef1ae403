/** What is wrong, and what would be right. */
import type { RefusalValues } from '../../../kernel/refusal.ts'
import { pluralUk } from '../../../kernel/texts.ts'
import type { PassphraseCode } from '../rules/passphrase.ts'
import type { StaffCode } from '../rules/roles.ts'
import type { TokenCode } from '../rules/token.ts'
import type { UnitCode } from '../rules/unit.ts'
import type { DoorCode } from '../types.ts'

export type RefusalSentences = Record<
  DoorCode | PassphraseCode | StaffCode | TokenCode | UnitCode,
  (values: RefusalValues) => string
>

function waiting(seconds: number): string {
  if (seconds < 60) return `${seconds} ${pluralUk(seconds, 'секунду', 'секунди', 'секунд')}`
  const minutes = Math.ceil(seconds / 60)
  return `${minutes} ${pluralUk(minutes, 'хвилину', 'хвилини', 'хвилин')}`
}

export const ukRefusals: RefusalSentences = {
  sign_in_failed: () =>
    'Адреса або парольна фраза неправильна. Перевірте розкладку клавіатури і спробуйте ще раз',
  pause: (v) =>
    `Забагато невдалих спроб. Зачекайте ${waiting(Number(v['seconds'] ?? 60))} і спробуйте ще раз`,
  link_invalid: () => 'Посилання вже використане, застаріле або відкликане',
  code_wrong: () => 'Код не підходить. Дочекайтеся наступного коду: кожен діє один раз',
  passkey_failed: () => 'Ключ доступу не підійшов. Оновіть сторінку і спробуйте ще раз',
  passkey_known: () => 'Цей ключ доступу вже додано',
  passphrase_wrong: () => 'Теперішня парольна фраза неправильна',
  service_unknown_person: () =>
    'Служба посвідчення не назвала адреси, яку запросив адміністратор. Зверніться до нього',
  last_factor: () => 'Це ваш єдиний другий чинник. Спершу налаштуйте інший',
  session_over: () => 'Час на вхід минув. Почніть спочатку',
  passphrase_short: (v) => `Закоротка: ${v['length']} з ${v['least']} знаків. Додайте ще слово`,
  passphrase_long: (v) => `Задовга: не більше ніж ${v['most']} знаків`,
  passphrase_expected: () =>
    'Таку фразу спробують першою: у ній загальновідомі слова, назва міста, ваше ім’я або повтори. Візьміть кілька слів, не пов’язаних між собою',
  no_role: () => 'Виберіть хоча б одну роль або підрозділ',
  email_taken: () => 'Обліковий запис із цією адресою вже є',
  last_administrator: () => 'Це останній адміністратор. Спершу призначте іншого',
  own_account: () => 'Себе призупинити не можна. Попросіть іншого адміністратора',
  demonstration_person: () => 'Показову особу змінити не можна: нею користуються всі відвідувачі стенда',
  wrong_state: () => 'У теперішньому стані цього зробити не можна. Оновіть сторінку',
  unit_unknown: () => 'Такого підрозділу немає. Виберіть підрозділ зі списку',
  token_needs_scope: () => 'Виберіть, що токену дозволено',
  token_end_past: () => 'День закінчення має бути в майбутньому',
  token_end_far: () => 'Токен діє не довше ніж рік',
  token_ended: () => 'Токен уже відкликано',
  unit_name_taken: (v) => `Цю назву вже має підрозділ «${v['name']}». Якщо це він і є, об’єднайте їх`,
  unit_merges_with_itself: () => 'Виберіть інший підрозділ',
  unit_kinds_differ: () => 'Підрозділ не можна об’єднати з групою',
  unit_merged_already: () => 'Підрозділ уже об’єднано з іншим. Спершу скасуйте об’єднання',
  unit_not_merged: () => 'Підрозділ ні з ким не об’єднано',
  unit_not_active: (v) => `«${v['name']}» більше не діє`,
  unit_is_group: (v) => `«${v['name']}» – група. До групи входять лише підрозділи`,
  unit_is_no_group: () => 'Це не група',
  unit_not_found: () => 'Такого підрозділу немає',
  alias_is_name: () => 'Це теперішня назва підрозділу. Спершу змініть її',
}
