/** What the coordinator has to settle: terms, groups, the reading of a term; and the schedule of a measure. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { SCHEDULE_KINDS } from '../forms/decide.ts'
import type { MeasureRow } from '../store/measures.ts'
import type { EmptyGroup, TermGap } from '../store/summaries.ts'
import { textsOf } from '../texts/index.ts'
import type { NamedYear } from '../types.ts'
import { doneNotice, measureTitle } from './parts.ts'

export function termsPage(
  frame: ui.Frame,
  view: {
    readonly gaps: readonly TermGap[]
    readonly groups: readonly EmptyGroup[]
    readonly namedYear: NamedYear
    readonly done: string | undefined
  },
): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).duty
  const unsettled = view.gaps.filter((g) => !g.scheduled)
  return ui.page(frame, {
    title: t.terms.title,
    lead: t.terms.lead(unsettled.length + view.groups.length),
    breadcrumbs: [{ label: t.title, href: '/office/duties' }],
    notices: doneNotice(locale, view.done),
    main: html`${ui.section({
      title: t.terms.gaps,
      content: ui.rows({
        empty: t.terms.gapsEmpty,
        items: view.gaps.map(({ measure, why, scheduled }) => ({
          when: ui.numeric(measure.number),
          title: measureTitle(locale, measure),
          href: `/office/measures/${measure.id}`,
          text: scheduled
            ? t.terms.scheduled
            : `${measure.termRaw ? `«${measure.termRaw}». ` : ''}${t.terms.why[why]}`,
          action: ui.linkButton({
            label: scheduled ? t.terms.change : t.terms.set,
            href: `/office/measures/${measure.id}/schedule`,
            small: true,
            kind: scheduled ? 'quiet' : 'primary',
            hint: measure.number,
          }),
        })),
      }),
    })}${
      view.groups.length > 0 &&
      ui.section({
        title: t.terms.groups,
        intro: t.terms.groupsIntro,
        content: ui.rows({
          items: view.groups.map((group) => ({
            title: group.name,
            text: t.terms.groupMeasures(group.measures.join(', ')),
            action: ui.linkButton({
              label: t.terms.fill,
              href: `/office/units/${group.unitId}`,
              small: true,
              hint: group.name,
            }),
          })),
        }),
      })
    }${ui.section({
      title: t.terms.renew,
      intro: t.terms.renewHint,
      content: ui.postButton({
        action: '/office/duties/renew',
        csrf,
        label: t.terms.renew,
        kind: 'quiet',
      }),
    })}${ui.section({
      title: t.terms.readingTitle,
      content: ui.form({
        locale,
        csrf,
        action: '/office/duties/reading',
        submit: t.terms.save,
        content: ui.radioGroup({
          locale,
          name: 'namedYear',
          label: t.terms.reading,
          hint: t.terms.readingHint,
          value: view.namedYear,
          options: [
            { value: 'excluded', label: t.terms.excluded },
            { value: 'included', label: t.terms.included },
          ],
        }),
      }),
    })}`,
  })
}

export function schedulePage(
  frame: ui.Frame,
  view: {
    readonly measure: MeasureRow
    readonly hasSchedule: boolean
    readonly form: FormState
  },
): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).duty
  const { measure } = view
  const at = `/office/measures/${measure.id}/schedule`
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  return ui.page(frame, {
    title: t.schedule.title(measure.number),
    lead: t.schedule.lead,
    breadcrumbs: [
      { label: t.title, href: '/office/duties' },
      { label: t.terms.title, href: '/office/duties/terms' },
    ],
    main: html`${ui.paragraph(locale === 'uk' ? measure.text : ui.foreign('uk', measure.text))}${ui.form({
      locale,
      csrf,
      action: at,
      errors: view.form.errors,
      submit: t.schedule.save,
      cancelHref: '/office/duties/terms',
      content: [
        f.radios({
          name: 'how',
          label: t.schedule.how,
          options: SCHEDULE_KINDS.map((k) => ({ value: k, label: t.schedule.kinds[k] })),
        }),
        f.area({
          name: 'dates',
          label: t.schedule.dates,
          hint: t.schedule.datesHint,
          rows: 8,
          optional: true,
        }),
        f.area({ name: 'reason', label: t.schedule.reason, hint: t.schedule.reasonHint, rows: 3 }),
      ],
    })}${
      view.hasSchedule &&
      ui.confirmButton({
        action: `${at}/cancel`,
        csrf,
        label: t.schedule.remove,
        summary: t.schedule.remove,
        text: t.schedule.removeText,
      })
    }`,
  })
}
