import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesPerson } from './person.ts'

const table: readonly [string, boolean][] = [
  ['Ремонт тротуару на вулиці Гребінки', false],
  ['Мітинг проти забудови скверу', false],
  ['Скарги на Вигадька Петра Миколайовича', true],
  ['Тиск на Ганну Вигадько Іванівну', true],
  ['Звернення Вигадько О. П. до ради', true],
  ['Звернення О.П. Вигадько до ради', true],
  ['Петриківка, вулиця Романа Шухевича', false],
  ['КП «ВУКГ», м. Ніжин, вул. Широкомагерська', false],
  ['Дорога до с. Кунашівка', false],
  ['', false],
]
for (const [text, names] of table)
  test(`«${text}» ${names ? 'names somebody' : 'names nobody'}`, () => assert.equal(namesPerson(text), names))
