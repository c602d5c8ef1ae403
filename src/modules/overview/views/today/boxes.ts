/** The side column of a start page, and how the house itself stands. */
import { type Html, html } from '../../../../kernel/html.ts'
import { type Locale, moment } from '../../../../kernel/texts.ts'
import * as ui from '../../../../ui/index.ts'
import { officeTexts } from '../../texts/index.ts'
import type { DoneOfYear, MoneyOfYear, RecordStanding, StaffStanding, WaitingMailing } from '../../types.ts'
import { office } from '../addresses.ts'

export function recordBox(locale: Locale): Html {
  const t = officeTexts[locale].boxes.record
  return ui.box({
    title: t.title,
    content: [
      ui.paragraph(t.text, 'small'),
      ui.buttonRow(ui.linkButton({ label: t.do, href: office.record })),
    ],
  })
}

export function mailingsBox(
  locale: Locale,
  waiting: { readonly mailings: number; readonly latest: readonly WaitingMailing[] },
): Html {
  const t = officeTexts[locale].boxes.mailings
  return ui.box({
    title: t.title,
    content:
      waiting.mailings === 0
        ? ui.paragraph(t.none, 'soft')
        : [
            ui.bullets(
              waiting.latest.map(
                (m) =>
                  html`${m.title}, ${t.letters(m.letters)} <a href="${office.mailing(m.id)}">${t.see}${ui.hidden(`: ${m.title}`)}</a>`,
              ),
            ),
            waiting.mailings > waiting.latest.length &&
              ui.paragraph(ui.link({ href: office.outbox, text: t.all }), 'small'),
          ],
  })
}

export function yearDoneBox(locale: Locale, { year, done, asked, late }: DoneOfYear, own: boolean): Html {
  const t = officeTexts[locale].boxes.yearDone
  return ui.box({
    title: t.title,
    content:
      asked === 0
        ? ui.paragraph(t.none, 'soft')
        : [
            ui.progressBar({
              id: 'year-done',
              label: t.label(year, own),
              value: done,
              max: asked,
              text: t.text(done, asked),
            }),
            late > 0 && ui.paragraph(ui.tag(t.late(late), 'late')),
            ui.paragraph(ui.link({ href: office.year(year), text: t.more }), 'small'),
          ],
  })
}

export function moneyBox(locale: Locale, m: MoneyOfYear): Html {
  const t = officeTexts[locale]
  const caption = t.money.title(m.year)
  return ui.box({
    title: t.boxes.money,
    content: [
      ui.moneyBar({
        locale,
        caption,
        captionHidden: true,
        planned: m.plan,
        committed: m.committed,
        spent: m.spent,
      }),
      ui.paragraph(ui.link({ href: office.money, text: t.money.more }), 'small'),
    ],
  })
}

export function staffBox(locale: Locale, staff: StaffStanding): Html {
  const t = officeTexts[locale].boxes.staff
  return ui.box({
    title: t.title,
    content: [
      ui.bullets([
        t.active(staff.active),
        t.invited(staff.invited),
        ...(staff.suspended === 0 ? [] : [t.suspended(staff.suspended)]),
      ]),
      ui.paragraph(ui.link({ href: office.people, text: t.more }), 'small'),
    ],
  })
}

export function journalBox(locale: Locale): Html {
  const t = officeTexts[locale].boxes.journal
  return ui.box({
    title: t.title,
    content: [
      ui.paragraph(t.text, 'small'),
      ui.paragraph(ui.link({ href: office.journal, text: t.more }), 'small'),
    ],
  })
}

/** @param health.mail host of the server; null: none is set */
export function healthSection(
  locale: Locale,
  health: {
    readonly staff: StaffStanding
    readonly record: RecordStanding
    readonly mail: string | null
  },
): Html {
  const t = officeTexts[locale].health
  const { record, mail, staff } = health
  return ui.section({
    title: t.title,
    content: [
      ui.facts([
        {
          term: t.record,
          detail: `${t.entries(record.entries)} ${record.signedAt === null ? t.neverSigned : t.signed(moment(locale, record.signedAt), record.unsigned)}`,
        },
        {
          term: t.mail,
          detail: mail === null ? t.mailUnset : mail === 'demonstration' ? t.mailDemo : t.mailSet(mail),
        },
        { term: t.backup, detail: t.backupText },
        { term: t.sessions, detail: t.sessionsText(staff.sessions) },
      ]),
      ui.paragraph(t.doctor, 'soft'),
    ],
  })
}
