/** A passport before it is published: what stands in it now, and what a person has said of each section. */
import { Temporal } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, longDate, moment, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { Comparison } from '../rules/compare.ts'
import { SECTION_KEYS, type SectionKey } from '../rules/definitions.ts'
import { gapsOf, type SectionState } from '../rules/review.ts'
import type { MapShape } from '../rules/shapes.ts'
import { sentences, texts } from '../texts/index.ts'
import type { FrozenSection, Passport, PassportContent } from '../types.ts'
import { comparisonView } from './compare.ts'
import { stateTag } from './office.ts'
import { OFFICE, PUBLIC } from './parts.ts'
import { passportSections } from './sections.ts'

export type ReviewData = {
  readonly passport: Passport
  readonly content: PassportContent
  /** Of a draft; of what is frozen there is nothing left to review. */
  readonly draft: {
    readonly seals: Readonly<Record<SectionKey, string>>
    readonly states: Readonly<Record<SectionKey, SectionState>>
    readonly sha256: string
    readonly undated: number
  } | null
  readonly shapes: readonly MapShape[]
  readonly before: { readonly day: string; readonly comparison: Comparison } | null
  /** Number of the measure whose evidence it becomes; none where the programme in force has no such measure. */
  readonly measure: string | null
  readonly mayKeep: boolean
  readonly form: FormState
  /** Which form the state belongs to. */
  readonly formOf: string
  readonly history: Html
  readonly done: string
}

export function reviewPage(frame: ui.Frame, data: ReviewData): Html {
  const { locale } = frame
  const t = texts[locale]
  const { passport, content, draft } = data
  const path = `${OFFICE}/${passport.id}`
  return ui.page(frame, {
    title: t.titleOn(shortDate(locale, passport.asOf)),
    wide: true,
    lead: sentences[locale].headline(content),
    breadcrumbs: [{ label: t.title, href: OFFICE }],
    notices: [
      ui.doneNotice(locale, t.review.done, data.done),
      data.form.errors.length > 0 &&
        ui.errorSummary({
          locale,
          errors: data.form.errors.map((e) => ({ field: null, message: e.message })),
        }),
      passport.correctionReason !== null &&
        ui.notice({
          locale,
          tone: 'info',
          body: t.public.correction(passport.version, passport.correctionReason),
        }),
    ],
    main: html`<p>${stateTag(locale, passport.state)}${passport.version > 1 && ` ${t.version(passport.version)}`}</p>${
      draft ? progress(frame, data, draft) : settled(frame, data)
    }${data.mayKeep && decisions(frame, data)}${
      data.before &&
      ui.disclosure({
        summary: `${t.review.compare} (${data.before.day})`,
        content: comparisonView(locale, data.before.comparison, [
          data.before.day,
          shortDate(locale, passport.asOf),
        ]),
      })
    }${files(frame, passport, path)}${passportSections(locale, {
      content,
      shapes: data.shapes,
      ...(draft ? { under: (section) => underSection(frame, data, draft, section) } : {}),
    })}${ui.section({ title: t.office.history, content: data.history })}`,
  })
}

const looked = (states: NonNullable<ReviewData['draft']>['states']) =>
  SECTION_KEYS.filter((key) => states[key] === 'checked' || states[key] === 'leftOut').length

function progress(
  { locale }: ui.Frame,
  { content }: ReviewData,
  draft: NonNullable<ReviewData['draft']>,
): Html {
  const t = texts[locale]
  const r = t.review
  const done = looked(draft.states)
  return html`<p>${r.lead}</p>${ui.progressBar({
    id: 'reviewed',
    label: r.progress(done, SECTION_KEYS.length),
    value: done,
    max: SECTION_KEYS.length,
  })}${draft.undated > 0 && html`<p class="soft">${r.undated(draft.undated)}</p>`}${ui.table<FrozenSection>({
    locale,
    caption: r.open,
    captionHidden: true,
    rows: content.sections,
    columns: [
      {
        label: r.open,
        rowHeader: true,
        cell: (s) => html`<a href="#${s.key}">${t.sections[s.key]}</a>`,
      },
      { label: t.columns.state, cell: (s) => sectionTag(locale, draft.states[s.key]) },
      { label: r.gaps, cell: (s) => gapsText(locale, s) },
    ],
  })}`
}

function sectionTag(locale: Locale, state: SectionState): Html {
  const tone =
    state === 'checked' ? 'done' : state === 'changed' ? 'late' : state === 'leftOut' ? 'plain' : 'due'
  return ui.tag(texts[locale].review.states[state], tone)
}

function gapsText(locale: Locale, section: FrozenSection): string {
  const t = texts[locale]
  const gaps = gapsOf(section)
  return [
    gaps.empty.length > 0 ? t.review.emptyTables(gaps.empty.map((k) => t.table(k).title).join(', ')) : '',
    gaps.old > 0 ? t.review.old(gaps.old) : '',
  ]
    .filter(Boolean)
    .join('; ')
}

function underSection(
  frame: ui.Frame,
  data: ReviewData,
  draft: NonNullable<ReviewData['draft']>,
  section: FrozenSection,
): Html | false {
  const { locale } = frame
  const t = texts[locale]
  const r = t.review
  const { key } = section
  const state = draft.states[key]
  const path = `${OFFICE}/${data.passport.id}`
  const check = data.passport.review.checks[key]
  const said = html`${sectionTag(locale, state)}${
    check &&
    state === 'checked' &&
    html` <span class="soft">${r.checkedBy(check.by, moment(locale, Temporal.Instant.from(check.at)))}</span>`
  }`
  if (!data.mayKeep) return html`<p>${said}</p>`
  const hint = r.checkHint(t.sections[key])
  if (state === 'leftOut')
    return html`<p>${said}</p>${ui.postButton({
      action: `${path}/take-back`,
      csrf: frame.csrf,
      fields: { section: key },
      label: r.takeBack,
      hint,
      kind: 'quiet',
      small: true,
    })}`
  const scope = `leave-${key}`
  const mine = data.formOf === scope
  const f = ui.boundFields({
    locale,
    scope,
    values: mine ? data.form.values : {},
    errors: mine ? data.form.errors : [],
  })
  return html`<p>${said}</p>${
    state !== 'checked' &&
    ui.postButton({
      action: `${path}/check`,
      csrf: frame.csrf,
      fields: { section: key, seen: draft.seals[key] },
      label: r.check,
      hint,
      small: true,
    })
  }${ui.disclosure({
    summary: html`${r.leaveOut}${ui.hidden(` – ${t.sections[key]}`)}`,
    open: mine && data.form.errors.length > 0,
    content: ui.form({
      locale,
      scope,
      action: `${path}/leave-out`,
      csrf: frame.csrf,
      submit: r.leaveOut,
      content: [
        ui.hiddenField('section', key),
        f.area({ name: 'reason', label: r.leaveOutReason, hint: r.leaveOutHint, rows: 2 }),
      ],
    }),
  })}`
}

function decisions(frame: ui.Frame, data: ReviewData): Html {
  const { locale, csrf } = frame
  const r = texts[locale].review
  const { passport, draft } = data
  const path = `${OFFICE}/${passport.id}`
  if (passport.state === 'draft' && draft) {
    const left = SECTION_KEYS.length - looked(draft.states)
    return html`${
      left > 0
        ? html`<p class="soft">${r.notYet(left)}</p>`
        : html`<p>${r.freezeText}</p>${ui.postButton({
            action: `${path}/freeze`,
            csrf,
            label: r.freeze,
            fields: { seen: draft.sha256 },
          })}`
    }${ui.confirmButton({
      action: `${path}/discard`,
      csrf,
      label: r.discard,
      summary: r.discard,
      text: r.discardText,
    })}`
  }
  if (passport.state === 'frozen')
    return html`<p>${data.measure === null ? r.publishNoMeasure : r.publishText(data.measure)}</p>${ui.postButton(
      { action: `${path}/publish`, csrf, label: r.publish },
    )}${reasonForm(frame, data, 'reopen', r.reopen, r.reopenHint)}`
  return html`${passport.state === 'published' && reasonForm(frame, data, 'correct', r.correct, r.correctHint)}`
}

function reasonForm(frame: ui.Frame, data: ReviewData, verb: string, label: string, hint: string): Html {
  const { locale } = frame
  const mine = data.formOf === verb
  const f = ui.boundFields({
    locale,
    scope: verb,
    values: mine ? data.form.values : {},
    errors: mine ? data.form.errors : [],
  })
  return ui.disclosure({
    summary: label,
    open: mine,
    content: ui.form({
      locale,
      scope: verb,
      action: `${OFFICE}/${data.passport.id}/${verb}`,
      csrf: frame.csrf,
      submit: label,
      content: f.area({ name: 'reason', label: texts[locale].office.reason, hint, rows: 2 }),
    }),
  })
}

function settled({ locale }: ui.Frame, { passport }: ReviewData): Html {
  const t = texts[locale]
  const address = localPath(locale, `${PUBLIC}/${passport.asOf.toString()}`)
  return html`${
    passport.frozenAt !== null &&
    html`<p class="soft">${t.public.frozen(moment(locale, passport.frozenAt))} ${t.public.hash(passport.sha256 ?? '')}</p>`
  }${
    passport.state === 'published' &&
    html`<p><a href="${address}?version=${passport.version}">${t.office.openPublic}: ${longDate(locale, passport.asOf)}</a></p>`
  }`
}

function files({ locale }: ui.Frame, passport: Passport, path: string): Html | false {
  return (
    passport.state !== 'discarded' &&
    ui.exportLinks({
      locale,
      of: texts[locale].titleOn(shortDate(locale, passport.asOf)),
      docx: `${path}?format=docx`,
      pdf: `${path}?format=pdf`,
      json: `${path}?format=json`,
      print: true,
    })
  )
}
