/** Instructions as a list, and one that is answered. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { sentence } from '../../../legal-time/explain.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { InstructionLine } from '../store/instructions.ts'
import { textsOf } from '../texts/index.ts'
import type { Instruction } from '../types/question.ts'
import { doneNotice, OFFICE, officePath } from './office-page.ts'

export function dueOf(locale: ui.Frame['locale'], i: Pick<Instruction, 'due' | 'explanation'>): Html {
  const t = textsOf(locale).office.instructions
  const explanation = 'chosen' in i.explanation ? t.chosen : sentence(locale, i.explanation)
  return html`${shortDate(locale, i.due)}${ui.why({ locale, explanation })}`
}

/** All instructions of the reader's departments, or of everybody. */
export function instructionsPage(
  frame: ui.Frame,
  view: {
    readonly rows: readonly InstructionLine[]
    readonly all: boolean
    readonly state: 'open' | 'answered' | 'accepted'
    readonly done: string | undefined
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).office.instructions
  const at = `${OFFICE}/instructions`
  return ui.page(frame, {
    title: t.listTitle,
    lead: view.all ? t.leadAll : t.leadOwn,
    breadcrumbs: [{ label: textsOf(locale).office.title, href: OFFICE }],
    notices: doneNotice(locale, view.done),
    main: html`${ui.tabs({
      locale,
      label: t.state,
      items: (['open', 'answered', 'accepted'] as const).map((s) => ({
        label: t.states[s],
        href: s === 'open' ? at : `${at}?state=${s}`,
        current: s === view.state,
      })),
    })}${ui.table<InstructionLine>({
      locale,
      caption: t.listTitle,
      captionHidden: true,
      rows: view.rows,
      empty: t.none,
      narrow: 'stack',
      rowTone: (i) => (i.state === 'open' && i.due.since(frame.today).sign < 0 ? 'late' : null),
      columns: [
        { label: t.due, cell: (i) => shortDate(locale, i.due) },
        {
          label: t.text,
          rowHeader: true,
          cell: (i) => html`<a href="${at}/${i.id}">${i.text}</a><br><span class="soft">${i.question}</span>`,
        },
        { label: t.event, cell: (i) => html`<a href="${officePath(i.eventId)}">${i.eventTitle}</a>` },
        { label: t.unit, cell: (i) => i.unitName },
      ],
    })}${ui.exportLinks({ locale, csv: ui.withQuery(frame.path, { format: 'csv' }), xlsx: ui.withQuery(frame.path, { format: 'xlsx' }), print: true, of: t.listTitle })}`,
  })
}

export function instructionPage(
  frame: ui.Frame,
  view: {
    readonly instruction: InstructionLine
    readonly mayAnswer: boolean
    readonly form: FormState
    readonly done: string | undefined
  },
): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.instructions
  const i = view.instruction
  const f = ui.boundFields({
    locale,
    values: { text: i.answer ?? '', ...view.form.values },
    errors: view.form.errors,
  })
  return ui.page(frame, {
    title: t.one(i.number),
    breadcrumbs: [
      { label: textsOf(locale).office.title, href: OFFICE },
      { label: t.listTitle, href: `${OFFICE}/instructions` },
    ],
    notices: doneNotice(locale, view.done),
    main: html`${ui.facts([
      { term: t.event, detail: html`<a href="${officePath(i.eventId, '/questions')}">${i.eventTitle}</a>` },
      { term: t.question, detail: i.question },
      { term: t.text, detail: i.text },
      { term: t.unit, detail: i.unitName },
      { term: t.due, detail: dueOf(locale, i) },
      { term: t.state, detail: t.states[i.state] },
      ...(i.returnedReason === null ? [] : [{ term: t.returned, detail: i.returnedReason }]),
      ...(i.answer === null ? [] : [{ term: t.answer, detail: i.answer }]),
    ])}${
      view.mayAnswer &&
      i.state !== 'accepted' &&
      ui.form({
        locale,
        csrf,
        action: `${OFFICE}/instructions/${i.id}`,
        errors: view.form.errors,
        submit: t.send,
        draftKey: `instruction-${i.id}`,
        content: html`${ui.hiddenField('version', String(i.version))}${f.area({ name: 'text', label: t.answer, hint: t.answerHint, rows: 8 })}`,
      })
    }`,
  })
}
