/** Public pages of editions: what each changed, its decision, the text to take. */

import { CITY_ZONE, type CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import { found } from '../../../kernel/errors.ts'
import { html } from '../../../kernel/html.ts'
import {
  type OfficialDocument,
  renderDocx,
  renderHtml,
  renderPdf,
} from '../../../platform/documents/index.ts'
import {
  download,
  localPath,
  type Reply,
  page as reply,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { exportLinks, facts, page, paragraph, section } from '../../../ui/index.ts'
import { amendingDecision } from '../documents/amending-decision.ts'
import { programmeText } from '../documents/programme-text.ts'
import { compareProposals } from '../rules/compare.ts'
import { editionAsProposed } from '../store/as-proposed.ts'
import { texts } from '../texts/index.ts'
import type { Edition, Programme } from '../types.ts'
import { changesView } from '../views/changes.ts'
import { decisionText } from '../views/decision.ts'
import { inUkrainian, programmePath, titleOf, whenText } from '../views/public-programme.ts'
import { publicEdition, publicProgramme } from './programmes.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type EditionRequest = {
  readonly programme: Programme
  readonly edition: Edition
  readonly previous: Edition | null
  readonly first: Edition
}

async function editionOf(request: WebRequest): Promise<EditionRequest> {
  const programme = await publicProgramme(request)
  const { editions } = await publicEdition(request, programme)
  const at = editions.findIndex((e) => String(e.number) === request.params['n'])
  return {
    programme,
    edition: found(editions[at], 'edition'),
    previous: editions[at + 1] ?? null,
    first: found(editions.at(-1), 'edition'),
  }
}

async function changesIn(request: WebRequest, { programme, edition, previous }: EditionRequest) {
  const { db } = request.ctx
  if (!previous) return null
  const [before, now] = await Promise.all([
    editionAsProposed(db, programme, previous),
    editionAsProposed(db, programme, edition),
  ])
  return { before, changes: compareProposals(before, now) }
}

export async function showEdition(request: WebRequest): Promise<Reply> {
  const { locale, frame, ctx } = request
  const t = texts(locale).publicPages
  const asked = await editionOf(request)
  const { programme, edition } = asked
  const compared = await changesIn(request, asked)
  const path = programmePath(locale, programme, `/editions/${edition.number}`)
  return reply(
    page(frame, {
      title: `${t.edition(edition.number)}: ${titleOf(locale, programme)}`,
      lead: whenText(locale, edition, ctx.today.toString()),
      breadcrumbs: crumbs(request, programme),
      wide: true,
      main: html`${facts([
        { term: t.decision, detail: inUkrainian(locale, decisionText(locale, edition.decision)) },
        ...(edition.reason === null ? [] : [{ term: t.reason, detail: inUkrainian(locale, edition.reason) }]),
      ])}${exportLinks({ locale, docx: `${path}/text.docx`, pdf: `${path}/text.pdf`, of: t.textOf })}${section(
        {
          title: t.comparison,
          content:
            compared === null
              ? paragraph(t.first)
              : compared.changes.length === 0
                ? paragraph(t.noChanges)
                : html`${changesView(locale, compared.changes, { caption: t.comparison, before: t.before, after: t.after })}<p>${t.decisionText}</p>${exportLinks(
                    {
                      locale,
                      docx: `${path}/decision.docx`,
                      pdf: `${path}/decision.pdf`,
                      of: t.decisionText,
                    },
                  )}`,
        },
      )}`,
    }),
  )
}

function crumbs({ locale }: WebRequest, programme: Programme) {
  const t = texts(locale).publicPages
  return [
    { label: t.programmes, href: localPath(locale, '/programmes') },
    { label: titleOf(locale, programme), href: programmePath(locale, programme) },
  ]
}

/** A document is dated by its edition, so that the same edition always gives the same file. */
function midnight(date: CivilDate | null): Temporal.Instant {
  return (date ?? Temporal.PlainDate.from('2000-01-01')).toZonedDateTime(CITY_ZONE).toInstant()
}

async function textDocument(
  request: WebRequest,
  programme: Programme,
  edition: Edition,
): Promise<OfficialDocument> {
  const { house, ctx } = request
  return programmeText({
    city: house.city,
    demonstration: house.demonstration,
    madeAt: midnight(edition.inForceFrom),
    edition,
    programme: await editionAsProposed(ctx.db, programme, edition),
  })
}

export async function showText(request: WebRequest): Promise<Reply> {
  const { locale, frame, house } = request
  const t = texts(locale).publicPages
  const programme = await publicProgramme(request)
  const { edition } = await publicEdition(request, programme)
  const document = await textDocument(request, programme, edition)
  const d = edition.decision
  return reply(
    page(frame, {
      title: t.textOf,
      lead: titleOf(locale, programme),
      breadcrumbs: crumbs(request, programme),
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'Legislation',
        name: programme.title,
        inLanguage: 'uk',
        url: house.baseUrl + programmePath(locale, programme, '/text'),
        ...(d?.number ? { legislationIdentifier: d.number } : {}),
        ...(d?.date ? { legislationDate: d.date } : {}),
        ...(d?.body ? { legislationPassedBy: { '@type': 'Organization', name: d.body } } : {}),
      },
      main: html`${exportLinks({
        locale,
        docx: programmePath(locale, programme, '/text.docx'),
        pdf: programmePath(locale, programme, '/text.pdf'),
        print: true,
        of: t.textOf,
      })}${renderHtml(document)}`,
    }),
  )
}

async function file(document: OfficialDocument, name: string, kind: 'docx' | 'pdf'): Promise<Reply> {
  return kind === 'docx'
    ? download(`${name}.docx`, DOCX, await renderDocx(document))
    : download(`${name}.pdf`, 'application/pdf', await renderPdf(document))
}

export async function textFile(request: WebRequest, kind: 'docx' | 'pdf'): Promise<Reply> {
  const programme = await publicProgramme(request)
  const { edition } = await publicEdition(request, programme)
  return file(await textDocument(request, programme, edition), programme.slug, kind)
}

export async function editionFile(request: WebRequest, kind: 'docx' | 'pdf'): Promise<Reply> {
  const { programme, edition } = await editionOf(request)
  return file(await textDocument(request, programme, edition), `${programme.slug}-${edition.number}`, kind)
}

export async function editionDecisionFile(request: WebRequest, kind: 'docx' | 'pdf'): Promise<Reply> {
  const asked = await editionOf(request)
  const compared = found(await changesIn(request, asked), 'previous edition')
  const document = amendingDecision({
    city: request.house.city,
    demonstration: request.house.demonstration,
    madeAt: midnight(asked.edition.inForceFrom),
    before: compared.before,
    adopted: asked.first.decision,
    changes: compared.changes,
    decision: asked.edition.decision,
  })
  return file(document, `${asked.programme.slug}-zminy-${asked.edition.number}`, kind)
}
