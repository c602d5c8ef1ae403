/** What the event gave: summary, photos, recommendations; and closing it. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import type { ClosingGap } from '../events.ts'
import { hasMinutes } from '../rules/closing.ts'
import { hasFeature } from '../rules/kinds.ts'
import { textsOf } from '../texts/index.ts'
import type { Feedback, Photo, Recommendation } from '../types/results.ts'
import type { ClosingNeed } from '../types.ts'
import { type OfficeEvent, officeEventPage, officePath } from './office-page.ts'

export type ResultsView = OfficeEvent & {
  readonly participants: number
  readonly organisations: readonly string[]
  readonly photos: readonly Photo[]
  readonly recommendations: readonly Recommendation[]
  readonly feedback: { readonly rows: readonly Feedback[]; readonly byRating: readonly number[] }
  readonly units: readonly Unit[]
  readonly missing: readonly string[]
  readonly gaps: readonly ClosingGap[]
  readonly measures: number
  readonly failed: { readonly form: string; readonly state: FormState } | null
  readonly done: string | undefined
}

const empty: FormState = { values: {}, errors: [] }

export function resultsPage(frame: ui.Frame, view: ResultsView): Html {
  const { locale } = frame
  const { event } = view
  const t = textsOf(locale).office.results
  const begun = event.state === 'held' || event.state === 'summedUp' || event.state === 'closed'
  return officeEventPage(frame, view, {
    tab: 'results',
    done: view.done === 'summedUp' && view.measures === 0 ? 'summedUpAlone' : view.done,
    ...(view.failed?.form === 'act' ? { errors: view.failed.state.errors } : {}),
    main: html`${!begun && ui.emptyState({ title: t.notYet, body: t.notYetText })}${
      begun &&
      html`${ui.figures([
        { value: String(view.participants), label: t.participants },
        { value: String(view.organisations.length), label: t.organisations },
        { value: String(view.photos.length), label: t.photos },
      ])}${view.organisations.length > 0 && ui.disclosure({ summary: t.whoCame, content: ui.bullets(view.organisations) })}${summary(frame, view)}${minutesLinks(frame, view)}${photos(frame, view)}${recommendations(frame, view)}${closing(frame, view)}`
    }${feedback(frame, view)}`,
  })
}

function minutesLinks(frame: ui.Frame, { event }: ResultsView): Html | false {
  const t = textsOf(frame.locale).office.results
  const file = (format: string) => ui.withQuery(officePath(event.id, '/minutes'), { format })
  return (
    hasMinutes(event) &&
    ui.section({
      title: t.minutes,
      id: 'minutes',
      intro: t.minutesText,
      content: ui.exportLinks({ locale: frame.locale, docx: file('docx'), pdf: file('pdf'), of: t.minutes }),
    })
  )
}

function stateOf(view: ResultsView, form: string): FormState {
  return view.failed?.form === form ? view.failed.state : empty
}

function summary(frame: ui.Frame, view: ResultsView): Html {
  const { locale, csrf } = frame
  const { event } = view
  const t = textsOf(locale).office.results
  const state = stateOf(view, 'results')
  const f = ui.boundFields({
    locale,
    values: {
      summary: event.summary,
      summaryEn: event.summaryEn,
      resolution: event.resolution,
      recordingLink: event.recordingLink,
      cost: event.cost === null ? '' : (event.cost / 100).toFixed(2).replace('.', ','),
      ...state.values,
    },
    errors: state.errors,
    scope: 'results',
  })
  const open = view.keeps && (event.state === 'held' || event.state === 'summedUp')
  if (!open)
    return ui.section({
      title: t.summary,
      content: html`${(event.summary ?? '').split('\n').map((line) => ui.paragraph(line))}${event.resolution !== null && html`<h3>${t.resolution}</h3>${event.resolution.split('\n').map((line) => ui.paragraph(line))}`}`,
    })
  const held = event.state === 'held'
  return ui.section({
    title: t.summary,
    intro: held ? (view.measures > 0 ? t.sumUpText : t.sumUpNoMeasure) : t.changedText,
    content: ui.form({
      locale,
      csrf,
      action: officePath(event.id, held ? '/sum-up' : '/results'),
      scope: 'results',
      errors: state.errors,
      submit: held ? t.sumUp : t.save,
      draftKey: `results-${event.id}`,
      extra:
        held && ui.button({ label: t.saveOnly, kind: 'quiet', formAction: officePath(event.id, '/results') }),
      content: html`${f.area({ name: 'summary', label: t.summary, hint: t.summaryHint, rows: 6 })}${
        hasFeature(event.kind, 'recommendations') &&
        f.area({ name: 'resolution', label: t.resolution, rows: 6, optional: true })
      }${!hasFeature(event.kind, 'recommendations') && ui.hiddenField('resolution', event.resolution ?? '')}${ui.fieldRow(
        [
          f.text({ name: 'recordingLink', label: t.recording, type: 'url', optional: true }),
          f.money({ name: 'cost', label: t.cost, hint: t.costHint, optional: true }),
        ],
      )}${f.area({ name: 'summaryEn', label: t.summaryEn, rows: 3, optional: true })}`,
    }),
  })
}

function photos(frame: ui.Frame, view: ResultsView): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.results
  const at = officePath(view.event.id, '/photos')
  const state = stateOf(view, 'photos')
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: 'photo' })
  const open = view.keeps && view.event.state !== 'closed'
  return ui.section({
    title: t.photosTitle,
    id: 'photos',
    content: html`${
      view.photos.length === 0
        ? ui.paragraph(t.noPhotos, 'soft')
        : html`<ul class="photos">${view.photos.map(
            (p) =>
              html`<li><img src="/files/${p.fileId}/photo.webp" alt="${p.alt}" width="240" loading="lazy">${
                open &&
                ui.postButton({
                  action: `${at}/remove`,
                  csrf,
                  label: t.removePhoto,
                  hint: p.alt,
                  small: true,
                  kind: 'quiet',
                  fields: { photo: p.id },
                })
              }</li>`,
          )}</ul>`
    }${
      open &&
      ui.disclosure({
        summary: t.addPhoto,
        id: 'add-photo',
        open: state.errors.length > 0,
        content: ui.form({
          locale,
          csrf,
          action: at,
          multipart: true,
          scope: 'photo',
          errors: state.errors,
          submit: t.addPhotoButton,
          content: html`${f.file({ name: 'photo', label: t.photo, accept: 'image/jpeg,image/png,image/webp' })}${f.text({ name: 'alt', label: t.alt, hint: t.altHint })}${f.text({ name: 'author', label: t.author, optional: true })}${f.checkbox({ name: 'consent', label: t.consent })}`,
        }),
      })
    }`,
  })
}

function recommendations(frame: ui.Frame, view: ResultsView): Html | false {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.recommendations
  if (!hasFeature(view.event.kind, 'recommendations') && view.recommendations.length === 0) return false
  const state = stateOf(view, 'recommendations')
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: 'rec' })
  const tone = { sent: 'due', accepted: 'info', done: 'done', refused: 'plain' } as const
  return ui.section({
    title: t.title,
    id: 'recommendations',
    content: html`${view.recommendations.map((r, i) => {
      const own = stateOf(view, `rec ${r.id}`)
      const g = ui.boundFields({ locale, values: own.values, errors: own.errors, scope: r.id })
      return html`<section class="question"><h3>${i + 1}. ${ui.tag(t.states[r.state], tone[r.state])}</h3>${ui.paragraph(r.text)}${ui.paragraph(
        [r.addressee, r.due && t.until(shortDate(locale, r.due)), r.reason].filter(Boolean).join(' · '),
        'small',
      )}${
        view.keeps &&
        ui.disclosure({
          summary: html`${t.decide}${ui.hidden(` ${i + 1}`)}`,
          open: own.errors.length > 0,
          content: ui.form({
            locale,
            csrf,
            action: `/office/events/recommendations/${r.id}`,
            scope: r.id,
            errors: own.errors,
            content: html`${g.radios({ name: 'state', label: t.state, options: (['accepted', 'done', 'refused'] as const).map((s) => ({ value: s, label: t.states[s] })) })}${g.area({ name: 'reason', label: t.reason, rows: 2, optional: true })}`,
          }),
        })
      }</section>`
    })}${view.recommendations.length === 0 && ui.paragraph(t.none, 'soft')}${
      view.keeps &&
      view.event.state !== 'closed' &&
      ui.disclosure({
        summary: t.add,
        id: 'add-recommendation',
        open: state.errors.length > 0,
        content: ui.form({
          locale,
          csrf,
          action: officePath(view.event.id, '/recommendations'),
          scope: 'rec',
          errors: state.errors,
          submit: t.addButton,
          content: html`${f.area({ name: 'text', label: t.text, rows: 3 })}${ui.fieldRow([
            f.text({ name: 'addressee', label: t.addressee, hint: t.addresseeHint }),
            f.select({
              name: 'unit',
              label: t.unit,
              empty: true,
              optional: true,
              options: view.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
            }),
            f.date({ name: 'due', label: t.due, optional: true }),
          ])}`,
        }),
      })
    }`,
  })
}

function closing(frame: ui.Frame, view: ResultsView): Html | false {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.closing
  const { event } = view
  if (event.state === 'closed')
    return ui.section({
      title: t.title,
      content: html`${
        Object.keys(event.waived).length > 0 &&
        ui.facts(
          Object.entries(event.waived).map(([need, why]) => ({ term: needName(locale, need), detail: why })),
        )
      }${
        view.keeps &&
        ui.disclosure({
          summary: t.reopen,
          content: ui.form({
            locale,
            csrf,
            action: officePath(event.id, '/reopen'),
            scope: 'reopen',
            submit: t.reopen,
            content: ui.textArea({ locale, scope: 'reopen', name: 'reason', label: t.reopenWhy, rows: 2 }),
          }),
        })
      }`,
    })
  if (event.state !== 'summedUp' || !view.keeps) return false
  const state = stateOf(view, 'close')
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: 'close' })
  const needs = [
    ...view.missing.map((need) => ({ key: need, label: needName(locale, need) })),
    ...view.gaps.map((gap) => ({ key: gap.key, label: gap.sentence[locale] })),
  ]
  return ui.section({
    title: t.title,
    id: 'closing',
    intro: needs.length === 0 ? t.ready : t.missing(needs.length),
    content: ui.form({
      locale,
      csrf,
      action: officePath(event.id, '/close'),
      scope: 'close',
      errors: state.errors,
      submit: t.close,
      content: needs.map((need) =>
        f.area({ name: `reason-${need.key}`, label: need.label, hint: t.reasonHint, rows: 2 }),
      ),
    }),
  })
}

function needName(locale: ui.Frame['locale'], need: string): string {
  const names: Readonly<Record<string, string>> = textsOf(locale).office.closing.needs satisfies Readonly<
    Record<ClosingNeed, string>
  >
  return names[need] ?? need
}

function feedback(frame: ui.Frame, view: ResultsView): Html | false {
  const { locale } = frame
  const t = textsOf(locale).office.feedback
  const { rows, byRating } = view.feedback
  if (rows.length === 0) return false
  return ui.section({
    title: t.title,
    id: 'feedback',
    content: html`${ui.columnChart({
      locale,
      caption: t.ratings,
      points: byRating.map((value, i) => ({ label: t.rating(i + 1), short: String(i + 1), value })),
    })}${ui.rows({
      items: rows
        .filter((r) => r.good !== null || r.better !== null)
        .map((r) => ({
          when: String(r.rating),
          title: r.good ?? r.better ?? '',
          text: r.good === null ? undefined : (r.better ?? undefined),
        })),
    })}`,
  })
}
