/** One organisation as the office keeps it. */

import { dayOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { longDate, moment, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { fieldsOfKind } from '../rules/fields.ts'
import { organisationPath } from '../rules/path.ts'
import { kindName, officeTexts, publicTexts, words } from '../texts/index.ts'
import type { FieldValue, OrganisationState } from '../types.ts'
import { OFFICE, SOURCE_DEFAULTS, sourceFields } from './office-parts.ts'
import { sinceText } from './organisation.ts'
import { codeWarning, entryName, inOrder, sourceText, stateTag, valueContent, verifierText } from './parts.ts'
import { contactSection, documentSection, officerSection, tieSection } from './record-sections.ts'
import { type OfficeOrganisation, type RecordView, stateOf } from './record-view.ts'

export function recordPage(frame: ui.Frame, view: RecordView): Html {
  const { locale } = frame
  const t = officeTexts[locale]
  const p = publicTexts[locale].page
  const { organisation: o } = view
  const keeps = view.keeps && o.mergedInto === null
  return ui.page(frame, {
    title: o.facts.name ?? '',
    lead: kindName(locale, o.kind),
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: OFFICE }],
    actions: html`${keeps && ui.linkButton({ label: t.page.edit, href: `${OFFICE}/${o.id}/edit` })} ${ui.linkButton(
      {
        label: t.page.publicPage,
        href: localPath(locale, organisationPath(o.id)),
        kind: 'quiet',
      },
    )}`,
    notices: [
      view.done,
      o.mergedInto !== null &&
        ui.notice({
          locale,
          tone: 'info',
          title: t.page.mergedInto(o.mergedInto.name),
          actions: ui.linkButton({ label: t.open, href: `${OFFICE}/${o.mergedInto.id}`, kind: 'quiet' }),
        }),
      o.notices.map((n) =>
        ui.notice({
          locale,
          tone: 'warning',
          body:
            n.about === 'termOver'
              ? t.page.termOver(shortDate(locale, n.on))
              : html`${t.page.reportDue(n.last && shortDate(locale, n.last))} <a href="${localPath(locale, '/dates/rules/selfOrganisation.report')}">${t.page.why}</a>`,
        }),
      ),
      codeWarning(o.facts.edrpou) && ui.notice({ locale, tone: 'warning', body: t.form.codeWarning }),
    ],
    main: html`${ui.section({
      title: p.facts,
      content: html`${factList(frame, o)}${ui.disclosure({ summary: t.page.values, content: valueTable(frame, o) })}`,
    })}${officerSection(frame, view, keeps)}${contactSection(frame, view, keeps)}${tieSection(
      frame,
      view,
      keeps,
    )}${documentSection(frame, view, keeps)}${keeps && verifySection(frame, view)}${ui.section({ title: t.page.history, content: o.history })}`,
    aside: [
      verifyBox(frame, o),
      o.proposals.length > 0 && proposalBox(frame, o),
      o.similar.length > 0 && keeps && similarBox(frame, o),
      o.merges.length > 0 && mergeBox(frame, o, keeps),
    ],
  })
}

function factList(frame: ui.Frame, o: OfficeOrganisation): Html {
  const { locale } = frame
  const w = words[locale]
  const shown = fieldsOfKind(o.kind).filter((f) => f !== 'name' && f !== 'kind' && o.facts[f] !== null)
  return ui.facts([
    ...shown.map((f) => ({
      term: w.fields[f],
      detail:
        f === 'state'
          ? html`${valueContent(locale, f, o.facts[f], o.names)} ${stateTag(locale, o.facts.state as OrganisationState)}`
          : valueContent(locale, f, o.facts[f], o.names),
    })),
    ...(o.directions.length > 0
      ? [
          {
            term: publicTexts[locale].page.directions,
            detail: o.directions.map((d) => entryName(locale, d)).join(', '),
          },
        ]
      : []),
  ])
}

function valueTable(frame: ui.Frame, o: OfficeOrganisation): Html {
  const { locale } = frame
  const t = officeTexts[locale].page
  const p = publicTexts[locale].page
  const own = fieldsOfKind(o.kind)
  return ui.table<FieldValue>({
    locale,
    caption: t.values,
    captionHidden: true,
    rows: inOrder(o.values.filter((v) => own.includes(v.field) || v.value !== null)),
    narrow: 'stack',
    rowTone: (v) => (v.standing === 'current' ? null : 'soft'),
    columns: [
      { label: p.field, rowHeader: true, cell: (v) => words[locale].fields[v.field] },
      { label: p.value, cell: (v) => valueContent(locale, v.field, v.value, o.names) },
      { label: t.standing, cell: (v) => words[locale].standings[v.standing] },
      { label: p.since, cell: (v) => sinceText(locale, v) },
      { label: p.source, cell: (v) => sourceText(locale, v.source, true) },
      { label: p.recorded, cell: (v) => shortDate(locale, dayOf(v.recordedAt)) },
      { label: t.by, cell: (v) => v.recordedBy },
    ],
  })
}

function verifyBox(frame: ui.Frame, o: OfficeOrganisation): Html {
  const { locale } = frame
  const p = publicTexts[locale].page
  return ui.box({
    title: officeTexts[locale].page.verify,
    content: html`<p>${
      o.verifiedOn === null
        ? p.neverVerified
        : p.verified(longDate(locale, o.verifiedOn), verifierText(locale, o.verifiedBy))
    }</p>`,
  })
}

function verifySection(frame: ui.Frame, view: RecordView): Html {
  const { locale } = frame
  const t = officeTexts[locale].page
  const state = stateOf(view, 'verify')
  const f = ui.fieldsOf(locale, state, SOURCE_DEFAULTS, 'verify')
  return ui.section({
    title: t.verify,
    id: 'verify',
    content: html`<p>${t.verifyText}</p>${ui.disclosure({
      summary: t.verifyDo,
      open: state.errors.length > 0,
      content: ui.form({
        locale,
        action: `${OFFICE}/${view.organisation.id}/verify`,
        csrf: frame.csrf,
        errors: state.errors,
        scope: 'verify',
        submit: t.verifyDo,
        content: sourceFields(locale, f),
      }),
    })}`,
  })
}

function proposalBox(frame: ui.Frame, o: OfficeOrganisation): Html {
  const { locale } = frame
  const t = officeTexts[locale]
  return ui.box({
    title: t.page.proposals,
    content: ui.bullets(
      o.proposals.map(
        (p) =>
          html`<a href="${OFFICE}/proposals/${p.id}">${words[locale].sources[p.source.kind]}, ${moment(locale, p.createdAt)}</a> ${
            p.state === 'open'
              ? ui.tag(t.proposals.of(p.waiting, p.items), 'due')
              : ui.tag(t.proposals.states.settled, 'plain')
          }`,
      ),
    ),
  })
}

function similarBox(frame: ui.Frame, o: OfficeOrganisation): Html {
  const t = officeTexts[frame.locale].page
  return ui.box({
    title: t.twins,
    content: ui.bullets(
      o.similar.map(
        (line) =>
          html`<a href="${OFFICE}/${line.id}">${line.name}</a> <a href="${OFFICE}/${o.id}/merge?other=${line.id}">${t.compare}${ui.hidden(`: ${line.name}`)}</a>`,
      ),
    ),
  })
}

function mergeBox(frame: ui.Frame, o: OfficeOrganisation, keeps: boolean): Html {
  const { locale } = frame
  const t = officeTexts[locale].page
  return ui.box({
    title: t.merges,
    content: o.merges.map(
      (m) =>
        html`<p><a href="${OFFICE}/${m.gone.id}">${m.gone.name}</a>, ${moment(locale, m.mergedAt)}</p>${
          keeps &&
          ui.confirmButton({
            action: `${OFFICE}/merges/${m.id}/undo`,
            csrf: frame.csrf,
            label: t.undoMerge,
            hint: m.gone.name,
            summary: t.undoMerge,
            text: t.undoText,
          })
        }`,
    ),
  })
}
