import { ukEntry } from './uk-entry.ts'

export const uk = {
  ...ukEntry,
  home: {
    nav: 'Моя організація',
    title: 'Кабінет організації',
    lead: (n: number): string =>
      n === 0
        ? 'Зараз ви не представляєте жодної організації.'
        : 'Тут ви говорите від імені своєї організації.',
  },
}

export type RepresentativesTexts = typeof uk
