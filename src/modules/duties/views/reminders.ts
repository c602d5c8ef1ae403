/** Who is reminded, and what would be written today. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { Digest } from '../rules/reminder.ts'
import type { LevelSetting } from '../store/settings.ts'
import { textsOf } from '../texts/index.ts'
import { REMINDER_LEVELS, type ReminderLevel } from '../types.ts'
import { doneNotice } from './parts.ts'

export function remindersPage(
  frame: ui.Frame,
  view: {
    readonly levels: Readonly<Record<ReminderLevel, LevelSetting>>
    readonly digests: readonly Digest[]
    readonly unreached: readonly string[]
    readonly form: FormState
    readonly done: string | undefined
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).reminders
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    breadcrumbs: [{ label: textsOf(locale).duty.title, href: '/office/duties' }],
    notices: doneNotice(locale, view.done),
    actions: ui.linkButton({ label: t.outbox, href: '/office/outbox', kind: 'quiet' }),
    main: html`${ui.section({
      title: t.who,
      content: ui.form({
        locale,
        csrf: frame.csrf,
        action: '/office/reminders',
        submit: t.save,
        errors: view.form.errors,
        content: [
          REMINDER_LEVELS.map((level) =>
            f.checkbox({
              name: level,
              value: 'on',
              label: t.levels[level],
              hint: [t.when[level], changedBy(t, view.levels[level])].filter(Boolean).join('; '),
            }),
          ),
          f.text({ name: 'deputyName', label: t.name, optional: true }),
          f.text({ name: 'deputyEmail', label: t.email, type: 'email', optional: true, width: 'medium' }),
        ],
      }),
    })}${ui.section({
      title: t.preview,
      content: ui.rows({
        empty: t.previewEmpty,
        items: view.digests.map(({ recipient, lines }) => ({
          title: recipient.name,
          text: `${recipient.email} · ${t.levels[recipient.level]}`,
          action: ui.tag(t.previewCount(lines.length), 'plain'),
        })),
      }),
    })}${
      view.unreached.length > 0 &&
      ui.notice({
        locale,
        tone: 'warning',
        title: t.unreached,
        body: html`${ui.bullets(view.unreached)}${ui.paragraph(t.unreachedHint)}`,
      })
    }`,
  })
}

function changedBy(t: ReturnType<typeof textsOf>['reminders'], setting: LevelSetting): string {
  return setting.changedBy === '' ? '' : t.changedBy(setting.changedBy)
}
