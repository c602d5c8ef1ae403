import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Html } from '../../kernel/html.ts'
import { form } from '../form.ts'
import { errorSummary } from '../notices.ts'
import { boundFields } from './bound.ts'
import { checkbox, checkboxGroup, radioGroup, selectField } from './choice.ts'
import { type FieldBase, fieldId } from './field.ts'
import {
  codeField,
  dateField,
  fileField,
  integerField,
  moneyField,
  passphraseField,
  textArea,
  textField,
} from './text.ts'

const single: Readonly<Record<string, (o: FieldBase) => Html>> = {
  textField,
  textArea,
  dateField,
  moneyField,
  integerField,
  codeField,
  fileField,
  checkbox,
  passphraseField: (o) => passphraseField({ ...o, use: 'new' }),
  selectField: (o) => selectField({ ...o, options: [{ value: 'a', label: 'А' }] }),
}

const groups: Readonly<Record<string, (o: FieldBase) => Html>> = {
  radioGroup: (o) => radioGroup({ ...o, options: [{ value: 'a', label: 'А' }] }),
  checkboxGroup: (o) => checkboxGroup({ ...o, options: [{ value: 'a', label: 'А' }] }),
}

const base: FieldBase = {
  locale: 'uk',
  name: 'plan[2026]',
  label: 'Назва',
  hint: 'Підказка',
  error: 'Помилка тут',
}

/** The opening tag that carries the id. */
function tagOf(text: string, id: string): string {
  return new RegExp(`<[^>]*\\sid="${id}"[^>]*>`).exec(text)?.[0] ?? ''
}

describe('a field', () => {
  for (const [name, make] of Object.entries(single)) {
    test(`${name} ties label, hint and error to its input`, () => {
      const text = make(base).toString()
      const input = tagOf(text, 'f-plan-2026-')
      assert.match(text, /<label for="f-plan-2026-">Назва/)
      assert.match(input, /^<(input|textarea|select)/)
      assert.match(input, /name="plan\[2026\]"/)
      assert.match(input, /aria-describedby="f-plan-2026--hint f-plan-2026--error"/)
      assert.match(input, /aria-invalid="true"/)
      assert.match(tagOf(text, 'f-plan-2026--hint'), /class="hint"/)
      assert.match(text, /id="f-plan-2026--error"><span class="sr">Помилка: <\/span>Помилка тут/)
    })
    test(`${name} says nothing of errors when it is right`, () => {
      assert.doesNotMatch(make({ ...base, error: '' }).toString(), /aria-invalid|-error|bad/)
    })
  }
  for (const [name, make] of Object.entries(groups))
    test(`${name} ties hint and error to the group, a label to each input`, () => {
      const text = make(base).toString()
      assert.match(
        tagOf(text, fieldId(base.name)),
        /^<fieldset[^>]*aria-describedby="f-plan-2026--hint f-plan-2026--error"/,
      )
      assert.match(text, /<legend>Назва<\/legend>/)
      assert.match(text, /id="f-plan-2026--1"[^>]*name="plan\[2026\]"[^>]*><label for="f-plan-2026--1">А/)
    })
  test('label, hint, error and input stand in this order', () => {
    const text = textField(base).toString()
    const places = ['<label', 'class="hint"', 'class="field-error"', '<input'].map((part) =>
      text.indexOf(part),
    )
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    )
    assert.ok(places.every((p) => p >= 0))
  })
  test('what may stay empty says so', () => {
    assert.match(textField({ ...base, optional: true }).toString(), /\(необов’язково\)/)
  })
})

describe('values', () => {
  test('a text area keeps the line break with which a text begins', () => {
    assert.match(
      textArea({ locale: 'uk', name: 't', label: 'Т', value: '\nдва' }).toString(),
      /<textarea[^>]*>\n\nдва<\/textarea>/,
    )
  })
  test('a passphrase and a code are never printed back', () => {
    const f = boundFields({ locale: 'uk', values: { p: 'таємне', c: '123456' } })
    assert.doesNotMatch(
      `${f.passphrase({ name: 'p', label: 'П', use: 'current' })}${f.code({ name: 'c', label: 'К' })}`,
      /таємне|123456/,
    )
  })
  test('bound fields show what was typed and what was wrong', () => {
    const f = boundFields({
      locale: 'uk',
      values: { title: 'Подія', duties: ['b'], state: 'no', agree: 'yes', measure: 'm2' },
      errors: [
        { field: 'title', message: 'Задовга' },
        { field: 'title', message: 'Повторюється' },
        { field: null, message: 'Уся форма' },
      ],
    })
    const options = [
      { value: 'a', label: 'А' },
      { value: 'b', label: 'Б' },
    ]
    assert.match(
      f.text({ name: 'title', label: 'Назва' }).toString(),
      /Задовга Повторюється[\s\S]*value="Подія"/,
    )
    assert.match(
      f.checkboxes({ name: 'duties', label: 'О', options }).toString(),
      /value="a"><[\s\S]*value="b" checked>/,
    )
    assert.match(
      f.radios({ name: 'state', label: 'С', options: [{ value: 'no', label: 'Ні' }] }).toString(),
      /value="no" checked/,
    )
    assert.match(f.checkbox({ name: 'agree', label: 'Згода' }).toString(), /value="yes" checked/)
    assert.match(
      f
        .select({ name: 'measure', label: 'З', empty: true, options: [{ value: 'm2', label: '4.2' }] })
        .toString(),
      /<option value="m2" selected>4\.2/,
    )
    assert.match(f.text({ name: 'other', label: 'Інше' }).toString(), /value=""/)
  })
})

test('fields of one name in two forms of a page have ids of their own', () => {
  const errors = [{ field: 'reason', message: 'Поясніть' }]
  const f = boundFields({ locale: 'uk', scope: 'return', errors })
  const text = form({
    locale: 'uk',
    action: '/x',
    csrf: null,
    scope: 'return',
    errors,
    content: [
      f.area({ name: 'reason', label: 'Причина' }),
      f.radios({ name: 'kind', label: 'Вид', options: [{ value: 'a', label: 'А' }] }),
    ],
  }).toString()
  assert.match(text, /<a href="#f-return-reason">/)
  assert.match(
    text,
    /<label for="f-return-reason">[\s\S]*id="f-return-reason-error"[\s\S]*<textarea id="f-return-reason" name="reason"/,
  )
  assert.match(text, /id="f-return-kind-1"[^>]*name="kind"[^>]*><label for="f-return-kind-1">/)
})

describe('a form', () => {
  const options = { locale: 'uk', action: '/x', csrf: 'token', content: '' } as const
  test('posts with the token and says what its buttons do', () => {
    const text = form({ ...options, submit: 'Подати звіт', draft: true, cancelHref: '/back' }).toString()
    assert.match(text, /<form[^>]* method="post" action="\/x" novalidate>/)
    assert.match(text, /<input type="hidden" name="_csrf" value="token">/)
    assert.match(
      text,
      /name="_intent" value="save">Подати звіт<[\s\S]*name="_intent" value="draft">Зберегти чернетку</,
    )
    assert.match(text, /<a class="way-out" href="\/back">Скасувати/)
    assert.doesNotMatch(text, /enctype|data-draft/)
  })
  test('carries files only when asked, and no token without a session', () => {
    assert.match(form({ ...options, multipart: true }).toString(), /enctype="multipart\/form-data"/)
    assert.doesNotMatch(form({ ...options, csrf: null }).toString(), /_csrf/)
  })
  test('each error of its summary begins with the label of the field, also of a group', () => {
    const errors = [
      { field: 'subject', message: 'Заповніть це поле' },
      { field: 'kind', message: 'ЄДРПОУ не того виду' },
      { field: 'unknown', message: 'Немає такого' },
      { field: null, message: 'Пізно' },
    ]
    const f = boundFields({ locale: 'uk', errors })
    const kinds = [{ value: 'a', label: 'А' }]
    const text = form({
      ...options,
      errors,
      content: [
        f.text({ name: 'subject', label: 'Предмет', optional: true }),
        f.radios({ name: 'kind', label: 'Вид', options: kinds }),
      ],
    }).toString()
    const told = [...text.matchAll(/<li>(?:<a[^>]*>)?([^<]+)/g)].map((m) => m[1])
    assert.deepEqual(told, [
      'Предмет: заповніть це поле',
      'Вид: ЄДРПОУ не того виду',
      'Немає такого',
      'Пізно',
    ])
  })
  test('the error summary takes the focus and links to the fields', () => {
    const text = errorSummary({
      locale: 'uk',
      errors: [
        { field: 'plan[2026]', message: 'Не число' },
        { field: null, message: 'Пізно' },
      ],
    }).toString()
    assert.match(text, /role="alert" tabindex="-1" autofocus/)
    assert.match(text, /<h2>Виправте 2 помилки<\/h2>/)
    assert.match(text, /<li><a href="#f-plan-2026-">Не число<\/a><\/li><li>Пізно<\/li>/)
    assert.equal(errorSummary({ locale: 'uk', errors: [] }).toString(), '')
  })
})
