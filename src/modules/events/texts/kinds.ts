/** What a clerk reads where the kind of a new event is chosen. */
import type { Bilingual } from '../../../kernel/texts.ts'
import type { EventKind } from '../types.ts'

type Words = {
  readonly title: string
  readonly lead: string
  readonly other: string
  readonly measure: (number: string) => string
  readonly hints: Readonly<Record<EventKind, string>>
}

export const kindTexts: Bilingual<Words> = {
  uk: {
    title: 'Що плануєте?',
    lead: 'Від виду залежить, який захід Програми виконує подія і що в ній є: інформаційна група, вінки, тест, торгові місця.',
    other: 'Інший вид',
    measure: (number) => `Захід ${number}.`,
    hints: {
      informationDay: 'Інформаційна група їде до людей: звіти, запитання із зали, доручення.',
      celebration: 'Співорганізатори, торгові місця, волонтери, концерт, дозволи.',
      neighbourhoodDay: 'Те саме для вулиці чи мікрорайону; мешканці можуть питати.',
      roundTable: 'Головуючий, протокол, резолюція й рекомендації з адресатом.',
      conference: 'Кілька днів і паралельні зали; приймаються пропозиції виступів.',
      seminar: 'Навчання з тестом до і після, сертифікати.',
      training: 'Практичне заняття з тестом і сертифікатами.',
      discussionClub: 'Повторювані зустрічі однієї теми, матеріали разом.',
      partySeminar: 'Запрошено всі осередки партій однаково; тест, сертифікати.',
      practicePresentation: 'Організації показують досвід: виступи з карток практик.',
      commemoration: 'Порядок церемонії, делегації, вінки, хвилина мовчання.',
      rally: 'Мітинг із церемонією й дозволами.',
      publicHearing: 'Спершу записують ініціативу; подія з’явиться, коли слухання призначать.',
      other: 'Усе інше: запитання й рекомендації.',
    },
  },
  en: {
    title: 'What are you planning?',
    lead: 'The kind decides which measure of the programme the event serves and what it has: an information group, wreaths, a test, stalls.',
    other: 'Another kind',
    measure: (number) => `Measure ${number}.`,
    hints: {
      informationDay: 'An information group goes to people: reports, questions from the hall, instructions.',
      celebration: 'Co-hosts, stalls, volunteers, a concert, permits.',
      neighbourhoodDay: 'The same for a street or neighbourhood; residents may ask.',
      roundTable: 'Chair, minutes, resolution and recommendations to somebody.',
      conference: 'Several days and parallel rooms; talks may be offered.',
      seminar: 'Teaching with a test before and after, certificates.',
      training: 'A practical lesson with a test and certificates.',
      discussionClub: 'Meetings that come again on one theme, materials together.',
      partySeminar: 'All party branches are invited alike; test, certificates.',
      practicePresentation: 'Organisations show what they did: talks made of practice cards.',
      commemoration: 'Order of the ceremony, delegations, wreaths, minute of silence.',
      rally: 'A rally with a ceremony and permits.',
      publicHearing: 'The initiative is written down first; the event is there once the hearing is called.',
      other: 'Anything else: questions and recommendations.',
    },
  },
}
