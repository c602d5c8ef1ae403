/** Who came over the years, and the time of elections. */

import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { AttendanceRow, Election } from '../types.ts'

export const SEMINARS = '/office/seminars'

export function attendancePage(
  frame: ui.Frame,
  view: {
    readonly rows: readonly AttendanceRow[]
    readonly years: readonly number[]
    readonly election: Election | null
    readonly form: FormState
    readonly maySet: boolean
    readonly done: string
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { rows, years } = view
  const sum = (year: number) => rows.reduce((n, row) => n + (row.years.get(year) ?? 0), 0)
  return ui.page(frame, {
    title: t.attendance.title,
    lead: t.attendance.lead,
    notices: ui.doneNotice(locale, t.done, view.done),
    main: html`${
      years.length > 0 &&
      ui.columnChart({
        locale,
        caption: t.attendance.chart,
        points: years.map((year) => ({ label: String(year), value: sum(year) })),
      })
    }${ui.table<AttendanceRow>({
      locale,
      caption: t.attendance.caption,
      rows,
      empty: t.attendance.none,
      narrow: 'scroll',
      columns: [
        {
          label: t.attendance.organisation,
          rowHeader: true,
          cell: (row) => html`<a href="/office/organisations/${row.organisationId}">${row.name}</a>`,
        },
        ...years.map((year) => ({
          label: String(year),
          numeric: true,
          cell: (row: AttendanceRow) => row.years.get(year) ?? '–',
          total: String(sum(year)),
        })),
      ],
    })}${
      rows.length > 0 &&
      ui.exportLinks({
        locale,
        csv: ui.withQuery(SEMINARS, { format: 'csv' }),
        xlsx: ui.withQuery(SEMINARS, { format: 'xlsx' }),
        ods: ui.withQuery(SEMINARS, { format: 'ods' }),
        print: true,
      })
    }${electionSection(frame, view)}`,
  })
}

function electionSection(
  frame: ui.Frame,
  view: { readonly election: Election | null; readonly form: FormState; readonly maySet: boolean },
): Html {
  const { locale } = frame
  const t = texts[locale].election
  const { election, form } = view
  const say = (iso: string) => {
    const day = parseCivilDate(iso)
    return day ? shortDate(locale, day) : iso
  }
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  return ui.section({
    title: t.title,
    id: 'election',
    intro: t.intro,
    content: html`<p>${election ? `${say(election.from)} – ${say(election.to)}. ${election.basis}` : t.none}</p>${
      view.maySet &&
      html`${ui.form({
        locale,
        action: `${SEMINARS}/election`,
        csrf: frame.csrf,
        errors: form.errors,
        submit: t.save,
        content: [
          ui.fieldRow([f.date({ name: 'from', label: t.from }), f.date({ name: 'to', label: t.to })]),
          f.text({ name: 'basis', label: t.basis, hint: t.basisHint }),
        ],
      })}${
        election &&
        ui.postButton({
          action: `${SEMINARS}/election/clear`,
          csrf: frame.csrf,
          label: t.clear,
          kind: 'quiet',
        })
      }`
    }`,
  })
}
