import { civilDate } from '../../kernel/civil-date.ts'
import { html } from '../../kernel/html.ts'
import { button, buttonRow, confirmButton, copyText, linkButton, postButton } from '../buttons.ts'
import {
  box,
  breadcrumbs,
  bullets,
  columns,
  day,
  facts,
  figures,
  foreign,
  lead,
  link,
  paragraph,
} from '../content.ts'
import { errorBody } from '../error-body.ts'
import type { Frame } from '../frame.ts'
import { emptyState, notice } from '../notices.ts'
import { disclosure, why } from '../why.ts'
import type { Specimen } from './specimen.ts'

export function textParts({ locale, csrf }: Frame): readonly Specimen[] {
  const date = civilDate(2027, 1, 6)
  return [
    { name: 'lead', states: [lead('Два обов’язки чекають на вас, один прострочено. Решта йде за планом.')] },
    {
      name: 'paragraph',
      states: [
        paragraph(
          html`Звіти приймаються до ${day({ locale, date })}. Докладніше – на сторінці ${link({ href: '#', text: 'четвертого кварталу' })}.`,
        ),
        paragraph('Тихий рядок для пояснень.', 'soft'),
        paragraph('Дрібний рядок.', 'small'),
        paragraph(html`Партнер проєкту: ${foreign('en', 'European Endowment for Democracy')}.`),
        paragraph(
          html`${day({ locale, date, style: 'short' })}, ${day({ locale, date, style: 'dayMonth' })}`,
        ),
      ],
    },
    {
      name: 'breadcrumbs',
      states: [
        breadcrumbs({
          label: 'Приклад шляху',
          items: [
            { label: 'Програма', href: '#' },
            { label: '4.4 Дні інформування', href: '#' },
          ],
        }),
      ],
    },
    {
      name: 'figures',
      states: [
        figures([
          { value: '41 з 47', label: 'обов’язків цього року виконано вчасно' },
          { value: '6 січня', label: 'звіт за IV квартал, через 43 дні', href: '#' },
          { value: '9 840 грн', label: 'витрачено з 15 000 грн' },
          { value: '1', label: 'обов’язок прострочено', tone: 'late' },
        ]),
      ],
    },
    {
      name: 'columns',
      states: [
        columns({
          main: paragraph('Місто щороку проводить щонайменше чотири дні інформування в різних мікрорайонах.'),
          aside: [
            box({
              title: 'Найближче',
              content: bullets([
                '28 листопада, 16:00 – вшанування жертв Голодомору',
                html`4 грудня, 10:00 – ${link({ href: '#', text: 'круглий стіл' })}`,
              ]),
            }),
          ],
        }),
      ],
    },
    {
      name: 'facts',
      states: [
        facts([
          { term: 'Рішення', detail: html`<a href="#">№ 12-27/2012</a> від 24 лютого 2012 року` },
          { term: 'Строк дії', detail: '2012–2015 роки' },
          {
            term: 'Відповідальний',
            detail: 'Відділ інформаційно-аналітичного забезпечення та комунікацій з громадськістю',
          },
          { term: 'Обсяг коштів', detail: '15 000 грн' },
        ]),
      ],
    },
    {
      name: 'why',
      states: [
        why({
          locale,
          open: true,
          explanation:
            '6 січня, середа: шостий день місяця після IV кварталу; день робочий, бо на час воєнного стану святкові дні не застосовуються.',
          sources: [
            { label: 'п. 7.4 Програми', href: '#' },
            { label: 'Закон № 2136-IX, ст. 6', href: '#' },
          ],
        }),
        why({
          locale,
          summary: 'Як пораховано',
          explanation: 'Сума за договорами, оплаченими до кінця кварталу.',
        }),
      ],
    },
    {
      name: 'disclosure',
      states: [
        disclosure({
          summary: 'Повний текст заходу',
          content: paragraph('Проведення днів інформування населення міста.'),
        }),
      ],
    },
    {
      name: 'notice',
      states: [
        notice({
          locale,
          tone: 'success',
          title: 'Звіт подано',
          body: paragraph('Координатор побачить його сьогодні.'),
        }),
        notice({ locale, tone: 'info', body: paragraph('Редакція програми набирає чинності з 1 січня.') }),
        notice({
          locale,
          tone: 'warning',
          body: paragraph('Захід 4.20 не має строку: вкажіть його, і з’являться обов’язки.'),
          actions: linkButton({ label: 'Вказати строк', href: '#', kind: 'quiet', small: true }),
        }),
        notice({
          locale,
          tone: 'error',
          title: 'Файл не прочитано',
          body: paragraph('Він пошкоджений або захищений паролем.'),
        }),
      ],
    },
    {
      name: 'button',
      states: [
        buttonRow(
          button({ label: 'Подати звіт' }),
          button({ label: 'Зберегти чернетку', kind: 'quiet' }),
          button({ label: 'Вилучити', kind: 'danger' }),
          button({ label: 'Переглянути', small: true, hint: 'звіт управління культури' }),
          html`<button class="btn" type="button" disabled>Недоступно</button>`,
        ),
      ],
    },
    {
      name: 'linkButton',
      states: [
        buttonRow(
          linkButton({ label: 'Нове підтвердження', href: '#' }),
          linkButton({ label: 'Готувати', href: '#', kind: 'quiet', small: true }),
        ),
      ],
    },
    {
      name: 'postButton',
      states: [
        postButton({ action: '#', csrf, label: 'Нагадати', kind: 'quiet', fields: { unit: 'culture' } }),
      ],
    },
    {
      name: 'confirmButton',
      states: [
        confirmButton({
          action: '#',
          csrf,
          summary: 'Відкликати звіт',
          text: 'Звіт знову стане чернеткою. Дату подання буде втрачено.',
          label: 'Відкликати',
        }),
      ],
    },
    {
      name: 'copyText',
      states: [
        copyText({ locale, id: 'invitation', text: 'https://viche.example.org/invitation/4f2c-91aa' }),
      ],
    },
    {
      name: 'emptyState',
      states: [
        emptyState({
          title: 'Підтверджень ще немає',
          body: 'Запишіть, що зроблено: дата, подія, для якого заходу. Решту можна додати потім.',
          action: linkButton({ label: 'Записати перше', href: '#' }),
        }),
      ],
    },
    {
      name: 'errorBody',
      states: [
        errorBody({ locale, status: 404 }),
        errorBody({ locale, status: 503, retryHref: '#', message: 'База даних не відповідає.' }),
        errorBody({ locale, status: 500, reference: '019a-4f2c' }),
      ],
    },
  ]
}
