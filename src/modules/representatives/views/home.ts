/** The first page of the cabinet, and a claim that came back. */
import { type Html, html } from '../../../kernel/html.ts'
import { moment, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { organisationPath } from '../../organisations/index.ts'
import type { CabinetTask } from '../events/tasks.ts'
import { texts } from '../texts/index.ts'
import type { Delegation } from '../types.ts'
import { basisFields, REPRESENT } from './claim.ts'
import { PATHS } from './entry.ts'
import { labelOf, type Organisations, stateTag, termOf } from './shared.ts'

export type Home = {
  readonly organisations: Organisations
  /** Of the person, latest first. */
  readonly delegations: readonly Delegation[]
  /** Of these, those that hold today. */
  readonly holding: readonly Delegation[]
  readonly tasks: readonly CabinetTask[]
  readonly done: string
}

export function homePage(frame: ui.Frame, home: Home): Html {
  const { locale } = frame
  const t = texts[locale].home
  const claims = home.delegations.filter((d) => d.state === 'submitted' || d.state === 'returned')
  const past = home.delegations.filter((d) => !home.holding.includes(d) && !claims.includes(d))
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(home.holding.length),
    noIndex: true,
    notices: ui.doneNotice(locale, { confirmed: t.confirmed, resubmitted: t.resubmitted }, home.done),
    main: html`${
      (home.holding.length > 0 || home.tasks.length > 0) &&
      ui.section({
        title: t.tasks,
        content: ui.rows({
          items: home.tasks.map((task) => ({
            title: task.title,
            text: task.text,
            action: ui.linkButton({ label: task.step, href: task.href, small: true, hint: task.title }),
          })),
          empty: t.noTasks,
        }),
      })
    }${
      home.holding.length > 0 &&
      ui.section({
        title: t.organisations,
        content: ui.rows({
          items: home.holding.map((d) => ({
            title: labelOf(home.organisations, d.organisationId, locale),
            text: t.until(d.post, d.to ? shortDate(locale, d.to) : ''),
            action: html`<a href="${localPath(locale, organisationPath(d.organisationId))}">${t.page}</a>`,
          })),
        }),
      })
    }${claims.length > 0 && ui.section({ title: t.claims, content: claimRows(frame, home, claims) })}${
      past.length > 0 &&
      ui.disclosure({
        summary: t.past,
        content: ui.bullets(
          past.map(
            (d) =>
              html`${labelOf(home.organisations, d.organisationId, locale)}: ${d.post}, ${termOf(locale, d)} ${stateTag(locale, d.state)}`,
          ),
        ),
      })
    }<p><a href="${localPath(locale, REPRESENT)}">${t.another}</a></p>`,
  })
}

function claimRows(frame: ui.Frame, home: Home, claims: readonly Delegation[]): Html {
  const { locale } = frame
  const t = texts[locale].home
  return ui.rows({
    items: claims.map((d) => ({
      when: stateTag(locale, d.state),
      title: labelOf(home.organisations, d.organisationId, locale),
      text: d.state === 'returned' ? t.returned(d.reason ?? '') : moment(locale, d.claimedAt),
      ...(d.state === 'returned'
        ? { action: ui.linkButton({ label: t.mend, href: `/cabinet/claims/${d.id}`, small: true }) }
        : {}),
    })),
  })
}

export function resubmitPage(
  frame: ui.Frame,
  of: {
    readonly claim: Delegation
    readonly organisation: string
    readonly letterName: string | null
    readonly state: FormState
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const basis = of.claim.basis === 'paper' ? 'paper' : 'letter'
  const f = ui.fieldsOf(locale, of.state, { post: of.claim.post, basis })
  return ui.page(frame, {
    title: t.resubmit.title,
    lead: t.claim.lead(of.organisation),
    breadcrumbs: [{ label: t.home.title, href: PATHS.home }],
    noIndex: true,
    main: html`${ui.notice({
      locale,
      tone: 'warning',
      title: t.resubmit.reason,
      body: of.claim.reason ?? '',
    })}${ui.form({
      locale,
      action: `/cabinet/claims/${of.claim.id}`,
      csrf: frame.csrf,
      errors: of.state.errors,
      multipart: true,
      submit: t.resubmit.submit,
      cancelHref: PATHS.home,
      content: [
        f.text({ name: 'post', label: t.claim.post, hint: t.claim.postHint }),
        of.letterName !== null && ui.paragraph(t.resubmit.have(of.letterName), 'soft'),
        basisFields(frame, f),
      ],
    })}`,
  })
}
