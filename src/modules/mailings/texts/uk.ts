import { pluralUk } from '../../../kernel/texts.ts'

const letters = (n: number) => `${n} ${pluralUk(n, 'лист', 'листи', 'листів')}`

export const uk = {
  title: 'Вихідні листи',
  lead: (n: number) =>
    n === 0
      ? 'Жоден лист не чекає на рішення.'
      : `На ваше рішення ${pluralUk(n, 'чекає', 'чекають', 'чекає')} ${n} ${pluralUk(n, 'розсилка', 'розсилки', 'розсилок')}. Доки ви не відпустите розсилку, жоден лист не піде.`,
  noServer: 'Поштовий сервер не налаштовано (SMTP_URL): відпущені листи чекають у черзі.',
  demonstration: 'Це показовий стенд: листи звідси не надсилаються нікому.',
  caption: 'Розсилки',
  search: 'Пошук за назвою',
  columns: {
    title: 'Розсилка',
    state: 'Стан',
    created: 'Складено',
    letters: 'Листів',
    sent: 'Надіслано',
    failed: 'Не дійшло',
  },
  filter: { state: 'Стан', all: 'Усі' },
  states: { held: 'чекає на рішення', released: 'відпущено', cancelled: 'скасовано' },
  letterStates: {
    held: 'чекає',
    queued: 'у черзі',
    sent: 'надіслано',
    failed: 'не вдалося надіслати',
    cancelled: 'скасовано',
  },
  none: 'Розсилок ще немає.',
  recipients: (n: number) => `Одержувачі: ${letters(n)}`,
  releasedBy: (who: string, when: string) => `Відпустив(-ла) ${who}, ${when}`,
  cancelledBecause: (reason: string) => `Скасовано: ${reason}`,
  release: (n: number) => `Надіслати ${letters(n)}`,
  releaseAsk: 'Листи підуть одержувачам зі списку нижче. Повернути їх буде неможливо.',
  cancel: 'Скасувати розсилку',
  reason: 'Чому скасовуєте',
  reasonHint: 'Причина залишиться в журналі.',
  retry: 'Спробувати надіслати ще раз',
  withKeys: 'Лист містить особисте посилання для входу: його бачить лише адміністратор.',
  text: 'Текст листа',
  subject: 'Тема',
  more: (n: number) => `Показано перші ${n} листів.`,
  columnsOfLetters: { name: 'Кому', address: 'Адреса', subject: 'Тема', state: 'Стан', error: 'Помилка' },
  auto: {
    title: 'Що надсилається само',
    lead: 'Позначені види листів ідуть без перегляду. Решта чекає на рішення людини.',
    since: (who: string, when: string) => `увімкнув(-ла) ${who}, ${when}`,
    save: 'Зберегти перемикачі',
    saved: 'Перемикачі збережено.',
    none: 'Жодного виду листів ще не було.',
    asked: 'Про що просить сам одержувач',
    askedHint:
      'Такий лист людина попросила щойно, на адресу, яку сама ввела: радимо відпускати одразу, бо без нього вона не зможе ані увійти, ані підтвердити заяву.',
    others: 'Решта листів',
    link: 'Що надсилається само',
  },
  done: {
    released: 'Розсилку відпущено. Листи надсилаються по одному.',
    cancelled: 'Розсилку скасовано.',
    retried: 'Листи знову в черзі.',
  },
  kinds: {
    'duties.reminder': 'Нагадування виконавцям про строки',
    'report.reminder': 'Нагадування про квартальні звіти',
    'report.returned': 'Звіт повернуто із зауваженнями',
    'report.accepted': 'Звіт прийнято',
    'report.submitted': 'Звіт подано',
    'campaign.letter': 'Звірка реєстру: листи організаціям',
    'campaign.reminder': 'Звірка реєстру: нагадування',
    'follow.confirm': 'Підтвердження стеження за організаціями',
    'follow.digest': 'Тижневий огляд для тих, хто стежить',
    'staff.invitation': 'Запрошення до роботи',
    'representative.signIn': 'Посилання для входу до кабінету',
    'representative.confirm': 'Підтвердження заяви представника',
    'representative.invitation': 'Запрошення представляти організацію',
    'representative.decided': 'Рішення про повноваження представника',
    'representative.ending': 'Строк повноважень представника спливає',
  } as Readonly<Record<string, string>>,
  refusals: { wrong_state: 'Стан розсилки вже інший: оновіть сторінку.' } as Readonly<Record<string, string>>,
}

export type MailingsTexts = typeof uk
