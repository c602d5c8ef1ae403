/** Letters in the language of who reads them. */
import { type CivilDate, daysBetween, type Quarter } from '../../../kernel/civil-date.ts'
import { type Bilingual, longDate, pluralEn, pluralUk, quarterName } from '../../../kernel/texts.ts'

export type LetterText = { readonly subject: string; readonly body: string }
export type ReminderLine = {
  readonly unitName: string
  readonly programmeTitle: string
  readonly quarter: Quarter
  readonly due: CivilDate
  readonly link: string
}

const uk = {
  submitted: {
    title: (unit: string, q: Quarter) => `Звіт подано: ${unit}, ${quarterName('uk', q)}`,
    letter: (unit: string, q: Quarter, link: string): LetterText => ({
      subject: `Подано звіт за ${quarterName('uk', q)}: ${unit}`,
      body: `${unit}: подано звіт про виконання Програми за ${quarterName('uk', q)}.\n\nПереглянути, прийняти або повернути: ${link}\n`,
    }),
  },
  returned: {
    title: (unit: string, q: Quarter) => `Звіт повернуто: ${unit}, ${quarterName('uk', q)}`,
    letter: (q: Quarter, remarks: readonly string[], link: string): LetterText => ({
      subject: `Звіт за ${quarterName('uk', q)} повернуто із зауваженнями`,
      body: `Звіт за ${quarterName('uk', q)} повернуто. Зауваження:\n\n${remarks.map((r) => `– ${r}`).join('\n')}\n\nВиправити і подати знову: ${link}\n`,
    }),
  },
  accepted: {
    title: (unit: string, q: Quarter) => `Звіт прийнято: ${unit}, ${quarterName('uk', q)}`,
    letter: (q: Quarter, link: string): LetterText => ({
      subject: `Звіт за ${quarterName('uk', q)} прийнято`,
      body: `Звіт за ${quarterName('uk', q)} прийнято й оприлюднено.\n\n${link}\n`,
    }),
  },
  reminder: {
    title: (today: CivilDate) => `Нагадування про квартальні звіти, ${longDate('uk', today)}`,
    letter: (lines: readonly ReminderLine[], today: CivilDate): LetterText => ({
      subject: `${lines.length} ${pluralUk(lines.length, 'звіт чекає', 'звіти чекають', 'звітів чекає')} на подання`,
      body: `${lines
        .map((l) => {
          const left = daysBetween(today, l.due)
          const term =
            left === 0
              ? 'сьогодні останній день'
              : `${pluralUk(left, 'залишився', 'залишилося', 'залишилося')} ${left} ${pluralUk(left, 'день', 'дні', 'днів')}`
          return `${l.unitName}: звіт за ${quarterName('uk', l.quarter)} («${l.programmeTitle}») – до ${longDate('uk', l.due)} включно, ${term}.\n${l.link}`
        })
        .join('\n\n')}\n\nЗвіт уже складено з підтверджень: перегляньте його, доповніть і подайте.\n`,
    }),
  },
}

const en: typeof uk = {
  submitted: {
    title: (unit, q) => `Report submitted: ${unit}, ${quarterName('en', q)}`,
    letter: (unit, q, link) => ({
      subject: `Report for ${quarterName('en', q)} submitted: ${unit}`,
      body: `${unit} has submitted its report for ${quarterName('en', q)}.\n\nRead, accept or return it: ${link}\n`,
    }),
  },
  returned: {
    title: (unit, q) => `Report returned: ${unit}, ${quarterName('en', q)}`,
    letter: (q, remarks, link) => ({
      subject: `Report for ${quarterName('en', q)} returned with remarks`,
      body: `The report for ${quarterName('en', q)} was returned. Remarks:\n\n${remarks.map((r) => `– ${r}`).join('\n')}\n\nCorrect it and submit it again: ${link}\n`,
    }),
  },
  accepted: {
    title: (unit, q) => `Report accepted: ${unit}, ${quarterName('en', q)}`,
    letter: (q, link) => ({
      subject: `Report for ${quarterName('en', q)} accepted`,
      body: `The report for ${quarterName('en', q)} was accepted and published.\n\n${link}\n`,
    }),
  },
  reminder: {
    title: (today) => `Reminder of quarterly reports, ${longDate('en', today)}`,
    letter: (lines, today) => ({
      subject: `${lines.length} ${pluralEn(lines.length, 'report waits', 'reports wait')} to be submitted`,
      body: `${lines
        .map((l) => {
          const left = daysBetween(today, l.due)
          const term = left === 0 ? 'today is the last day' : `${left} ${pluralEn(left, 'day', 'days')} left`
          return `${l.unitName}: report for ${quarterName('en', l.quarter)} (“${l.programmeTitle}”), by ${longDate('en', l.due)} inclusive, ${term}.\n${l.link}`
        })
        .join('\n\n')}\n\nIt is composed from evidence already: read it, add what is missing, submit it.\n`,
    }),
  },
}

export const letters: Bilingual<typeof uk> = { uk, en }
