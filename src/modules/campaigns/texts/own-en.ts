import type { ownUk } from './own-uk.ts'

export const ownEn: { readonly [K in keyof typeof ownUk]: string } = {
  nav: 'Our data',
  title: 'What the registry says of you',
  choose: 'Choose an organisation.',
  masked: 'Contacts that are not on the site are hidden: they may be personal.',
  confirmed: 'Thank you! The data are confirmed as of today.',
  corrected: 'Thank you! A clerk looks at each change; until then the registry stays as it was.',
}
