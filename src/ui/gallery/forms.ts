import { boundFields } from '../fields/bound.ts'
import { checkbox, checkboxGroup, choicePair, radioGroup, selectField } from '../fields/choice.ts'
import {
  codeField,
  dateField,
  fileField,
  integerField,
  moneyField,
  passphraseField,
  textArea,
  textField,
} from '../fields/text.ts'
import { fieldRow, fieldset, form } from '../form.ts'
import type { Frame } from '../frame.ts'
import type { FieldError } from '../notices.ts'
import type { Specimen } from './specimen.ts'

const errors: readonly FieldError[] = [
  { field: 'when', message: 'Вкажіть дату, не пізнішу за сьогодні' },
  { field: 'duties', message: 'Оберіть хоча б один обов’язок' },
  { field: 'people', message: 'Кількість учасників – ціле число' },
]

export function formParts(frame: Frame): readonly Specimen[] {
  return [wholeForm(frame), ...singleFields(frame)]
}

function wholeForm({ locale, csrf }: Frame): Specimen {
  const f = boundFields({
    locale,
    errors,
    values: {
      title: 'День інформування на вулиці Шевченка',
      when: '11.12.2026',
      people: 'близько 60',
      result: 'Поставлено 17 запитань, на 12 дано відповідь на місці.',
    },
  })
  const content = [
    f.text({ name: 'title', label: 'Назва', hint: 'Одне речення, як у новині.' }),
    f.date({ name: 'when', label: 'Коли' }),
    f.checkboxes({
      name: 'duties',
      label: 'Який обов’язок це виконує',
      hint: 'Можна кілька.',
      options: [
        { value: 'a', label: '4.4, IV квартал – до 31 грудня' },
        { value: 'b', label: '4.4, III квартал', hint: 'Прострочено на 8 днів: потрібне пояснення.' },
        { value: 'c', label: '4.15 Круглі столи – постійно' },
      ],
    }),
    fieldset({
      legend: 'Що вийшло',
      hint: 'Стане рядком квартального звіту.',
      content: [
        f.integer({ name: 'people', label: 'Скільки було людей' }),
        f.area({ name: 'result', label: 'Результат', maxLength: 4000 }),
      ],
    }),
  ]
  return {
    name: 'form',
    states: [
      form({ locale, csrf, action: '#', content, errors, draft: true, cancelHref: '#', draftKey: 'gallery' }),
    ],
  }
}

function singleFields({ locale }: Frame): readonly Specimen[] {
  const measures = [
    { value: '4.4', label: '4.4 Дні інформування', group: 'Інформування' },
    { value: '4.5', label: '4.5 Експрес-інформація', group: 'Інформування' },
    { value: '4.9', label: '4.9 Засідання Громадської ради', group: 'Участь' },
  ]
  const results = [
    { value: 'done', label: 'виконано' },
    { value: 'part', label: 'виконано частково', hint: 'Поясніть, чого бракує.' },
    { value: 'no', label: 'не виконано', disabled: true },
  ]
  return [
    {
      name: 'textField',
      states: [
        textField({
          locale,
          name: 't1',
          label: 'Організація',
          suggestions: ['ГО «Ніжинська ініціатива»', 'Спілка ветеранів'],
          optional: true,
        }),
        textField({
          locale,
          name: 't2',
          label: 'Код ЄДРПОУ',
          width: 'short',
          inputMode: 'numeric',
          value: '0406178',
          error: 'Код складається з восьми цифр',
        }),
        textField({
          locale,
          name: 't3',
          label: 'Електронна пошта',
          type: 'email',
          width: 'medium',
          autocomplete: 'email',
          disabled: true,
          value: 'rada@example.org',
        }),
        textField({
          locale,
          name: 't4',
          label: 'Номер рішення',
          readOnly: true,
          width: 'medium',
          value: '№ 12-27/2012',
        }),
      ],
    },
    {
      name: 'fieldRow',
      states: [
        fieldRow([
          textField({ locale, name: 'row1', label: 'Що зроблено' }),
          textField({ locale, name: 'row2', label: 'Коли', width: 'short' }),
        ]),
      ],
    },
    {
      name: 'choicePair',
      states: [false, true].map((checked, i) =>
        choicePair({
          name: `pair${i}`,
          value: 'whole',
          label: 'III квартал 2026 року',
          checked,
          also: { value: 'part', label: 'лише частково', checked },
        }),
      ),
    },
    {
      name: 'textArea',
      states: [
        textArea({
          locale,
          name: 'a1',
          label: 'Причина',
          rows: 3,
          maxLength: 500,
          error: 'Поясніть, чому захід не виконано',
        }),
      ],
    },
    {
      name: 'dateField',
      states: [dateField({ locale, name: 'd1', label: 'Дата рішення', value: '24.02.2012' })],
    },
    { name: 'moneyField', states: [moneyField({ locale, name: 'm1', label: 'Сума', value: '1 450,50' })] },
    {
      name: 'integerField',
      states: [integerField({ locale, name: 'i1', label: 'Учасників', value: '64', suffix: 'осіб' })],
    },
    {
      name: 'selectField',
      states: [
        selectField({
          locale,
          name: 's1',
          label: 'Захід',
          empty: true,
          value: '4.9',
          options: measures,
          width: 'medium',
        }),
      ],
    },
    {
      name: 'radioGroup',
      states: [
        radioGroup({ locale, name: 'r1', label: 'Стан заходу', value: 'done', options: results }),
        radioGroup({
          locale,
          name: 'r2',
          label: 'Стан заходу за рік',
          error: 'Оберіть стан',
          options: results.slice(0, 2),
        }),
      ],
    },
    {
      name: 'checkboxGroup',
      states: [
        checkboxGroup({
          locale,
          name: 'c1',
          label: 'Кого повідомити',
          values: ['e'],
          options: [
            { value: 'e', label: 'виконавця' },
            { value: 'c', label: 'координатора' },
          ],
        }),
      ],
    },
    {
      name: 'checkbox',
      states: [
        checkbox({
          locale,
          name: 'c2',
          label: 'У цьому кварталі звітувати нема про що',
          hint: 'Це теж відповідь: її буде видно у звіті.',
        }),
        checkbox({ locale, name: 'c3', label: 'Дані перевірено', error: 'Підтвердьте, що дані перевірено' }),
      ],
    },
    {
      name: 'fileField',
      states: [
        fileField({
          locale,
          name: 'f1',
          label: 'Протокол',
          hint: 'PDF, DOCX або знімок, до 20 МБ.',
          accept: '.pdf,.docx,image/*',
          multiple: true,
        }),
      ],
    },
    {
      name: 'passphraseField',
      states: [passphraseField({ locale, name: 'p1', label: 'Парольна фраза', use: 'new' })],
    },
    { name: 'codeField', states: [codeField({ locale, name: 'o1', label: 'Одноразовий код' })] },
  ]
}
