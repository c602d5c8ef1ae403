/** Hostile text in every place that takes text: it comes out as text, in every part. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDate, Temporal } from '../kernel/civil-date.ts'
import { html, isHtml } from '../kernel/html.ts'
import { kopiykas } from '../kernel/money.ts'
import * as ui from './index.ts'
import { testFrame } from './test/frame.ts'

const bad = `"'><script>alert(1)</script>`
const locale = 'uk'
const field: ui.FieldBase = { locale, name: bad, label: bad, hint: bad, error: bad }
const choice = { value: bad, label: bad, hint: bad, group: bad }
const date = civilDate(2026, 4, 6)
const some = kopiykas(100)

const parts: Readonly<Record<string, () => unknown>> = {
  page: () =>
    ui.page(
      testFrame({
        city: { name: bad, councilName: bad },
        path: `/x?a=${bad}`,
        csrf: bad,
        nav: [{ label: bad, href: bad }],
        assets: (name) => name + bad,
      }),
      {
        title: bad,
        main: html``,
        lead: bad,
        breadcrumbs: [{ label: bad, href: bad }],
        aside: bad,
        actions: bad,
        notices: bad,
        description: bad,
        feeds: [{ href: bad, title: bad, type: 'text/calendar' }],
        jsonLd: { name: bad },
        canonical: bad,
      },
    ),
  embedded: () =>
    ui.embedded(testFrame({ assets: (name) => name + bad }), { title: bad, main: html`${bad}` }),
  picture: () => ui.picture({ alt: bad, lang: bad, sizes: [{ href: bad, width: 1, height: 1 }] }),
  demoSwitch: () =>
    ui.demoSwitch({ action: bad, csrf: bad, label: bad, name: bad, options: [{ value: bad, label: bad }] }),
  errorBody: () => ui.errorBody({ locale, status: 503, message: bad, reference: bad, retryHref: bad }),
  lead: () => ui.lead(bad),
  heading: () => ui.heading({ level: 2, text: bad, id: bad }),
  section: () => ui.section({ title: bad, content: bad, id: bad, intro: bad, actions: bad }),
  box: () => ui.box({ title: bad, content: bad }),
  columns: () => ui.columns({ main: bad, aside: bad }),
  paragraph: () => ui.paragraph(bad),
  link: () => ui.link({ href: bad, text: bad, hint: bad }),
  bullets: () => ui.bullets([bad]),
  hidden: () => ui.hidden(bad),
  foreign: () => ui.foreign(bad, bad),
  numeric: () => ui.numeric(bad),
  breadcrumbs: () => ui.breadcrumbs({ label: bad, items: [{ label: bad, href: bad }] }),
  facts: () => ui.facts([{ term: bad, detail: bad }]),
  figures: () => ui.figures([{ value: bad, label: bad, href: bad }]),
  stitch: () => ui.stitch({ locale, state: 'done', label: bad }),
  stateWord: () => ui.stateWord({ locale, state: 'done', label: bad }),
  legend: () => ui.legend({ locale, states: ['done'], labels: { done: bad } }),
  tag: () => ui.tag(bad),
  ribbon: () =>
    ui.ribbon({
      locale,
      caption: bad,
      head: bad,
      columns: Array.from({ length: 6 }, () => ({ label: bad, title: bad })),
      rows: [{ number: bad, label: bad, href: bad, cells: [{ state: 'done', label: bad, href: bad }] }],
    }),
  row: () => ui.row({ when: bad, title: bad, href: bad, text: bad, action: bad }, 2),
  rowList: () => ui.rowList([], bad),
  rows: () => ui.rows({ items: [{ when: bad, title: bad, href: bad, text: bad, action: bad }] }),
  table: () =>
    ui.table({
      locale,
      caption: bad,
      rows: [bad],
      narrow: 'scroll',
      sort: { by: bad, direction: 'ascending', href: (by) => by },
      columns: [
        { label: bad, cell: (r) => r, sortKey: bad, total: bad },
        { label: bad, cell: (r) => r, total: bad },
      ],
    }),
  scrollRegion: () => ui.scrollRegion({ locale, caption: bad, content: html`${bad}` }),
  filterForm: () =>
    ui.filterForm({ locale, action: bad, fields: bad, keep: { [bad]: bad }, resetHref: bad, label: bad }),
  searchBox: () =>
    ui.searchBox({ locale, action: bad, label: bad, value: bad, name: bad, keep: { [bad]: bad } }),
  pager: () => ui.pager({ locale, previousHref: bad, nextHref: bad }),
  exportLinks: () => ui.exportLinks({ locale, csv: bad, ical: bad, atom: bad, of: bad }),
  tabs: () => ui.tabs({ locale, label: bad, items: [{ label: bad, href: bad }] }),
  emptyState: () => ui.emptyState({ title: bad, body: bad, action: bad }),
  why: () =>
    ui.why({ locale, explanation: bad, sources: [{ label: bad, href: bad }, { label: bad }], summary: bad }),
  disclosure: () => ui.disclosure({ summary: bad, content: bad, id: bad }),
  notice: () => ui.notice({ locale, tone: 'info', title: bad, body: bad, actions: bad }),
  errorSummary: () =>
    ui.errorSummary({
      locale,
      title: bad,
      errors: [
        { field: bad, message: bad },
        { field: null, message: bad },
      ],
    }),
  button: () => ui.button({ label: bad, hint: bad, name: bad, value: bad, form: bad, formAction: bad }),
  linkButton: () => ui.linkButton({ label: bad, hint: bad, href: bad }),
  postButton: () => ui.postButton({ action: bad, csrf: bad, label: bad, fields: { [bad]: bad } }),
  confirmButton: () => ui.confirmButton({ action: bad, csrf: bad, label: bad, summary: bad, text: bad }),
  buttonRow: () => ui.buttonRow(bad, bad),
  hiddenField: () => ui.hiddenField(bad, bad),
  csrfField: () => ui.csrfField(bad),
  copyText: () => ui.copyText({ locale, id: bad, text: bad }),
  monthGrid: () =>
    ui.monthGrid({
      locale,
      caption: bad,
      year: 2026,
      month: 11,
      today: civilDate(2026, 11, 25),
      of: () => [bad],
    }),
  placeMap: () =>
    ui.placeMap({
      locale,
      caption: bad,
      head: [bad, bad],
      outlines: [{ label: bad, rings: [[[31, 51]]] }],
      points: [{ label: bad, href: bad, note: bad, latitude: 51, longitude: 31 }],
    }),
  form: () =>
    ui.form({
      locale,
      action: bad,
      csrf: bad,
      content: bad,
      submit: bad,
      draft: bad,
      cancelHref: bad,
      draftKey: bad,
      id: bad,
      extra: bad,
    }),
  fieldset: () => ui.fieldset({ legend: bad, hint: bad, content: bad }),
  textField: () => ui.textField({ ...field, value: bad, autocomplete: bad, suggestions: [bad], suffix: bad }),
  textArea: () => ui.textArea({ ...field, value: `</textarea>${bad}`, lang: bad }),
  dateField: () => ui.dateField({ ...field, value: bad }),
  moneyField: () => ui.moneyField({ ...field, value: bad }),
  integerField: () => ui.integerField({ ...field, value: bad, suffix: bad }),
  passphraseField: () => ui.passphraseField({ ...field, use: 'new' }),
  codeField: () => ui.codeField(field),
  fileField: () => ui.fileField({ ...field, accept: bad }),
  selectField: () => ui.selectField({ ...field, options: [choice], value: bad, empty: bad }),
  fieldRow: () => ui.fieldRow([bad]),
  choicePair: () =>
    ui.choicePair({
      name: bad,
      value: bad,
      label: bad,
      checked: true,
      also: { value: bad, label: bad, checked: true },
    }),
  radioGroup: () => ui.radioGroup({ ...field, options: [choice], value: bad }),
  checkboxGroup: () => ui.checkboxGroup({ ...field, options: [choice], values: [bad] }),
  checkbox: () => ui.checkbox({ ...field, value: bad }),
  moneyBar: () => ui.moneyBar({ locale, caption: bad, planned: some, committed: some, spent: some }),
  columnChart: () =>
    ui.columnChart({
      locale,
      caption: bad,
      points: [{ label: bad, short: bad, value: 1 }],
      head: [bad, bad],
      format: () => bad,
    }),
  sparkline: () => ui.sparkline({ locale, label: bad, values: [1, 2] }),
  timeline: () =>
    ui.timeline({
      locale,
      caption: bad,
      year: 2026,
      events: [{ date, label: bad, state: 'done', href: bad }],
    }),
  heatMap: () =>
    ui.heatMap({
      locale,
      caption: bad,
      head: bad,
      columns: [bad],
      rows: [{ label: bad, href: bad, values: [1] }],
      format: () => bad,
    }),
  pyramid: () =>
    ui.pyramid({
      locale,
      caption: bad,
      head: [bad, bad, bad],
      bands: [{ label: bad, left: null, right: 1 }],
      hidden: bad,
    }),
  tileMap: () => ui.tileMap({ locale, caption: bad, tiles: [{ label: bad, href: bad, value: 1 }] }),
  sideBySide: () =>
    ui.sideBySide({ left: { title: bad, content: bad }, right: { title: bad, content: bad } }),
  sourceText: () => ui.sourceText({ locale, lines: [bad, bad], marked: [[1, 1]], prefix: bad, lang: bad }),
  lineLink: () => ui.lineLink({ locale, lines: [1, 2], prefix: bad }),
  diffView: () =>
    ui.diffView({
      locale,
      caption: bad,
      beforeLabel: bad,
      afterLabel: bad,
      rows: [{ label: bad, before: `${bad} a b`, after: `${bad} a c` }],
    }),
  stepper: () =>
    ui.stepper({
      locale,
      label: bad,
      steps: [
        { label: bad, state: 'done', href: bad },
        { label: bad, state: 'todo' },
      ],
    }),
  progressBar: () => ui.progressBar({ id: bad, label: bad, value: 1, text: bad }),
  doneNotice: () => ui.doneNotice(locale, { [bad]: bad }, bad),
  past: () =>
    ui.past({
      locale,
      records: [
        {
          at: Temporal.Instant.from('2026-11-25T10:00:00Z'),
          actor: { kind: 'staff', name: bad },
          entry: { action: bad, reason: bad },
        },
      ],
      actions: {},
    }),
  history: () =>
    ui.history({ locale, entries: [{ when: bad, dateTime: bad, who: bad, what: bad, details: bad }] }),
}

for (const [name, make] of Object.entries(parts))
  test(`${name} prints hostile text as text`, () => {
    const made = make()
    assert.ok(isHtml(made))
    const text = made.toString()
    assert.doesNotMatch(text, /<script>|"'>/)
    assert.match(text, /&lt;script&gt;|alert-1-/)
  })

test('every part that takes text is tried', () => {
  const silent = ['bareStitch', 'stitchShape', 'countLine', 'day', 'gallery', 'boundFields', 'fieldsOf']
  const plain = [
    'compareWords',
    'composeStyles',
    'errorTitle',
    'fieldId',
    'isPresent',
    'languageHref',
    'tableFiles',
    'weeksOf',
    'withQuery',
    'words',
  ]
  const exported = Object.entries(ui).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
  assert.deepEqual(
    exported.filter((n) => !(n in parts) && !silent.includes(n) && !plain.includes(n)),
    [],
  )
})
