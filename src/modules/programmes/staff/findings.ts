/** Findings and lines that were not understood: each has a small form of its own. */
import type { z } from 'zod'
import type { Html } from '../../../kernel/html.ts'
import { Refused } from '../../../kernel/refusal.ts'
import { type Reply, redirect, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { parseForm } from '../../../platform/http/submit.ts'
import { decideLines, resolveFinding } from '../actions/review.ts'
import { findingForm, lineForm } from '../forms/review.ts'
import { sentenceOf } from '../texts/index.ts'
import { draftPath, reviewPage } from '../views/review-page.ts'
import { findingList, lineList } from '../views/review-sections.ts'
import { draftIdOf, openReview } from './review-request.ts'
import { notices } from './sections.ts'

type Failed = { readonly key: string; readonly message: string }

export async function showFindings(request: WebRequest): Promise<Reply> {
  return reply(await listPage(request, 'findings', null))
}

export async function showLines(request: WebRequest): Promise<Reply> {
  return reply(await listPage(request, 'lines', null))
}

async function listPage(
  request: WebRequest,
  section: 'findings' | 'lines',
  failed: Failed | null,
): Promise<Html> {
  const { draft, source, editable } = await openReview(request)
  const around = { locale: request.locale, csrf: request.frame.csrf, draft, editable }
  const passages = section === 'findings' ? draft.reading.findings : draft.reading.notUnderstood
  return reviewPage(request.frame, {
    draft,
    source,
    section,
    marked: passages.map((p) => p.lines),
    notices: notices(request, false, {}),
    main: section === 'findings' ? findingList(around, failed) : lineList(around, failed),
  })
}

export async function settleFinding(request: WebRequest): Promise<Reply> {
  const key = request.params['key'] ?? ''
  return small(request, 'findings', key, findingForm, ({ action, note, value }) =>
    resolveFinding(request.ctx, {
      id: draftIdOf(request),
      key,
      action: action === 'reopened' ? null : action,
      note,
      value,
    }),
  )
}

export async function settleLine(request: WebRequest): Promise<Reply> {
  const key = request.params['key'] ?? ''
  return small(request, 'lines', key, lineForm, ({ action, part, note }) =>
    decideLines(request.ctx, {
      id: draftIdOf(request),
      keys: key === 'all' ? [] : [key],
      decision:
        action === 'assigned'
          ? { action, part: part ?? 'problems' }
          : action === 'dismissed'
            ? { action, note }
            : { action },
    }),
  )
}

/** Fields bear the key of their row, so that each has an id of its own on the page. */
async function small<T>(
  request: WebRequest,
  section: 'findings' | 'lines',
  key: string,
  schema: z.ZodType<T>,
  act: (input: T) => Promise<unknown>,
): Promise<Reply> {
  const own = Object.fromEntries(
    Object.entries(request.form).map(([name, value]) => [
      name.endsWith(`-${key}`) ? name.slice(0, -key.length - 1) : name,
      value,
    ]),
  )
  const parsed = parseForm(schema, own, request.locale)
  const again = async (message: string) => reply(await listPage(request, section, { key, message }), 422)
  if (!parsed.ok) return again(parsed.errors.map((e) => e.message).join('. '))
  try {
    await act(parsed.value)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return again(error.refusals.map((r) => sentenceOf(request.locale, r)).join('. '))
  }
  const anchor = section === 'findings' ? `#finding-${key}` : ''
  return redirect(`${draftPath({ id: draftIdOf(request) }, `/${section}`)}?saved=1${anchor}`)
}
