/** One hearing in the office: what stands, and the one next step. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { whenText } from '../../events/index.ts'
import type { Unit } from '../../people/index.ts'
import { isEditable, isPublicHearing, mayStep, needsSignatures } from '../rules/state.ts'
import { texts } from '../texts/index.ts'
import type { Sheet, Term } from '../types.ts'
import { callSection, checkSection, type Forms } from './office-initiative.ts'
import { hearingForm } from './office-list.ts'
import { decisionSection, followSection, minutesSection, proposalSection } from './office-outcome.ts'
import {
  course,
  HEARINGS,
  hearingTitle,
  historySection,
  initiatorOf,
  OFFICE,
  stateTag,
  subjectOf,
  termText,
} from './parts.ts'
import type { HearingView } from './public.ts'

export type OfficeView = HearingView & {
  readonly sheets: readonly Sheet[]
  readonly notice: Term | null
  readonly units: readonly Unit[]
  readonly organisations: readonly string[]
  readonly mayKeep: boolean
  /** Proposals whose decision the reader may write. */
  readonly decidable: ReadonlySet<string>
  readonly forms: Forms
  readonly done: string
  readonly records: readonly AuditRecord[]
}

export function officeHearing(frame: ui.Frame, view: OfficeView): Html {
  const { locale } = frame
  const t = texts[locale]
  const { hearing: h, mayKeep } = view
  const open = isPublicHearing(h.state)
  return ui.page(frame, {
    title: hearingTitle(locale, h),
    lead: html`${stateTag(locale, h.state)} ${subjectOf(locale, h)}`,
    breadcrumbs: [{ label: t.list.title, href: OFFICE }],
    notices: [
      ui.doneNotice(locale, t.done, view.done),
      h.stateReason !== null &&
        ui.notice({ locale, tone: 'info', title: t.facts.reason, body: h.stateReason }),
    ],
    actions:
      open &&
      ui.linkButton({ label: t.onEvent.link, href: localPath(locale, `${HEARINGS}/${h.id}`), kind: 'quiet' }),
    main: html`${course(locale, h)}${ui.facts(officeFacts(locale, view))}${
      (h.state === 'received' || (needsSignatures(h) && view.sheets.length > 0)) && checkSection(frame, view)
    }${mayKeep && mayStep(h.state, 'call') && callSection(frame, view)}${open && proposalSection(frame, view)}${
      (h.heldOn !== null || view.minutes !== null) && minutesSection(frame, view)
    }${(h.state === 'held' || h.decision !== null) && decisionSection(frame, view)}${
      view.followUps.length > 0 && followSection(frame, view)
    }${
      mayKeep &&
      isEditable(h.state) &&
      ui.section({
        title: t.form.edit,
        id: 'edit',
        content: hearingForm(frame, {
          form: view.forms.edit,
          organisations: view.organisations,
          action: `${OFFICE}/${h.id}`,
          version: h.version,
        }),
      })
    }${historySection(locale, view.records)}`,
  })
}

function officeFacts(locale: Locale, { hearing: h, event, notice }: OfficeView): ui.Fact[] {
  const t = texts[locale]
  const fact = (term: string, detail: ui.Content): ui.Fact => ({ term, detail })
  return [
    fact(t.facts.initiator, initiatorOf(locale, h)),
    ...(h.receivedOn ? [fact(t.facts.received, ui.day({ locale, date: h.receivedOn }))] : []),
    ...(h.check && h.state === 'received' ? [fact(t.facts.checkDue, termText(locale, h.check))] : []),
    ...(h.territory ? [fact(t.facts.territory, h.territory)] : []),
    ...(h.ground ? [fact(t.facts.ground, h.ground)] : []),
    ...(event
      ? [
          fact(
            t.facts.event,
            html`${whenText(locale, event)}<br><a href="/office/events/${event.id}">${t.officeEvent}</a>`,
          ),
        ]
      : []),
    ...(notice && h.state === 'called' ? [fact(t.facts.noticeLast, termText(locale, notice))] : []),
    ...(h.shortNoticeReason ? [fact(t.facts.shortNotice, h.shortNoticeReason)] : []),
    ...(h.heldOn ? [fact(t.facts.held, ui.day({ locale, date: h.heldOn }))] : []),
    ...(h.decisionTerm ? [fact(t.facts.decisionDue, termText(locale, h.decisionTerm))] : []),
  ]
}
