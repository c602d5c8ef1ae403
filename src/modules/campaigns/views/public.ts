/** What an organisation sees by its link, and what everybody sees of a finished check. */
import { type Html, html } from '../../../kernel/html.ts'
import { longDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { answered, totalOf } from '../rules/standing.ts'
import type { RegisteredWhole } from '../store/registered.ts'
import { texts } from '../texts/index.ts'
import { ANSWER_WAYS, type Campaign, type Invitation } from '../types.ts'
import { kindTable } from './board.ts'
import { confirmFormOf, correctFormOf, registeredFacts, type Shown } from './registered.ts'

export function codePage(frame: ui.Frame, form: FormState): Html {
  const { locale, csrf } = frame
  const t = texts[locale].public
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  return ui.page(frame, {
    title: t.codeTitle,
    lead: t.codeLead,
    main: ui.form({
      locale,
      csrf,
      action: localPath(locale, '/check'),
      errors: form.errors,
      submit: t.codeSubmit,
      content: f.text({
        name: 'code',
        label: t.code,
        hint: t.codeHint,
        width: 'medium',
        autocomplete: 'off',
        spellcheck: false,
      }),
    }),
  })
}

/** Nothing of the organisation stands here: the link may be old and in other hands. */
export function overPage(frame: ui.Frame, campaign: Pick<Campaign, 'contact'>): Html {
  const t = texts[frame.locale].public
  return ui.page(frame, {
    title: t.overTitle,
    noIndex: true,
    main: html`<p>${t.overText}</p><p>${campaign.contact}</p>`,
  })
}

export type CheckView = {
  readonly campaign: Campaign
  readonly invitation: Invitation
  readonly shown: Shown & { readonly registered: RegisteredWhole }
  readonly secret: string
  readonly form: FormState
  readonly done: string
}

function checkPath(frame: ui.Frame, secret: string, rest = ''): string {
  return localPath(frame.locale, `/check/${secret}${rest}`)
}

export function checkPage(frame: ui.Frame, view: CheckView, council: string): Html {
  const { locale } = frame
  const t = texts[locale].public
  const { campaign, invitation, shown } = view
  const { verifiedOn, contacts } = shown.registered
  const thanks =
    view.done === 'confirmed' ? t.thanksConfirmed : view.done === 'corrected' ? t.thanksCorrected : null
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(council, campaign.term ? longDate(locale, campaign.term) : ''),
    noIndex: true,
    notices: [
      thanks !== null && ui.notice({ locale, tone: 'success', body: thanks, live: true }),
      invitation.answeredAt !== null &&
        ui.notice({
          locale,
          tone: 'info',
          body: t.answered(
            longDate(locale, invitation.answeredAt.toZonedDateTimeISO('Europe/Kyiv').toPlainDate()),
          ),
        }),
    ],
    main: html`${ui.section({
      title: t.whatWeKnow,
      intro: verifiedOn ? t.verified(longDate(locale, verifiedOn)) : t.neverVerified,
      content: [
        registeredFacts(locale, shown),
        contacts.some((c) => c.access !== 'public') && ui.paragraph(t.masked, 'soft'),
      ],
    })}${ui.section({
      title: t.confirmTitle,
      content: confirmFormOf(frame, shown.registered.version, {
        action: checkPath(frame, view.secret),
        form: view.form,
        ways: [],
        privacy: `${t.privacy} ${t.ask}: ${campaign.contact}`,
      }),
    })}${ui.section({
      title: t.correctTitle,
      intro: t.correctText,
      content: ui.linkButton({
        label: t.correct,
        href: checkPath(frame, view.secret, '/correct'),
        kind: 'quiet',
      }),
    })}`,
  })
}

export function correctPage(frame: ui.Frame, view: Omit<CheckView, 'done'>): Html {
  const { locale } = frame
  const t = texts[locale].public
  return ui.page(frame, {
    title: t.correctPage,
    lead: t.correctLead,
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: checkPath(frame, view.secret) }],
    main: html`${correctFormOf(frame, view.shown, {
      action: checkPath(frame, view.secret, '/correct'),
      form: view.form,
      ways: [],
      cancelHref: checkPath(frame, view.secret),
      privacy: `${t.privacy} ${t.ask}: ${view.campaign.contact}`,
    })}`,
  })
}

export function resultsPage(frame: ui.Frame, campaigns: readonly Campaign[]): Html {
  const { locale } = frame
  const t = texts[locale].public
  return ui.page(frame, {
    title: t.resultsTitle,
    lead: t.resultsLead,
    main: ui.rows({
      empty: t.resultsNone,
      items: campaigns.flatMap((c) =>
        c.result === null
          ? []
          : [
              {
                when: String(c.year),
                title: t.resultTitle(c.year),
                href: localPath(locale, `/checks/${c.year}`),
                text: t.resultLead(c.result.asked, answered(totalOf(c.result.byKind))),
              },
            ],
      ),
    }),
  })
}

/** Figures only: who was silent is known to the office. */
export function resultPage(frame: ui.Frame, campaign: Campaign): Html {
  const { locale } = frame
  const t = texts[locale].public
  const { result, openedOn, closedOn } = campaign
  if (result === null || openedOn === null || closedOn === null) return html``
  return ui.page(frame, {
    title: t.resultTitle(campaign.year),
    lead: t.resultLead(result.asked, answered(totalOf(result.byKind))),
    breadcrumbs: [{ label: t.resultsTitle, href: localPath(locale, '/checks') }],
    main: html`<p>${t.resultPeriod(longDate(locale, openedOn), longDate(locale, closedOn))}</p>${kindTable(
      frame,
      { counts: result.byKind },
      t.resultTable,
    )}${ui.section({
      title: t.resultWays,
      content: ui.facts(ANSWER_WAYS.map((w) => ({ term: texts[locale].ways[w], detail: result.byWay[w] }))),
    })}`,
  })
}
