import type { EventsTexts } from '../uk.ts'

export const lettersEn: EventsTexts['letters'] = {
  greeting: (name) => (name === '' ? 'Hello!' : `Hello ${name}!`),
  sender: (city) => `City council, ${city}`,
  mailings: {
    confirm: (title) => `Confirmation of registration: ${title}`,
    place: (title) => `A place is free: ${title}`,
    cancelled: (title) => `Cancelled: ${title}`,
    postponed: (title) => `Postponed: ${title}`,
    changed: (title) => `Changes: ${title}`,
    reminder: (day) => `Reminder of events on ${day}`,
    invitation: (title) => `Invitation: ${title}`,
    answer: (title) => `Answers to questions: ${title}`,
    instruction: (day) => `Instructions because of questions, ${day}`,
    work: (day) => `Work of preparing events, ${day}`,
  },
  confirm: {
    subject: (title) => `Confirm that you come: ${title}`,
    body: (title, hours) =>
      `You registered for “${title}”. To keep your place, open this link within ${hours} hours:`,
    waiting: (title) =>
      `All places at “${title}” are taken, so you are on the waiting list. Confirm your address: as soon as a place is free, we write to you.`,
    known: (title) => `You are registered for “${title}” already. Your link:`,
    cancel: 'By the same link you can give your place up, and the next person gets it.',
    notYou: 'If it was not you, do nothing: without confirmation the registration does not count.',
  },
  place: {
    subject: (title) => `A place is free for you: ${title}`,
    body: (title) => `A place at “${title}” became free, and it is yours.`,
    link: 'Your registration (here you can also give it up):',
  },
  when: 'When and where:',
  reason: (reason) => `Reason: ${reason}`,
  cancelled: {
    subject: (title) => `Cancelled: ${title}`,
    body: (title) => `“${title}” is cancelled.`,
    sorry: 'There is no need to come. We are sorry for the trouble.',
  },
  postponed: {
    subject: (title) => `Postponed: ${title}`,
    body: (title) => `“${title}” is postponed.`,
    later: 'Your registration stands. As soon as there is a new date, we write to you.',
  },
  changed: {
    subject: (title) => `Changes: ${title}`,
    body: (title) => `Something changed in “${title}”, for which you registered. It is now:`,
  },
  reminder: {
    subject: (n, title) => (n === 1 ? `Tomorrow: ${title}` : `Events tomorrow: ${n}`),
    body: 'We remind you of what you registered for:',
    code: (code) => `Code at the door: ${code}`,
    link: 'If you cannot come, give your place to somebody else:',
    shelter: (text) => `Shelter: ${text}`,
  },
  invitation: {
    subject: (title) => `Invitation: ${title}`,
    body: (organisation, title) => `We invite ${organisation} to take part in “${title}”.`,
    link: 'Answer and name who comes from you by this link (no account needed):',
    until: (day) => `Please answer by ${day}.`,
    cancelled: 'You had been invited to this event.',
  },
  answer: {
    subject: (title) => `Answer to your question: ${title}`,
    asked: 'You asked:',
    answer: 'Answer:',
    refused: 'The question was not considered. Reason:',
    instructed: (unit, due) => `An answer is being prepared by ${unit}, due by ${due}.`,
    all: 'All questions of the event and what became of them:',
  },
  instruction: {
    subject: (n) =>
      n === 1 ? 'An instruction because of a question' : `Instructions because of questions: ${n}`,
    intro: 'You are to prepare answers to questions asked at events of the city:',
    line: (due, text) => `– by ${due}: ${text}`,
    link: 'Answer:',
  },
  work: {
    subject: 'Preparing events: your share',
    intro: 'The days of your share of preparing events come near:',
    line: (due, task, title) => `– by ${due}: ${task} (“${title}”)`,
    link: 'Open the events:',
  },
  talk: {
    subject: (title) => `The talk you offered: ${title}`,
    accepted: (talk, title) => `Your talk “${talk}” is on the programme of “${title}”.`,
    refused: (talk, title) => `Your talk “${talk}” is not on the programme of “${title}”.`,
  },
}
