export const uk = {
  appendix: 'Додаток',
  appendices: 'Додатки',
  number: '№',
  dateToFill: '«____» ______________ 20___ року',
  numberToFill: '________',
  tableCaption: (n: number, caption: string) => `Таблиця ${n}. ${caption}`,
  figureCaption: (n: number, caption: string) => `Рисунок ${n}. ${caption}`,
  pictureLeftOut: (alt: string) => `Зображення: ${alt}`,
  preview: (title: string) => `Попередній перегляд: ${title}`,
  signatures: 'Підписи',
  page: 'Сторінка',
}
