import { enEntry } from './en-entry.ts'
import type { RepresentativesTexts } from './uk.ts'

export const en: RepresentativesTexts = {
  ...enEntry,
  home: {
    nav: 'My organisation',
    title: 'Cabinet of the organisation',
    lead: (n) =>
      n === 0 ? 'You represent no organisation at present.' : 'Here you speak for your organisation.',
  },
}
