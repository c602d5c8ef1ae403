/** One's own account in the cabinet. */
import { type Html, html } from '../../../kernel/html.ts'
import { moment } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { CabinetPerson, CabinetSession, Delegation } from '../types.ts'
import { PATHS } from './entry.ts'
import { labelOf, type Organisations, stateTag, termOf } from './shared.ts'

export type Account = {
  readonly person: CabinetPerson
  readonly organisations: Organisations
  /** Those that are under way. */
  readonly delegations: readonly Delegation[]
  readonly sessions: readonly CabinetSession[]
  readonly sessionId: string | null
  readonly state: FormState
  readonly done: string
}

export function accountPage(frame: ui.Frame, of: Account): Html {
  const { locale } = frame
  const t = texts[locale].account
  const f = ui.fieldsOf(locale, of.state, { name: of.person.name, locale: of.person.locale })
  return ui.page(frame, {
    title: t.title,
    lead: of.person.email,
    noIndex: true,
    notices: ui.doneNotice(locale, { saved: t.saved, withdrawn: t.givenUp }, of.done),
    main: html`${ui.section({
      title: t.details,
      content: ui.form({
        locale,
        action: PATHS.account,
        csrf: frame.csrf,
        errors: of.state.errors,
        submit: t.save,
        content: [
          f.text({ name: 'name', label: t.name, autocomplete: 'name' }),
          f.radios({
            name: 'locale',
            label: t.locale,
            options: [
              { value: 'uk', label: ui.foreign('uk', t.locales.uk) },
              { value: 'en', label: ui.foreign('en', t.locales.en) },
            ],
          }),
        ],
      }),
    })}${of.delegations.length > 0 && delegations(frame, of)}${devices(frame, of)}${ui.section({
      title: t.mine,
      intro: t.mineText,
      content: html`<p><a href="${PATHS.account}/data.json">${t.take}</a></p>${ui.confirmButton({
        action: `${PATHS.account}/close`,
        csrf: frame.csrf,
        summary: t.close,
        text: t.closeText,
        label: t.closeSubmit,
      })}`,
    })}`,
  })
}

function delegations(frame: ui.Frame, of: Account): Html {
  const { locale } = frame
  const t = texts[locale].account
  return ui.section({
    title: t.delegations,
    content: ui.rows({
      items: of.delegations.map((d) => {
        const organisation = labelOf(of.organisations, d.organisationId, locale)
        return {
          when: stateTag(locale, d.state),
          title: organisation,
          text: [d.post, termOf(locale, d)].filter(Boolean).join(', '),
          action: ui.confirmButton({
            action: `${PATHS.account}/give-up`,
            csrf: frame.csrf,
            fields: { id: d.id },
            summary: t.giveUp,
            text: t.giveUpText,
            label: t.giveUp,
            hint: organisation,
            small: true,
          }),
        }
      }),
    }),
  })
}

function devices(frame: ui.Frame, of: Account): Html {
  const { locale } = frame
  const t = texts[locale].account
  return ui.section({
    title: t.sessions,
    intro: t.sessionsIntro,
    content: html`${ui.table<CabinetSession>({
      locale,
      caption: t.sessions,
      captionHidden: true,
      rows: of.sessions,
      columns: [
        { label: t.device, cell: (s) => s.device || t.unknownDevice, rowHeader: true },
        { label: t.address, cell: (s) => s.address },
        { label: t.since, cell: (s) => moment(locale, s.createdAt) },
        { label: t.seen, cell: (s) => moment(locale, s.seenAt) },
        {
          label: t.end,
          labelHidden: true,
          cell: (s) =>
            s.id === of.sessionId
              ? ui.tag(t.thisOne, 'info')
              : ui.postButton({
                  action: `${PATHS.account}/sessions/end`,
                  csrf: frame.csrf,
                  label: t.end,
                  hint: s.device || t.unknownDevice,
                  kind: 'quiet',
                  small: true,
                  fields: { id: s.id },
                }),
        },
      ],
    })}${
      of.sessions.length > 1 &&
      ui.postButton({
        action: `${PATHS.account}/sessions/end-others`,
        csrf: frame.csrf,
        label: t.endOthers,
        kind: 'quiet',
      })
    }`,
  })
}
