/** The board of one check: how it goes, and the next step. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, longDate, shortDate } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { KIND_ORDER, kindNamePlural } from '../../organisations/index.ts'
import { isOver, sumOf, totalOf } from '../rules/standing.ts'
import { texts } from '../texts/index.ts'
import {
  type Campaign,
  INVITATION_STATES,
  type InvitationState,
  type KindCounts,
  type StateCounts,
  type Wave,
} from '../types.ts'
import { campaignPath, doneNotice, historySection, PATH, termLine } from './parts.ts'

/** Paper letters in one file: about a minute of the press at most. */
export const LETTERS_IN_FILE = 200

export type BoardView = {
  readonly campaign: Campaign
  readonly counts: readonly KindCounts[]
  readonly waves: readonly Wave[]
  readonly paper: { readonly all: number; readonly posted: number }
  /** Of a draft: whom it would ask today, and until when. */
  readonly preview: { readonly asked: number; readonly term: Campaign['term']; readonly why: string } | null
  readonly history: readonly AuditRecord[]
  readonly mayRun: boolean
  readonly done: string
  readonly form: FormState
}

export function boardPage(frame: ui.Frame, view: BoardView): Html {
  const { locale } = frame
  const t = texts[locale]
  const { campaign } = view
  const writing = view.waves.some((w) => w.finishedAt === null)
  const run = view.mayRun
  return ui.page(frame, {
    title: campaign.title,
    lead: campaign.state === 'draft' ? t.board.draft : termLine(frame, campaign),
    breadcrumbs: [{ label: t.crumb, href: PATH }],
    notices: [
      doneNotice(locale, view.done),
      view.form.errors.length > 0 &&
        ui.errorSummary({
          locale,
          errors: view.form.errors.map((e) => ({ field: null, message: e.message })),
        }),
    ],
    ...(writing ? { refresh: 5 } : {}),
    actions:
      campaign.state === 'open' &&
      run &&
      ui.linkButton({ label: t.board.callList, href: campaignPath(campaign, '/calls') }),
    main: html`${campaign.state === 'draft' ? draft(frame, view) : figuresOf(frame, view)}${
      campaign.state !== 'draft' && kindTable(frame, view)
    }${campaign.state === 'closed' && closed(frame, view)}${
      campaign.state === 'open' && letters(frame, view)
    }${campaign.state === 'open' && run && openVerbs(frame, view)}${historySection(locale, view.history)}`,
  })
}

function draft(frame: ui.Frame, view: BoardView): Html {
  const { locale, csrf } = frame
  const t = texts[locale].board
  const { campaign, preview } = view
  if (!view.mayRun || preview === null) return html``
  return html`${
    preview.asked === 0
      ? ui.notice({ locale, tone: 'warning', body: t.openNobody })
      : html`${ui.confirmButton({
          action: campaignPath(campaign, '/open'),
          csrf,
          label: t.open,
          kind: 'primary',
          summary: t.open,
          text: t.openText(preview.asked, preview.term ? longDate(locale, preview.term) : ''),
        })}${preview.why !== '' && ui.why({ locale, explanation: preview.why })}`
  }<p><a href="${campaignPath(campaign, '/edit')}">${t.edit}</a></p>`
}

function figuresOf(frame: ui.Frame, { campaign, counts }: BoardView): Html {
  const { locale, today } = frame
  const t = texts[locale]
  const total = totalOf(counts)
  const over = isOver(campaign, today)
  const shown: readonly InvitationState[] = over
    ? ['confirmed', 'corrected', 'ceased', 'silent']
    : ['waiting', 'sent', 'opened', 'confirmed', 'corrected', 'failed']
  return ui.figures([
    {
      value: figure(locale, sumOf(total)),
      label: t.board.asked,
      href: campaignPath(campaign, '/organisations'),
    },
    ...shown
      .filter((state) => total[state] > 0 || !['waiting', 'failed', 'ceased'].includes(state))
      .map((state) => ({
        value: figure(locale, total[state]),
        label: t.states[state],
        href: `${campaignPath(campaign, '/organisations')}?state=${state}`,
        ...(state === 'failed' && total.failed > 0 ? { tone: 'late' as const } : {}),
        ...(state === 'silent' && total.silent > 0 ? { tone: 'due' as const } : {}),
      })),
  ])
}

export function kindTable(frame: ui.Frame, view: Pick<BoardView, 'counts'>, caption?: string): Html {
  const { locale } = frame
  const t = texts[locale]
  const total = totalOf(view.counts)
  const rows = [...view.counts].sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind))
  const used = INVITATION_STATES.filter((state) => total[state] > 0)
  const cell = (counts: StateCounts, state: InvitationState) => counts[state] || ''
  return ui.table<KindCounts>({
    locale,
    caption: caption ?? t.board.byKind,
    rows,
    columns: [
      {
        label: t.columns.kind,
        rowHeader: true,
        cell: (k) => kindNamePlural(locale, k.kind),
        total: t.columns.total,
      },
      { label: t.columns.asked, numeric: true, cell: (k) => sumOf(k.counts), total: sumOf(total) },
      ...used.map((state) => ({
        label: capital(t.states[state]),
        numeric: true,
        cell: (k: KindCounts) => cell(k.counts, state),
        total: cell(total, state),
      })),
    ],
  })
}

/** As the head of a column begins. */
function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('uk') + text.slice(1)
}

function closed(frame: ui.Frame, { campaign }: BoardView): Html {
  const { locale } = frame
  const t = texts[locale].board
  const file = (format: string) => `${campaignPath(campaign, '/result')}?format=${format}`
  return ui.section({
    title: t.result,
    content: [
      ui.exportLinks({ locale, docx: file('docx'), pdf: file('pdf'), of: t.result }),
      html`<p><a href="/checks/${campaign.year}">${t.publicPage}</a></p>`,
    ],
  })
}

function letters(frame: ui.Frame, view: BoardView): Html {
  const { locale, csrf, today } = frame
  const t = texts[locale].board
  const { campaign, waves, paper } = view
  const files = Array.from({ length: Math.ceil(paper.all / LETTERS_IN_FILE) }, (_, i) => i)
  return html`${ui.section({
    title: t.letters,
    content: [
      waves
        .filter((w) => w.letters > 0)
        .map((w) =>
          w.finishedAt === null
            ? ui.progressBar({
                id: `wave-${w.number}`,
                label: t.wave(w.number),
                value: w.written,
                max: w.letters,
                text: t.writing(w.written, w.letters),
              })
            : html`<p>${t.wave(w.number)}, ${shortDate(locale, campaignDay(w))}: ${t.written(w.letters)}</p>`,
        ),
      html`<p><a href="/office/outbox">${t.outbox}</a></p>`,
    ],
  })}${ui.section({
    title: t.paper,
    intro: paper.all > 0 ? t.paperHint : t.paperNone,
    content: paper.all > 0 && [
      ui.bullets(
        files.map((i) => {
          const from = i * LETTERS_IN_FILE
          return html`<a href="${campaignPath(campaign, '/letters.pdf')}?from=${from}">${t.paperFile(from + 1, Math.min(from + LETTERS_IN_FILE, paper.all))}</a>`
        }),
      ),
      html`<p>${t.posted(paper.posted, paper.all)}</p>`,
      view.mayRun &&
        paper.posted < paper.all &&
        ui.form({
          locale,
          csrf,
          action: campaignPath(campaign, '/post'),
          submit: t.post,
          content: ui.dateField({ locale, name: 'on', label: t.postOn, value: shortDate('uk', today) }),
        }),
    ],
  })}`
}

function campaignDay(wave: Wave) {
  return wave.startedAt.toZonedDateTimeISO('Europe/Kyiv').toPlainDate()
}

function openVerbs(frame: ui.Frame, { campaign, counts, form }: BoardView): Html {
  const { locale, csrf } = frame
  const t = texts[locale].board
  const total = totalOf(counts)
  const left = sumOf(total) - total.confirmed - total.corrected - total.ceased
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  return ui.section({
    title: t.toDo,
    content: [
      ui.disclosure({
        summary: t.remind,
        content: [
          html`<p>${t.remindHint}</p>`,
          ui.form({
            locale,
            csrf,
            action: campaignPath(campaign, '/remind'),
            submit: t.remindSubmit,
            scope: 'remind',
            content: [
              ui.textField({
                locale,
                scope: 'remind',
                name: 'subject',
                label: texts[locale].form.reminderSubject,
                value: campaign.reminderSubject,
              }),
              ui.textArea({
                locale,
                scope: 'remind',
                name: 'body',
                label: texts[locale].form.reminderBody,
                hint: texts[locale].form.places,
                value: campaign.reminderBody,
                rows: 10,
              }),
            ],
          }),
        ],
      }),
      ui.disclosure({
        summary: t.extend,
        content: ui.form({
          locale,
          csrf,
          action: campaignPath(campaign, '/extend'),
          submit: t.extend,
          content: [
            f.date({ name: 'term', label: t.extendTo }),
            f.area({ name: 'reason', label: t.extendReason, rows: 3 }),
          ],
        }),
      }),
      ui.confirmButton({
        action: campaignPath(campaign, '/close'),
        csrf,
        label: t.close,
        summary: t.close,
        text: t.closeText(left),
      }),
    ],
  })
}
