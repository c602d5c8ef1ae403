/** Inputs of public hearings. The organisation comes by its name and is looked up. */
import { z } from 'zod'
import {
  choice,
  date,
  line,
  optionalDate,
  optionalId,
  optionalLine,
  optionalLink,
  optionalParagraphs,
  paragraphs,
  whole,
} from '../../kernel/inputs.ts'
import { shortDate } from '../../kernel/texts.ts'
import type { FormValues } from '../../platform/http/route.ts'
import { votesText } from './rules/votes.ts'
import { AUTHOR_KINDS, type Hearing, INITIATORS, type Minutes, SUBJECTS } from './types.ts'

const hearing = {
  title: line(300),
  titleEn: optionalLine(300),
  subject: choice(SUBJECTS),
  territory: optionalLine(300),
  ground: optionalParagraphs(5_000),
  initiatorKind: choice(INITIATORS),
  initiator: optionalLine(300),
  organisation: optionalLine(300),
  receivedOn: optionalDate(),
}
export const receiveForm = z.strictObject(hearing)
export const editForm = z.strictObject({ ...hearing, version: whole(1) })
export type HearingForm = z.infer<typeof receiveForm>

export const versionForm = z.strictObject({ version: whole(1) })
export const declineForm = z.strictObject({ version: whole(1), reason: paragraphs(2_000) })

export const sheetForm = z.strictObject({
  label: line(100),
  signatures: whole(0, 100_000),
  valid: whole(0, 100_000),
  remark: optionalLine(500),
})
export const emptyForm = z.strictObject({})

export const callForm = z.strictObject({
  version: whole(1),
  day: date(),
  starts: line(10).transform((text, ctx): string => {
    const m = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text)
    if (m) return `${m[1]!.padStart(2, '0')}:${m[2]}`
    ctx.addIssue({ code: 'custom', message: 'not_a_time' })
    return z.NEVER
  }),
  place: line(300),
  address: optionalLine(300),
  unitId: optionalId<'unit'>(),
  shortNoticeReason: optionalParagraphs(2_000),
})

export const minutesForm = z.strictObject({
  minutesVersion: whole(0),
  chair: line(200),
  secretary: line(200),
  participants: whole(0, 100_000),
  course: paragraphs(50_000),
  votes: optionalParagraphs(10_000),
  signedOn: optionalDate(),
})

export const proposalForm = z.strictObject({
  text: paragraphs(5_000),
  authorKind: choice(AUTHOR_KINDS),
  author: optionalLine(200),
  organisation: optionalLine(300),
  unitId: optionalId<'unit'>(),
})

export const decideProposalForm = z.strictObject({
  proposalVersion: whole(1),
  state: choice(['taken', 'partly', 'rejected']),
  reason: paragraphs(5_000),
})

export const decisionForm = z.strictObject({
  version: whole(1),
  body: line(200),
  number: line(50),
  on: date(),
  text: paragraphs(20_000),
  link: optionalLink(),
})

export const followUpForm = z.strictObject({ note: paragraphs(5_000) })

export function hearingValues(h: Hearing): FormValues {
  return {
    title: h.title,
    titleEn: h.titleEn ?? '',
    subject: h.subject,
    territory: h.territory ?? '',
    ground: h.ground ?? '',
    initiatorKind: h.initiatorKind,
    initiator: h.initiator ?? '',
    organisation: h.organisation ?? '',
    receivedOn: h.receivedOn ? shortDate('uk', h.receivedOn) : '',
  }
}

export function minutesValues(m: Minutes | null): FormValues {
  return {
    chair: m?.chair ?? '',
    secretary: m?.secretary ?? '',
    participants: m ? String(m.participants) : '',
    course: m?.course ?? '',
    votes: m ? votesText(m.votes) : '',
    signedOn: m?.signedOn ? shortDate('uk', m.signedOn) : '',
  }
}
