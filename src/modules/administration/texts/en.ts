import type { AdministrationTexts } from './uk.ts'

export const en: AdministrationTexts = {
  record: {
    title: 'The record',
    lead: 'Who changed what and when. Entries are only added; the chain is checked by viche audit verify.',
    caption: 'Entries of the record',
    columns: {
      seq: 'No.',
      at: 'When',
      who: 'Who',
      action: 'Action',
      subject: 'What',
      reason: 'Reason',
      change: 'Before and after',
    },
    action: 'Action',
    any: 'All actions',
    before: 'Before',
    after: 'After',
    system: 'the system',
    visitor: 'a visitor',
    none: 'There are no entries.',
  },
  city: {
    title: 'The city',
    lead: 'How the city is called on pages, in documents and data sets.',
    save: 'Save',
    saved: 'Saved. The new names are on all pages now.',
    history: 'What was changed',
    actions: { 'city.set': 'Changed' },
    nothing: '(empty)',
    fields: {
      nameUk: 'Name of the city in Ukrainian',
      nameEn: 'Name of the city in English',
      councilUk: 'Council',
      councilEn: 'Council in English',
      councilGenitive: 'Council in the genitive',
      executiveUk: 'Executive body',
      executiveEn: 'Executive body in English',
      edrpou: 'EDRPOU code of the council',
      katottg: 'KATOTTH code of the community',
      address: 'Address',
      email: 'E-mail for answers',
    },
    hints: {
      councilGenitive: 'For documents: «рішення Ніжинської міської ради».',
      edrpou: 'Eight digits.',
      katottg: 'UA and seventeen digits.',
    },
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everyone can use this site: by keyboard, with a screen reader, on a phone, without scripts.',
    sections: [
      {
        title: 'What is done',
        items: [
          'Pages follow WCAG 2.2 level AA; each is checked by an automatic test, and the main tasks were done by keyboard alone.',
          'Everything works without JavaScript. Scripts only keep what you typed on your device.',
          'The state of a measure is told by the shape of its sign, by colour and by a word.',
          'Each picture has a table with the same figures.',
          'There is a dark appearance, print, and reading on a screen 320 points wide.',
          'Reports come as PDF tagged for screen readers and as DOCX.',
        ],
      },
      {
        title: 'What is missing',
        items: [
          'Attachments that people added (scans, photographs of minutes) may have no text for a screen reader. Ask for the text and it will be given.',
        ],
      },
    ],
    contact: 'If something is in your way, write to',
    noContact: 'If something is in your way, turn to the council: its address is on its official site.',
  },
  checkpoint: { none: 'no entries yet' },
}
