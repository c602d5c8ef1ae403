/** Words of the calendar. */
import { type Bilingual, pluralEn, pluralUk } from '../../../kernel/texts.ts'

const uk = {
  title: 'Події міста',
  description: 'Дні інформування, свята, круглі столи, слухання й пам’ятні дні: коли, де і як узяти участь.',
  lead: (n: number) =>
    n === 0
      ? 'На ці дні подій не оголошено.'
      : `${n} ${pluralUk(n, 'подія', 'події', 'подій')} на ці дні. Прийти чи зареєструватися можна без облікового запису.`,
  views: { list: 'Список', month: 'Місяць', week: 'Тиждень', map: 'На мапі' },
  viewsLabel: 'Як показати',
  spanLabel: 'Дні календаря',
  earlier: 'Раніше',
  later: 'Пізніше',
  today: 'Сьогодні',
  between: (from: string, to: string) => `${from} – ${to}`,
  filter: { kind: 'Вид події', all: 'Усі', district: 'Мікрорайон', organisation: 'Організація' },
  none: 'На ці дні подій не оголошено. Погляньте на попередні чи наступні.',
  noPlaces: 'Жодна з подій цих днів не має позначеного місця на мапі.',
  mapCaption: 'Місця подій',
  mapHead: ['Подія', 'Коли й де'] as [string, string],
  weekNothing: 'подій немає',
  follow: {
    title: 'Календар у телефоні',
    text: 'Підпишіться, і зміни з’являтимуться самі: перенесене пересунеться, скасоване буде позначено.',
    open: 'Підписатися (iCal)',
    copy: 'Адреса для Google чи Outlook',
    atom: 'Стрічка новин (Atom)',
    embed: 'Вставити на свій сайт',
    embedText:
      'Адреса для рамки (iframe) на сторінці вашого сайту; календар оновлюватиметься сам. Показувати його може сайт, який назвав координатор.',
  },
  also: 'Також про події',
  feed: 'Події міста',
  columns: {
    title: 'Подія',
    kind: 'Вид',
    state: 'Стан',
    from: 'Початок',
    to: 'Кінець',
    time: 'Час',
    place: 'Місце',
    unit: 'Відповідальний підрозділ',
    address: 'Сторінка',
  },
  sheet: 'Події',
  dayOf: (title: string, name: string | null, n: number, all: number) =>
    name === null ? `${title} (${n} з ${all})` : `${title}: ${name}`,
  postponed: (title: string) => `Відкладено: ${title}`,
  cancelled: 'скасовано',
  poster: {
    title: 'Запрошуємо',
    when: 'Коли',
    where: 'Де',
    host: 'Організатор',
    take: {
      open: 'Вхід вільний.',
      registration: 'Потрібна реєстрація: за кодом або за адресою нижче.',
      invitation: 'За запрошеннями.',
    },
    qr: 'Код, що веде на сторінку події',
    access: 'Доступність',
    shelter: 'Укриття',
    download: 'Афіша (PDF)',
    demonstration: 'ПОКАЗОВИЙ СТЕНД',
  },
}

const en: typeof uk = {
  title: 'Events of the city',
  description:
    'Information days, celebrations, round tables, hearings and memorial days: when, where and how to take part.',
  lead: (n) =>
    n === 0
      ? 'Nothing is announced for these days.'
      : `${n} ${pluralEn(n, 'event', 'events')} on these days. You can come or register without an account.`,
  views: { list: 'List', month: 'Month', week: 'Week', map: 'Map' },
  viewsLabel: 'Show as',
  spanLabel: 'Days of the calendar',
  earlier: 'Earlier',
  later: 'Later',
  today: 'Today',
  between: (from, to) => `${from} – ${to}`,
  filter: { kind: 'Kind of event', all: 'All', district: 'Neighbourhood', organisation: 'Organisation' },
  none: 'Nothing is announced for these days. Look at earlier or later ones.',
  noPlaces: 'None of the events of these days has a place on the map.',
  mapCaption: 'Places of events',
  mapHead: ['Event', 'When and where'],
  weekNothing: 'no events',
  follow: {
    title: 'In your phone’s calendar',
    text: 'Subscribe and changes come by themselves: what is moved moves, what is cancelled goes.',
    open: 'Subscribe (iCal)',
    copy: 'Address for Google or Outlook',
    atom: 'News feed (Atom)',
    embed: 'Put it on your site',
    embedText:
      'The address for a frame (iframe) on a page of your site; the calendar keeps itself up to date. A site that the coordinator named may show it.',
  },
  also: 'More about events',
  feed: 'Events of the city',
  columns: {
    title: 'Event',
    kind: 'Kind',
    state: 'State',
    from: 'First day',
    to: 'Last day',
    time: 'Time',
    place: 'Place',
    unit: 'Host department',
    address: 'Page',
  },
  sheet: 'Events',
  dayOf: (title, name, n, all) => (name === null ? `${title} (${n} of ${all})` : `${title}: ${name}`),
  postponed: (title) => `Postponed: ${title}`,
  cancelled: 'cancelled',
  poster: {
    title: 'You are invited',
    when: 'When',
    where: 'Where',
    host: 'Host',
    take: {
      open: 'Everybody is welcome.',
      registration: 'Please register: by the code or at the address below.',
      invitation: 'By invitation.',
    },
    qr: 'A code that leads to the page of the event',
    access: 'Accessibility',
    shelter: 'Shelter',
    download: 'Poster (PDF)',
    demonstration: 'DEMONSTRATION',
  },
}

export type CalendarTexts = typeof uk
export const calendarTexts: Bilingual<CalendarTexts> = { uk, en }
