import type { LegalTimeTexts } from './shape.ts'

export const cliUk: LegalTimeTexts['cli'] = {
  usage: `Рахує строки за законом і пояснює кожну дату.

  viche legal-time due --from ДАТА (--working-days N | --calendar-days N | --months N | --years N)
  viche legal-time before --date ДАТА (--working-days N [--strict] | --calendar-days N)
  viche legal-time year РІК [--shortened]
  viche legal-time explain ПРАВИЛО [--date ДАТА]
  viche legal-time rules

  --week 5|6                      робочий тиждень (5)
  --martial-law on|off|by-date    чи є свята робочими днями (by-date: від 24.03.2022)
  --transfers                     зважати на перенесення днів, рекомендовані урядом
  --json                          результат як JSON
  --lang uk|en                    мова

День події не рахується. Дата: 2026-03-02 або 02.03.2026.
`,
  noVerb: (verb, verbs) =>
    `${verb === undefined ? 'Не сказано, що зробити' : `«${verb}»: немає такої дії`}. Можна: ${verbs.join(', ')}.`,
  unknownOption: (option, known) => `${option}: немає такого параметра. Можна: ${known.join(', ')}.`,
  needsValue: (option, right) => `${option}: бракує значення. Потрібно: ${right}.`,
  takesNoValue: (option) => `${option}: цей параметр пишуть без значення.`,
  missing: (option, right) => `${option}: параметра бракує. Потрібно: ${right}.`,
  wrong: (option, value, right) => `${option}: «${value}» не підходить. Потрібно: ${right}.`,
  oneOf: (options, given) =>
    given.length === 0
      ? `Бракує строку. Потрібно одне з: ${options.join(', ')}.`
      : `${given.join(', ')}: разом не можна. Потрібно одне з: ${options.join(', ')}.`,
  extra: (value) => `«${value}»: зайве слово. Параметри починаються з --.`,
  unknownRule: (key, near) =>
    `«${key}»: немає такого правила. ${
      near.length > 0 ? `Можливо: ${near.join(', ')}.` : 'Усі правила: viche legal-time rules.'
    }`,
  right: {
    date: 'день, що існує, як 2026-03-02 або 02.03.2026',
    year: 'рік від 1992 до 2100',
    count: 'ціле число від 1 до 10000',
    rule: 'ключ правила, як session.draft.publish',
  },
}
