/** Questions in the office: looked at, grouped, answered, or given to somebody. */
import { type Html, html } from '../../../kernel/html.ts'
import { moment } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import { fateOf } from '../rules/question.ts'
import { textsOf } from '../texts/index.ts'
import type { Instruction, Question } from '../types/question.ts'
import { dueOf } from './instructions.ts'
import { OFFICE, type OfficeEvent, officeEventPage, officePath } from './office-page.ts'

export type QuestionsView = OfficeEvent & {
  readonly questions: readonly Question[]
  readonly units: readonly Unit[]
  readonly mayAnswer: (instruction: Instruction) => boolean
  readonly mayAccept: (instruction: Instruction) => boolean
  readonly failed: { readonly form: string; readonly state: FormState } | null
  readonly done: string | undefined
}

const TONES = {
  waiting: 'due',
  answered: 'done',
  instructed: 'info',
  overdue: 'late',
  grouped: 'plain',
} as const

export function questionsPage(frame: ui.Frame, view: QuestionsView): Html {
  const { locale } = frame
  const t = textsOf(locale).office.questions
  const received = view.questions.filter((q) => q.state === 'received')
  const rest = view.questions.filter((q) => q.state !== 'received' && q.state !== 'grouped')
  return officeEventPage(frame, view, {
    tab: 'questions',
    done: view.done,
    ...(view.failed?.form === 'act' ? { errors: view.failed.state.errors } : {}),
    main: html`${
      received.length > 0 &&
      ui.section({
        title: t.received(received.length),
        id: 'received',
        intro: t.receivedText,
        content: received.map((q) => questionBlock(frame, view, q)),
      })
    }${ui.section({
      title: t.title,
      id: 'accepted',
      content:
        rest.length === 0 ? ui.paragraph(t.none, 'soft') : rest.map((q) => questionBlock(frame, view, q)),
    })}${view.keeps && view.event.state !== 'closed' && view.event.state !== 'cancelled' && writeDown(frame, view)}`,
  })
}

function questionBlock(frame: ui.Frame, view: QuestionsView, q: Question): Html {
  const { locale } = frame
  const t = textsOf(locale).office.questions
  const group = view.questions.filter((other) => other.groupedWith === q.id)
  const fate = fateOf(q, frame.today)
  const about = [t.origins[q.origin], q.topic, q.asker, q.email, moment(locale, q.createdAt)]
  return html`<section class="question" aria-labelledby="q${q.id}"><h3 id="q${q.id}">${t.number(q.number)} ${
    q.state === 'received'
      ? ui.tag(t.isNew, 'due')
      : q.state === 'refused'
        ? ui.tag(t.refused, 'plain')
        : ui.tag(t.fates[fate], TONES[fate])
  }</h3><blockquote>${q.text.split('\n').map((line) => ui.paragraph(line))}</blockquote>${ui.paragraph(
    about.filter(Boolean).join(' · '),
    'small',
  )}${q.refusal !== null && ui.paragraph(`${t.refusal}: ${q.refusal}`, 'soft')}${
    group.length > 0 &&
    ui.disclosure({
      summary: t.group(group.length),
      content: ui.bullets(
        group.map(
          (one) => html`№ ${one.number}: ${one.text} ${view.keeps && post(frame, one, 'reopen', t.ungroup)}`,
        ),
      ),
    })
  }${q.answer !== null && html`<h4>${t.answer}${q.answeredBy && `, ${q.answeredBy}`}</h4>${q.answer.split('\n').map((line) => ui.paragraph(line))}`}${
    q.instruction && instructionFacts(frame, view, q.instruction)
  }${view.keeps && acts(frame, view, q)}</section>`
}

function instructionFacts(frame: ui.Frame, view: QuestionsView, i: Instruction): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.instructions
  const at = `${OFFICE}/instructions/${i.id}`
  return ui.box({
    title: t.title,
    content: html`${ui.facts([
      { term: t.unit, detail: i.unitName },
      { term: t.text, detail: i.text },
      { term: t.due, detail: dueOf(locale, i) },
      { term: t.state, detail: t.states[i.state] },
      ...(i.answer === null ? [] : [{ term: t.answer, detail: i.answer }]),
      ...(i.returnedReason === null ? [] : [{ term: t.returned, detail: i.returnedReason }]),
    ])}${i.state !== 'accepted' && view.mayAnswer(i) && ui.linkButton({ label: t.toAnswer, href: at, kind: 'quiet', small: true })}${
      i.state === 'answered' &&
      view.mayAccept(i) &&
      html`${ui.postButton({ action: `${at}/accept`, csrf, label: t.accept, small: true })}${ui.disclosure({
        summary: t.giveBack,
        content: ui.form({
          locale,
          csrf,
          action: `${at}/return`,
          scope: i.id,
          submit: t.giveBack,
          content: ui.textArea({ locale, scope: i.id, name: 'reason', label: t.why, rows: 2 }),
        }),
      })}`
    }`,
  })
}

function post(frame: ui.Frame, q: Question, verb: string, label: string): Html {
  return ui.postButton({
    action: `${OFFICE}/questions/${q.id}/${verb}`,
    csrf: frame.csrf,
    label,
    hint: `№ ${q.number}`,
    small: true,
    kind: 'quiet',
  })
}

function acts(frame: ui.Frame, view: QuestionsView, q: Question): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.questions
  const at = `${OFFICE}/questions/${q.id}`
  const failed = (verb: string) =>
    view.failed?.form === `${verb} ${q.id}` ? view.failed.state : { values: {}, errors: [] }
  const bound = (verb: string, values: FormState['values'] = {}) => {
    const state = failed(verb)
    const scope = `${verb}-${q.number}`
    return {
      scope,
      errors: state.errors,
      f: ui.boundFields({ locale, values: { ...values, ...state.values }, errors: state.errors, scope }),
    }
  }
  if (q.state === 'refused') return post(frame, q, 'accept', t.acceptAfterAll)
  const answer = bound('answer', { text: q.answer ?? '', by: q.answeredBy ?? '' })
  const give = bound('instruct')
  const no = bound('refuse')
  const into = bound('group')
  const others = view.questions.filter(
    (o) => o.id !== q.id && (o.state === 'accepted' || o.state === 'answered'),
  )
  return html`<div class="acts">${q.state === 'received' && post(frame, q, 'accept', t.accept)}${ui.disclosure(
    {
      summary: q.answer === null ? t.toAnswer : t.correct,
      open: answer.errors.length > 0,
      content: ui.form({
        locale,
        csrf,
        action: `${at}/answer`,
        scope: answer.scope,
        errors: answer.errors,
        submit: t.saveAnswer,
        content: html`${ui.hiddenField('version', String(q.version))}${answer.f.area({ name: 'text', label: t.answer, rows: 4 })}${answer.f.text({ name: 'by', label: t.by, hint: t.byHint })}`,
      }),
    },
  )}${
    q.instruction === null &&
    q.state !== 'answered' &&
    html`${ui.disclosure({
      summary: t.instruct,
      open: give.errors.length > 0,
      content: ui.form({
        locale,
        csrf,
        action: `${at}/instruct`,
        scope: give.scope,
        errors: give.errors,
        submit: t.instruct,
        content: html`${give.f.select({ name: 'unit', label: t.unit, empty: true, options: view.units.map((u) => ({ value: u.id, label: unitLabel(u) })) })}${give.f.area({ name: 'text', label: t.task, hint: t.taskHint, rows: 2 })}${give.f.date({ name: 'due', label: t.due, hint: t.dueHint, optional: true })}`,
      }),
    })}${
      others.length > 0 &&
      ui.disclosure({
        summary: t.toGroup,
        open: into.errors.length > 0,
        content: ui.form({
          locale,
          csrf,
          action: `${at}/group`,
          scope: into.scope,
          errors: into.errors,
          submit: t.toGroup,
          content: into.f.select({
            name: 'with',
            label: t.with,
            hint: t.withHint,
            options: others.map((o) => ({ value: o.id, label: `№ ${o.number}: ${o.text.slice(0, 80)}` })),
          }),
        }),
      })
    }${ui.disclosure({
      summary: t.toRefuse,
      open: no.errors.length > 0,
      content: ui.form({
        locale,
        csrf,
        action: `${at}/refuse`,
        scope: no.scope,
        errors: no.errors,
        submit: t.toRefuse,
        danger: true,
        content: no.f.area({ name: 'reason', label: t.refusal, hint: t.refusalHint, rows: 2 }),
      }),
    })}`
  }</div>`
}

function writeDown(frame: ui.Frame, view: QuestionsView): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.questions
  const state = view.failed?.form === 'new' ? view.failed.state : { values: {}, errors: [] }
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: 'new' })
  return ui.section({
    title: t.writeDown,
    id: 'new',
    content: ui.form({
      locale,
      csrf,
      action: officePath(view.event.id, '/questions'),
      scope: 'new',
      errors: state.errors,
      submit: t.writeDownButton,
      content: html`${f.area({ name: 'text', label: t.question, rows: 3 })}${ui.fieldRow([
        f.select({
          name: 'origin',
          label: t.origin,
          options: (['hall', 'phone', 'paper'] as const).map((o) => ({ value: o, label: t.origins[o] })),
          width: 'medium',
        }),
        f.text({ name: 'topic', label: t.topic, optional: true }),
      ])}${ui.fieldRow([
        f.text({ name: 'asker', label: t.asker, hint: t.askerHint, optional: true }),
        f.text({ name: 'email', label: t.email, type: 'email', hint: t.emailHint, optional: true }),
      ])}`,
    }),
  })
}
