import type { LegalTimeTexts } from './shape.ts'

export const cliEn: LegalTimeTexts['cli'] = {
  usage: `Counts terms of law and explains every date.

  viche legal-time due --from DATE (--working-days N | --calendar-days N | --months N | --years N)
  viche legal-time before --date DATE (--working-days N [--strict] | --calendar-days N)
  viche legal-time year YEAR [--shortened]
  viche legal-time explain RULE [--date DATE]
  viche legal-time rules

  --week 5|6                      days worked in a week (5)
  --martial-law on|off|by-date    whether holidays are worked (by-date: from 2022-03-24)
  --transfers                     heed the transfers of days recommended by the government
  --json                          the result as JSON
  --lang uk|en                    language

The day of the event does not count. A date: 2026-03-02 or 02.03.2026.
`,
  noVerb: (verb, verbs) =>
    `${verb === undefined ? 'Nothing to do was named' : `"${verb}": no such verb`}. Right: ${verbs.join(', ')}.`,
  unknownOption: (option, known) => `${option}: no such option. Right: ${known.join(', ')}.`,
  needsValue: (option, right) => `${option}: its value is missing. Right: ${right}.`,
  takesNoValue: (option) => `${option}: this option takes no value.`,
  missing: (option, right) => `${option}: the option is missing. Right: ${right}.`,
  wrong: (option, value, right) => `${option}: "${value}" is wrong. Right: ${right}.`,
  oneOf: (options, given) =>
    given.length === 0
      ? `The term is missing. Right: one of ${options.join(', ')}.`
      : `${given.join(', ')}: not together. Right: one of ${options.join(', ')}.`,
  extra: (value) => `"${value}": a word too many. Options begin with --.`,
  unknownRule: (key, near) =>
    `"${key}": no such rule. ${near.length > 0 ? `Perhaps: ${near.join(', ')}.` : 'All rules: viche legal-time rules.'}`,
  right: {
    date: 'a day that exists, as 2026-03-02 or 02.03.2026',
    year: 'a year from 1992 to 2100',
    count: 'a whole number from 1 to 10000',
    rule: 'the key of a rule, as session.draft.publish',
  },
}
