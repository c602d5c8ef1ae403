import { pluralEn } from '../../../../kernel/texts.ts'
import type { DutiesTexts } from '../uk.ts'

const duties = (n: number) => `${n} ${pluralEn(n, 'duty', 'duties')}`

export const remindersEn: DutiesTexts['reminders'] = {
  title: 'Reminders',
  lead: 'One letter a day to each person, with everything that waits. Letters rest in the outbox until a person or a rule lets them go.',
  who: 'Whom to write to',
  levels: { executor: 'To executors', coordinator: 'To the coordinator', deputyMayor: 'To the deputy mayor' },
  when: {
    executor: '10 and 3 days before, on the due day, 3 and 10 days after it',
    coordinator: 'On the due day, 3 and 10 days after it',
    deputyMayor: '10 days after the due day',
  },
  name: 'Name of the deputy mayor',
  email: 'E-mail',
  changedBy: (name) => `changed by ${name}`,
  save: 'Save',
  saved: 'The settings are saved.',
  preview: 'Who would be written to today',
  previewEmpty: 'Nobody today.',
  previewCount: (n) => `${duties(n)} in the letter`,
  unreached: 'Departments that cannot be reached',
  unreachedHint: 'Add a person with the role of executor, or an address of the department.',
  outbox: 'Outbox',
  stages: {
    before10: 'Due within 10 days',
    before3: 'Due within 3 days',
    onDay: 'Due today',
    after3: 'Overdue',
    after10: 'Overdue by more than 10 days',
  },
  mailing: (date) => `Reminders of duties, ${date}`,
  subject: (late, coming) =>
    late === 0
      ? `${duties(coming)} of the programme coming due`
      : coming === 0
        ? `${duties(late)} of the programme overdue`
        : `Programme: ${late} overdue, ${coming} coming due`,
  greeting: (name) => `Dear ${name},`,
  opening: 'Under the programme this waits to be done:',
  openingCoordinator: 'Under the programme this has come due or is overdue:',
  openingDeputy: 'Under the programme this has been overdue for more than 10 days without evidence:',
  due: (date) => `Due: ${date}`,
  link: 'Open the list:',
  closing: 'If the work is done already, record it: it takes two minutes.',
  sender: (city) => `Viche, ${city}`,
}
