/** What needs the reader's action: each row with its one next step. */
import { type Actor, unitsOf } from '../../../../kernel/actor.ts'
import type { CivilDate } from '../../../../kernel/civil-date.ts'
import type { Html } from '../../../../kernel/html.ts'
import { dayMonth, type Locale } from '../../../../kernel/texts.ts'
import * as ui from '../../../../ui/index.ts'
import { periodName } from '../../../duties/index.ts'
import { mayRecordFor } from '../../policy.ts'
import { officeTexts } from '../../texts/index.ts'
import type { AgendaItem, Urgency } from '../../types.ts'
import { office } from '../addresses.ts'
import { beginning, named } from '../shared.ts'

type Drawn = { title: string; href: string; text: ui.Content; step: string; to?: string; quiet?: boolean }

export type AgendaReader = {
  readonly locale: Locale
  readonly actor: Actor
  readonly today: CivilDate
}

export function agendaSection(reader: AgendaReader, items: readonly AgendaItem[], hiddenLate: number): Html {
  const t = officeTexts[reader.locale].agenda
  return ui.section({
    title: t.title,
    content: [
      ui.rows({ items: items.map((item) => rowOf(reader, item)), empty: t.none }),
      hiddenLate > 0 && ui.paragraph(ui.link({ href: office.lateDuties, text: t.more(hiddenLate) })),
    ],
  })
}

function rowOf(reader: AgendaReader, item: AgendaItem): ui.Row {
  const { title, href, text, step, to = href, quiet } = draw(reader, item)
  return {
    when: pressing(reader, item.urgency),
    title,
    href,
    text,
    action: ui.linkButton({
      label: step,
      href: to,
      small: true,
      hint: title,
      ...(quiet ? { kind: 'quiet' } : {}),
    }),
  }
}

function pressing({ locale, today }: AgendaReader, urgency: Urgency): Html {
  const t = officeTexts[locale].agenda
  if (urgency === null) return ui.tag(t.waits, 'plain')
  if ('late' in urgency) return ui.tag([t.late(urgency.late), ui.hidden(` ${t.lateHint}`)], 'late')
  return ui.tag(urgency.due.equals(today) ? t.today : t.until(dayMonth(locale, urgency.due)), 'due')
}

function draw({ locale, actor }: AgendaReader, item: AgendaItem): Drawn {
  const t = officeTexts[locale].agenda
  switch (item.kind) {
    case 'duty': {
      const { duty } = item
      const own = mayRecordFor(actor, duty.unitId)
      // Who works for one department needs not be told which.
      const only = unitsOf(actor).length === 1 && unitsOf(actor)[0] === duty.unitId
      const words = [
        `${periodName(locale, duty.period)}.`,
        only ? '' : `${duty.unitLabel}.`,
        duty.partly ? t.duty.partly : '',
      ]
      return {
        title: `${duty.number} ${named(locale, duty)}`,
        href: office.duty(duty.id),
        text: words.filter((w) => w !== '').join(' '),
        step: own ? t.duty.do : t.duty.see,
        ...(own ? { to: office.recordFor(duty.id) } : { quiet: true }),
      }
    }
    case 'ownReport': {
      const { report } = item
      const back = report.state === 'returned'
      return {
        title: back ? t.ownReport.returned(report.quarter) : t.ownReport.open(report.quarter),
        href: office.report(report.id),
        text: [
          unitsOf(actor).length > 1 && `${report.unitLabel}. `,
          back ? t.ownReport.returnedText(report.remark && beginning(report.remark)) : t.ownReport.openText,
        ],
        step: back ? t.ownReport.fix : t.ownReport.do,
      }
    }
    case 'reviewReport': {
      const { report } = item
      return {
        title: t.review.title(report.unitLabel, report.quarter),
        href: office.report(report.id),
        text: t.review.text(report.submittedOn && dayMonth(locale, report.submittedOn), report.again),
        step: t.review.do,
      }
    }
    case 'yearlyReport':
      return {
        title: t.yearly.title(item.year),
        href: item.id === null ? office.consolidated : office.consolidatedOf(item.id),
        text: t.yearly.text,
        step: t.yearly.do,
      }
    case 'term':
      return {
        title: t.term.title(item.number, named(locale, item)),
        href: office.measure(item.measureId),
        text: t.term.text,
        step: t.term.do,
        to: office.schedule(item.measureId),
      }
    case 'group':
      return {
        title: t.group.title(item.name),
        href: office.unit(item.unitId),
        text: t.group.text(item.measures.join(', ')),
        step: t.group.do,
      }
    case 'draft':
      return {
        title: t.draft.title(
          item.title === '' ? t.draft.untitled : beginning(item.title, 90),
          item.amendment,
        ),
        href: office.draft(item.id),
        text: t.draft.text(item.findings),
        step: t.draft.do,
      }
    case 'proposals':
      return plain(t.proposals.title(item.count), office.proposals, t.proposals.text, t.proposals.do)
    case 'mailings':
      return plain(t.mailings.title(item.count), office.outbox, t.mailings.text(item.letters), t.mailings.do)
    case 'noProgramme':
      return plain(t.noProgramme.title, office.import, t.noProgramme.text, t.noProgramme.do)
    case 'invited':
      return plain(t.invited.title(item.count), office.people, t.invited.text, t.invited.do)
    case 'mailServer':
      return plain(t.mailServer.title, office.outbox, t.mailServer.text, t.mailServer.do)
    case 'other': {
      const { title, href, text, step } = item.item
      return plain(title[locale], href, text[locale], step[locale])
    }
    case 'failedLetters':
      return plain(t.failedLetters.title(item.count), office.outbox, t.failedLetters.text, t.failedLetters.do)
  }
}

function plain(title: string, href: string, text: string, step: string): Drawn {
  return { title, href, text, step }
}
