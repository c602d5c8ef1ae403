import type { RefusalValues } from '../../../kernel/refusal.ts'
import { figure, pluralUk } from '../../../kernel/texts.ts'
import type { ReadRefusal, RowRefusal } from '../tables/read.ts'

type Sentence = (values: RefusalValues) => string
const n = (value: string | number | undefined) => figure('uk', Number(value ?? 0))
const megabytes = (value: string | number | undefined) =>
  figure('uk', Math.floor(Number(value ?? 0) / 1_000_000))

export const uk = {
  appendix: 'Додаток',
  appendices: 'Додатки',
  number: '№',
  dateToFill: '«____» ______________ 20___ року',
  numberToFill: '________',
  tableCaption: (n: number, caption: string) => `Таблиця ${n}. ${caption}`,
  figureCaption: (n: number, caption: string) => `Рисунок ${n}. ${caption}`,
  picture: 'Зображення',
  pictureLeftOut: (alt: string) => `Зображення: ${alt}`,
  preview: (title: string) => `Попередній перегляд: ${title}`,
  readRefusals: {
    file_too_large: (v) => `Файл завеликий: дозволено до ${megabytes(v.most)} МБ. Поділіть його на частини.`,
    no_rows: () => 'У файлі немає жодного рядка.',
    too_many_rows: (v) =>
      `У файлі більше ніж ${n(v.most)} ${pluralUk(Number(v.most), 'рядок', 'рядки', 'рядків')}. Поділіть його на частини.`,
    too_many_columns: (v) => `У файлі ${n(v.columns)} стовпців, дозволено до ${n(v.most)}. Приберіть зайві.`,
    too_many_broken_rows: (v) =>
      `У файлі більше ніж ${n(v.most)} рядків з незакритими лапками. Збережіть таблицю ще раз як XLSX або CSV.`,
    not_a_table: () => 'Це не таблиця. Збережіть її як XLSX або CSV.',
    old_or_locked_workbook: () =>
      'Це таблиця старого формату XLS або захищена паролем. Збережіть її як XLSX без пароля.',
    broken_workbook: () => 'Файл XLSX пошкоджено. Відкрийте таблицю у своїй програмі та збережіть ще раз.',
    unpacks_too_large: (v) => `Таблиця після розпакування завелика: дозволено до ${megabytes(v.most)} МБ.`,
    column_missing: (v) => `Немає стовпця «${v.column}». Додайте його або перейменуйте відповідний.`,
    column_twice: (v) => `Стовпець «${v.column}» є двічі. Залиште один.`,
  } satisfies Record<ReadRefusal, Sentence> as Record<ReadRefusal, Sentence>,
  rowRefusals: {
    bad_quotes: () => 'Лапки розставлено неправильно: їх не закрито або після закритих є текст.',
    row_too_wide: (v) => `У рядку ${n(v.cells)} комірок, а стовпців у таблиці ${n(v.columns)}.`,
    cell_too_long: (v) => `Текст у комірці довший за ${n(v.most)} символів.`,
    value_missing: (v) => `Не заповнено «${v.column}».`,
    not_an_integer: (v) => `«${v.column}»: «${v.text}» – не ціле число.`,
    not_an_amount: (v) => `«${v.column}»: «${v.text}» – не сума у гривнях.`,
    not_a_date: (v) => `«${v.column}»: «${v.text}» – не дата. Пишіть так: 31.01.2026.`,
  } satisfies Record<RowRefusal, Sentence> as Record<RowRefusal, Sentence>,
}
