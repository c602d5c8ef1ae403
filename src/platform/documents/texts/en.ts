import type { uk } from './uk.ts'

export const en: typeof uk = {
  appendix: 'Appendix',
  appendices: 'Appendices',
  number: 'No.',
  dateToFill: '____ ______________ 20___',
  numberToFill: '________',
  tableCaption: (n, caption) => `Table ${n}. ${caption}`,
  figureCaption: (n, caption) => `Figure ${n}. ${caption}`,
  pictureLeftOut: (alt) => `Picture: ${alt}`,
  preview: (title) => `Preview: ${title}`,
  signatures: 'Signatures',
  page: 'Page',
}
