import type { RefusalValues } from '../../../../kernel/refusal.ts'
import { pluralEn } from '../../../../kernel/texts.ts'
import type { Refusals } from '../uk/refusals.ts'

const many = (v: RefusalValues, one: string, other: string) =>
  `${v.count ?? 0} ${pluralEn(Number(v.count ?? 0), one, other)}`

export const refusals: Refusals = {
  no_title: () => 'Give the title of the programme',
  no_short_title: () => 'Give a short title of the programme',
  no_period: () => 'Give the first and the last day of the programme’s period',
  period_order: () => 'The period cannot end before it begins',
  no_decision_date: () => 'Give the day of the decision: the edition is in force from it',
  no_measures: () => 'The programme has no measures: add at least one',
  measure_without_number: (v) => `${many(v, 'measure has', 'measures have')} no number`,
  measure_without_text: (v) => `Measure ${v.number ?? ''} has no text`,
  measure_number_twice: (v) => `Two measures bear the number ${v.number ?? ''}: change one of them`,
  damaged_text_unseen: (v) => `The text is damaged: look at ${many(v, 'place', 'places')} among the findings`,
  error_unresolved: (v) =>
    `Settle ${many(v, 'finding', 'findings')} that keep the programme from being accepted`,
  lines_undecided: (v) =>
    `${many(v, 'line was', 'lines were')} not understood: give each a part, or dismiss it with a reason`,
  draft_not_in_review: (v) =>
    v.state === 'accepted'
      ? 'This draft is accepted already: the programme is changed by an amendment'
      : 'This draft was put aside: take it up again first',
  draft_not_discarded: () => 'The draft was not put aside',
  draft_is_amendment: () => 'This is an amendment, not a new programme',
  draft_is_new: () => 'This is a new programme, not an amendment',
  note_required: () => 'Explain your decision in one sentence',
  recurrence_needs_years: () => 'Give the first and the last year',
  recurrence_years_order: () => 'The last year cannot be before the first',
  recurrence_needs_year: () => 'Give the year',
  recurrence_day: () => 'The month has no such day',
  unknown_unit: () => 'Choose an executor from the list',
  executor_twice: () => 'This executor is in the list already',
  money_line_incomplete: () => 'Give the year, the source and the sum, or clear the whole row',
  year_outside_period: (v) =>
    `The year must lie within the programme’s period: ${v.from ?? ''}–${v.to ?? ''}`,
  rule_empty: () => 'Write the text of the clause, or clear the whole row',
  nothing_to_import: () => 'Choose a file or paste the text of the decision',
  both_given: () => 'Choose one of the two: a file or a pasted text',
  file_empty: () => 'The file is empty',
  file_kind: () => 'A file of this kind cannot be read. Use .docx, .odt or .txt',
  file_name_differs: () => 'The ending of the file’s name does not fit its content. Save it anew as .docx',
  programme_closed: () =>
    'The programme’s period has ended: it can no longer be changed. A new one can be made from it',
  amendment_open: () => 'An amendment of this programme is being prepared already: open it or put it aside',
  nothing_changed: () => 'Nothing is changed: the draft equals the edition in force',
  in_force_before_decision: () => 'The amendment cannot be in force before the day of the decision',
  in_force_before_previous: () => 'The amendment cannot be in force before the previous edition',
  proposal_decided: () => 'This proposal is decided already',
  no_open_amendment: () => 'Begin an amendment first: an accepted proposal becomes a part of it',
  measure_required: () => 'Say which measure the proposal is about',
  answer_required: () => 'Write why the proposal is rejected: everyone will see the answer',
  unit_required: () => 'Choose the department for which you propose',
  plan_year_outside: (v) =>
    `The year of a plan must lie within the programme’s period: ${v.from ?? ''}–${v.to ?? ''}`,
  not_a_number: () => 'Give a number',
  no_files_here: () => 'This form takes no files',
}
