/** A list from a table, step by step. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { figure, type Locale, moment, shortDate } from '../../../kernel/texts.ts'
import { explainTable, type Sheet } from '../../../platform/documents/tables/index.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { LIST_TARGETS, type ListTarget } from '../rules/import-list.ts'
import { isForbiddenHeading } from '../rules/personal.ts'
import type { ImportRow, ListImport } from '../store/imports.ts'
import { kindName, officeTexts, sentence, words } from '../texts/index.ts'
import { KIND_ORDER } from '../types.ts'
import { OFFICE, officeTabs } from './office-parts.ts'

export const IMPORTS = `${OFFICE}/imports`
const OUTCOMES = ['added', 'changed', 'unchanged', 'setAside'] as const

type Step = 'file' | 'columns' | 'check' | 'done'

function steps(locale: Locale, current: Step): Html {
  const t = officeTexts[locale].imports.steps
  const order: readonly Step[] = ['file', 'columns', 'check', 'done']
  const now = order.indexOf(current)
  return ui.stepper({
    locale,
    steps: order.map((s, i) => ({
      label: t[s],
      state: i < now ? 'done' : i === now ? 'current' : 'todo',
    })),
  })
}

function crumbs(locale: Locale): readonly ui.Crumb[] {
  return [
    { label: officeTexts[locale].title, href: OFFICE },
    { label: officeTexts[locale].imports.title, href: IMPORTS },
  ]
}

export function targetName(locale: Locale, target: ListTarget): string {
  const w = words[locale]
  const extras: Readonly<Record<string, string>> = officeTexts[locale].imports.fieldNames
  return extras[target] ?? w.fields[target as keyof typeof w.fields]
}

export function reasonText(locale: Locale, refusal: Refusal): string {
  const said = sentence(locale)(refusal)
  const told = explainTable(locale, refusal) ?? said
  const target = LIST_TARGETS.find((t) => t === refusal.field)
  return target === undefined ? told : `${targetName(locale, target)}: ${told}`
}

function resultText(locale: Locale, made: ListImport): string {
  const t = officeTexts[locale].imports
  const say = made.state === 'done' ? t.doneOutcomes : t.outcomes
  return OUTCOMES.filter((o) => made.counts[o])
    .map((o) => `${say[o]} ${figure(locale, made.counts[o] ?? 0)}`)
    .join(', ')
}

export function uploadPage(
  frame: ui.Frame,
  view: { readonly latest: readonly ListImport[]; readonly state: FormState; readonly waiting: number },
): Html {
  const { locale } = frame
  const t = officeTexts[locale].imports
  const f = ui.boundFields({ locale, errors: view.state.errors })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    breadcrumbs: [{ label: officeTexts[locale].title, href: OFFICE }],
    main: html`${officeTabs(locale, 'imports', true, view.waiting)}${steps(locale, 'file')}${ui.form({
      locale,
      action: IMPORTS,
      csrf: frame.csrf,
      multipart: true,
      errors: view.state.errors,
      submit: t.upload,
      content: f.file({ name: 'file', label: t.file, hint: t.fileHint, accept: '.csv,.txt,.xlsx' }),
    })}${ui.section({
      title: t.latest,
      content: ui.table<ListImport>({
        locale,
        caption: t.latest,
        captionHidden: true,
        rows: view.latest,
        empty: t.noLatest,
        columns: [
          {
            label: t.columns.file,
            rowHeader: true,
            cell: (r) => html`<a href="${IMPORTS}/${r.id}">${r.fileName}</a>`,
          },
          {
            label: t.columns.state,
            cell: (r) => ui.tag(t.states[r.state], r.state === 'done' ? 'plain' : 'due'),
          },
          { label: t.columns.who, cell: (r) => r.createdBy },
          { label: t.columns.when, cell: (r) => moment(locale, r.createdAt) },
          { label: t.columns.result, cell: (r) => resultText(locale, r) },
        ],
      }),
    })}`,
  })
}

export function mappingPage(
  frame: ui.Frame,
  view: { readonly made: ListImport; readonly first: ImportRow | null; readonly state: FormState },
): Html {
  const { locale } = frame
  const t = officeTexts[locale].imports
  const { made, first } = view
  const { mapping } = made
  const defaults: Record<string, string> = {
    kind: mapping.kind ?? '',
    contactAccess: mapping.contactAccess,
    sourceOn: made.sourceOn ? shortDate('uk', made.sourceOn) : '',
  }
  mapping.columns.forEach((target, i) => {
    defaults[`column.${i}`] = target ?? ''
  })
  const f = ui.fieldsOf(locale, view.state, defaults)
  return ui.page(frame, {
    title: t.mappingTitle,
    lead: t.mappingLead,
    noIndex: true,
    breadcrumbs: crumbs(locale),
    main: html`${steps(locale, 'columns')}${ui.form({
      locale,
      action: `${IMPORTS}/${made.id}/columns`,
      csrf: frame.csrf,
      errors: view.state.errors,
      submit: t.check,
      cancelHref: IMPORTS,
      content: html`${ui.fieldset({
        legend: made.fileName,
        content: made.headings.map((heading, i) =>
          isForbiddenHeading(heading)
            ? html`<p><b>${heading}</b>: ${t.forbidden}</p>`
            : f.select({
                name: `column.${i}`,
                label: heading || String(i + 1),
                ...(first?.cells[i] ? { hint: t.example(first.cells[i].slice(0, 60)) } : {}),
                empty: t.notTaken,
                optional: true,
                options: LIST_TARGETS.map((value) => ({ value, label: targetName(locale, value) })),
              }),
        ),
      })}${f.select({
        name: 'kind',
        label: t.allKind,
        hint: t.allKindHint,
        empty: officeTexts[locale].form.noneChosen,
        optional: true,
        options: KIND_ORDER.map((value) => ({ value, label: kindName(locale, value) })),
      })}${f.radios({
        name: 'contactAccess',
        label: t.contactAccess,
        options: (['public', 'office'] as const).map((value) => ({
          value,
          label: words[locale].contactAccess[value],
        })),
      })}${f.date({ name: 'sourceOn', label: t.sourceOn, optional: true })}`,
    })}`,
  })
}

export function checkPage(
  frame: ui.Frame,
  view: {
    readonly made: ListImport
    readonly aside: readonly ImportRow[]
    readonly progress: { readonly done: number; readonly all: number }
    readonly state: FormState
  },
): Html {
  const { locale, csrf } = frame
  const t = officeTexts[locale].imports
  const { made, aside, progress } = view
  const running = made.state === 'running'
  const say = made.state === 'done' ? t.doneOutcomes : t.outcomes
  const ready = (made.counts.added ?? 0) + (made.counts.changed ?? 0) > 0
  return ui.page(frame, {
    title: made.state === 'checked' ? t.checkTitle : made.fileName,
    ...(made.state === 'checked' ? { lead: made.fileName } : {}),
    noIndex: true,
    breadcrumbs: crumbs(locale),
    ...(running ? { refresh: 3 } : {}),
    notices: [
      view.state.errors.length > 0 && ui.errorSummary({ locale, errors: view.state.errors }),
      made.state === 'done' && ui.notice({ locale, tone: 'success', body: t.finished, live: true }),
    ],
    main: html`${steps(locale, made.state === 'checked' ? 'check' : 'done')}${
      running &&
      html`<p>${t.progress}</p>${ui.progressBar({
        id: 'progress',
        label: t.states.running,
        value: progress.done,
        max: Math.max(1, progress.all),
        text: t.progressText(progress.done, progress.all),
      })}`
    }${ui.figures(
      OUTCOMES.map((o) => ({
        value: figure(locale, made.counts[o] ?? 0),
        label: say[o],
        ...(o === 'setAside' && made.counts[o] ? { tone: 'due' as const } : {}),
      })),
    )}${
      made.state === 'checked' &&
      ui.buttonRow(
        ready && ui.postButton({ action: `${IMPORTS}/${made.id}/run`, csrf, label: t.run }),
        ui.linkButton({ label: t.remap, href: `${IMPORTS}/${made.id}/columns`, kind: 'quiet' }),
      )
    }${
      aside.length > 0 &&
      ui.section({
        title: t.setAsideTitle,
        intro: t.setAsideHint,
        actions: ui.linkButton({
          label: t.download,
          href: `${IMPORTS}/${made.id}/set-aside?format=xlsx`,
          kind: 'quiet',
        }),
        content: ui.table<ImportRow>({
          locale,
          caption: t.setAsideTitle,
          captionHidden: true,
          rows: aside,
          columns: [
            { label: t.row, numeric: true, rowHeader: true, cell: (r) => r.number },
            {
              label: t.reason,
              cell: (r) => r.reasons.map((reason) => reasonText(locale, reason)).join('; '),
            },
            {
              label: t.what,
              cell: (r) =>
                r.cells
                  .filter((c) => c !== '')
                  .join(' | ')
                  .slice(0, 200),
            },
          ],
        }),
      })
    }`,
  })
}

/** The rows as they came, with why; mended, the same file can be taken over. */
export function asideSheet(locale: Locale, made: ListImport, rows: readonly ImportRow[]): Sheet<ImportRow> {
  const t = officeTexts[locale].imports
  return {
    name: t.setAsideTitle,
    rows,
    columns: [
      ...made.headings.map((title, i) => ({
        key: `column${i + 1}`,
        title,
        kind: 'text' as const,
        value: (row: ImportRow) => row.cells[i] ?? null,
      })),
      {
        key: 'reason',
        title: t.reason,
        kind: 'text',
        value: (row) => row.reasons.map((reason) => reasonText(locale, reason)).join('; '),
      },
    ],
  }
}
