import type { RefusalValues } from '../../../kernel/refusal.ts'
import { pluralUk } from '../../../kernel/texts.ts'
import type { AnswerWay, CallOutcome, Channel, InvitationState } from '../types.ts'
import { ownUk } from './own-uk.ts'
import { publicUk } from './public-uk.ts'

const organisations = (n: number) => `${n} ${pluralUk(n, 'організація', 'організації', 'організацій')}`
const letters = (n: number) => `${n} ${pluralUk(n, 'лист', 'листи', 'листів')}`
const corrections = (n: number) => `${n} ${pluralUk(n, 'виправлення', 'виправлення', 'виправлень')}`

export const uk = {
  person: 'відповідь на звірку',
  own: ownUk as Readonly<Record<keyof typeof ownUk, string>>,
  title: 'Січнева звірка',
  lead: 'Щороку в січні місто питає кожну організацію, чи правдиві відомості реєстру про неї.',
  none: 'Звірок ще не було.',
  new: 'Нова звірка',
  crumb: 'Звірки',
  caption: 'Звірки за роками',
  columns: {
    year: 'Рік',
    title: 'Звірка',
    state: 'Стан',
    term: 'Відповідь до',
    asked: 'Запитано',
    organisation: 'Організація',
    kind: 'Вид',
    channel: 'Лист',
    email: 'Електронна адреса',
    phones: 'Телефони',
    calls: 'Дзвінків',
    lastCall: 'Останній дзвінок',
    mark: 'Позначка',
    total: 'Разом',
  },
  campaignStates: { draft: 'готується', open: 'триває', closed: 'завершено' },
  states: {
    waiting: 'лист ще не пішов',
    sent: 'лист надіслано',
    failed: 'лист не дійшов',
    opened: 'посилання відкрито',
    confirmed: 'підтвердили',
    corrected: 'виправили',
    ceased: 'припинили діяльність',
    silent: 'мовчать',
  } satisfies Record<InvitationState, string>,
  channels: { email: 'електронний', paper: 'паперовий' } satisfies Record<Channel, string>,
  ways: { link: 'за посиланням', phone: 'телефоном', paper: 'на папері' } satisfies Record<AnswerWay, string>,
  outcomes: {
    promised: 'пообіцяли відповісти',
    noAnswer: 'не відповідає',
    wrongNumber: 'номер не той',
    refused: 'відмовилися відповідати',
    ceased: 'припинила діяльність',
  } satisfies Record<CallOutcome, string>,
  form: {
    newTitle: 'Нова звірка',
    editTitle: 'Змінити звірку',
    year: 'Рік',
    title: 'Назва',
    titleHint: 'Її побачать організації. Наприклад: Звірка реєстру 2027 року',
    kinds: 'Кого питаємо',
    states: 'У якому стані',
    organisationStates: { active: 'діють', terminating: 'у стані припинення', terminated: 'припинені' },
    term: 'Останній день для відповіді',
    termHint: 'Порожньо – порахуємо за правилом від дня відкриття',
    letterSubject: 'Тема листа',
    letterBody: 'Текст листа',
    reminderSubject: 'Тема нагадування',
    reminderBody: 'Текст нагадування',
    places:
      'Слова у фігурних дужках заповнимо самі: {організація}, {посилання}, {код}, {строк}, {рік}, {рада}, {довідки}',
    contact: 'У кого можна спитати',
    contactHint: 'Підрозділ, телефон, електронна адреса: стоятиме в кожному листі',
    signatoryPost: 'Посада того, хто підписує паперові листи',
    signatoryName: 'Ім’я та ПРІЗВИЩЕ того, хто підписує',
    measureNumber: 'Номер заходу програми',
    measureHint: 'Підсумок звірки стане підтвердженням цього заходу. Порожньо – не стане',
    unit: 'Хто виконує захід',
    save: 'Зберегти звірку',
  },
  template: {
    title: (year: number) => `Звірка реєстру ${year} року`,
    letterSubject: (year: number) => `Звірка відомостей про вашу організацію, ${year} рік`,
    letterBody: `Доброго дня!

{рада} щороку звіряє відомості реєстру організацій міста. Просимо перевірити відомості про вашу організацію ({організація}): назву, адресу, керівника, контакти й напрями роботи.

Це ваше особисте посилання, обліковий запис не потрібен:
{посилання}

Якщо все правильно, вистачить однієї кнопки. Якщо щось змінилося, виправте прямо на сторінці. Відповідь чекаємо до {строк}; до цього дня її можна змінювати.

Посилання відкриває відомості лише про вашу організацію, тож не передавайте його стороннім. Якщо воно не відкривається, зайдіть на сторінку «Звірка» сайту і введіть код {код}.

Довідки: {довідки}`,
    reminderSubject: (year: number) => `Нагадуємо про звірку відомостей, ${year} рік`,
    reminderBody: `Доброго дня!

Ми ще не маємо відповіді вашої організації ({організація}) на звірку {рік} року. Вона триватиме до {строк}.

Ваше посилання: {посилання}
Код: {код}

Якщо ви вже відповіли телефоном або на папері, не зважайте на цей лист.

Довідки: {довідки}`,
  },
  mailing: (title: string, wave: number, first: string, last: string) =>
    `${title}: ${wave === 1 ? 'листи' : 'нагадування'}, «${first}» – «${last}»`,
  replaced: 'Організація надіслала іншу відповідь',
  agenda: {
    over: 'Строк відповіді минув: подивіться, хто мовчить, і завершіть звірку.',
    lasts: 'Організації відповідають.',
    look: 'Відкрити',
    begin: 'Підготувати',
    prepare: (year: number) => `Січнева звірка ${year} року ще не відкрита`,
  },
  board: {
    draft: 'Готується: поки не відкриєте, ніхто нічого не отримає.',
    open: 'Відкрити звірку',
    openText: (n: number, day: string) =>
      `Буде запитано: ${organisations(n)}. Відповідь – до ${day}. Листи з’являться серед вихідних і чекатимуть на ваше рішення.`,
    openNobody: 'У реєстрі немає жодної організації цих видів і станів.',
    edit: 'Змінити',
    term: (day: string) => `Відповідь до ${day}.`,
    over: (day: string) => `Строк відповіді минув ${day}.`,
    chosen: (day: string) => `День ${day} вибрав координатор.`,
    closed: (day: string) => `Завершено ${day}.`,
    asked: 'запитано',
    byKind: 'За видами організацій',
    all: 'Усі організації',
    letters: 'Листи',
    writing: (done: number, all: number) => `Складено ${done} з ${all}`,
    written: (n: number) => `складено ${letters(n)}`,
    wave: (n: number) => (n === 1 ? 'Перші листи' : `Нагадування ${n - 1}`),
    outbox: 'Вихідні листи: переглянути і відпустити',
    paper: 'Паперові листи',
    paperNone: 'Усі організації мають електронну адресу, паперових листів немає.',
    paperFile: (from: number, to: number) => `Листи ${from}–${to} (PDF)`,
    paperHint:
      'Кожен лист – на двох сторінках: лист з адресою у віконці конверта, на звороті форма, яку можна заповнити ручкою.',
    posted: (n: number, all: number) => `Передано на пошту ${n} з ${all}`,
    postOn: 'Коли передано на пошту',
    post: 'Позначити переданими',
    remind: 'Нагадати тим, хто мовчить',
    remindHint: 'Листи підуть лише тим, хто ще не відповів і чия пошта працює. Відпускаєте їх ви.',
    remindSubmit: 'Скласти нагадування',
    toDo: 'Що зробити',
    callList: 'Кого обдзвонити',
    extend: 'Подовжити строк',
    extendTo: 'Новий останній день',
    extendReason: 'Чому',
    close: 'Завершити звірку',
    closeText: (n: number) =>
      `Посилання перестануть працювати. Не відповіли: ${n}. Підсумок буде зафіксовано, захід програми отримає підтвердження.`,
    result: 'Довідка про результати звірки',
    publicPage: 'Сторінка для всіх',
    next: (year: number) => `Підготувати звірку ${year} року`,
  },
  list: {
    title: 'Хто як відповів',
    search: 'Пошук за назвою або кодом',
    any: 'Усі',
    none: 'Таких організацій немає.',
    caption: 'Запитані організації',
  },
  calls: {
    title: 'Кого обдзвонити',
    lead: (n: number) =>
      n === 0
        ? 'Немає кого обдзвонювати: усі відповіли.'
        : `Не відповіли: ${n}. Список – для роботи, телефони не показуйте стороннім.`,
    noPhones: 'телефону немає',
    mark: 'Позначити дзвінок',
    outcome: 'Чим закінчився дзвінок',
    note: 'Примітка',
    noteHint: 'Для «припинила діяльність» – звідки це відомо',
    save: 'Записати дзвінок',
    past: 'Дзвінки',
  },
  invitation: {
    open: 'Картка організації',
    answers: 'Відповіді',
    noAnswer: 'Відповіді ще немає.',
    by: (name: string, post: string) => `${name}, ${post}`,
    recordedBy: (who: string) => `записано: ${who}`,
    note: (text: string) => `Додали: ${text}`,
    changes: corrections,
    proposal: 'Розглянути виправлення',
    consent: 'Дано згоду на особисті контакти',
    answerFor: 'Записати відповідь, отриману телефоном або на папері',
    way: 'Як відповіли',
    letter: (channel: Channel, email: string | null) =>
      channel === 'email' ? `Лист на ${email ?? ''}` : 'Паперовий лист',
    posted: (day: string) => `передано на пошту ${day}`,
    opened: (when: string) => `посилання відкрито ${when}`,
    history: 'Історія',
  },
  done: {
    saved: 'Звірку збережено.',
    opened: 'Звірку відкрито. Листи складаються; відпустіть їх серед вихідних.',
    reminded: 'Нагадування складаються; відпустіть їх серед вихідних.',
    posted: 'Паперові листи позначено переданими.',
    extended: 'Строк подовжено.',
    closed: 'Звірку завершено. Підсумок зафіксовано.',
    called: 'Дзвінок записано.',
    answered: 'Відповідь записано.',
  } as Readonly<Record<string, string>>,
  actions: {
    'campaign.create': 'Звірку створено',
    'campaign.edit': 'Звірку змінено',
    'campaign.open': 'Звірку відкрито',
    'campaign.letters': 'Листи складено',
    'campaign.remind': 'Нагадування почато',
    'campaign.post': 'Паперові листи передано на пошту',
    'campaign.extend': 'Строк подовжено',
    'campaign.close': 'Звірку завершено',
    'campaign.answer': 'Відповідь',
    'campaign.call': 'Дзвінок',
    'campaign.forget': 'Відомості про тих, хто відповідав, видалено',
    'campaign.linkOpened': 'Посилання відкрито',
  } as Readonly<Record<string, string>>,
  evidence: (asked: number, answered: number, corrected: number, silent: number) =>
    `Запитано ${organisations(asked)}, відповіли – ${answered}, отримано ${corrections(corrected)}, не відповіли – ${silent}.`,
  public: publicUk,
  refusals: {
    wrong_state: () => 'У цьому стані звірки так зробити не можна. Оновіть сторінку',
    kinds_needed: () => 'Виберіть, кого питати',
    states_needed: () => 'Виберіть хоча б один стан',
    term_past: () => 'Цей день уже минув',
    term_not_later: () => 'Новий день має бути пізнішим за теперішній строк',
    template_needs_link: () => 'У тексті має стояти {посилання}: без нього організація не зможе відповісти',
    template_unknown_place: (v) => `Невідоме слово у дужках: {${v.place ?? ''}}`,
    year_taken: (v) => `Звірку ${v.year ?? ''} року вже відкрито`,
    nobody_to_ask: () => 'У реєстрі немає кого питати',
    nobody_to_remind: () => 'Немає кому нагадувати: усі з електронною адресою відповіли',
    nothing_to_post: () => 'Усі паперові листи вже позначено',
    ceased_needs_reason: () => 'Напишіть, звідки відомо, що організація припинила діяльність',
    check_over: () => 'Звірку завершено або строк відповіді минув',
    nothing_corrected: () =>
      'Ви нічого не змінили. Якщо все правильно, натисніть «Усе правильно»; якщо ні – виправте або напишіть, що саме',
    name_needed: () => 'Назва не може бути порожньою',
    officer_post_needed: () => 'Вкажіть посаду',
    officer_name_needed: () => 'Вкажіть ім’я',
    consent_needed: () => 'Особистий контакт зберігаємо лише за згодою його власника',
    code_unknown: () => 'Такого коду немає. Перевірте знаки: у коді немає літер I, L, O, U',
  } as Readonly<Record<string, (values: RefusalValues) => string>>,
}

export type CampaignsTexts = typeof uk
