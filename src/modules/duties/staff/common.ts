/** What the addresses of the office share. */
import { found } from '../../../kernel/errors.ts'
import { asId, type Id, isId } from '../../../kernel/ids.ts'
import { one, type Policy, type WebRequest } from '../../../platform/http/route.ts'
import { activeProgramme, type Programme, programmeBySlug } from '../../programmes/index.ts'
import { mayChangeReminders, mayDecideDuties, mayRecordAny } from '../policy.ts'
import { refusalSentence } from '../texts/index.ts'

export const decides: Policy = { name: 'duty.decide', allows: mayDecideDuties }
export const records: Policy = { name: 'evidence.record', allows: mayRecordAny }
export const reminds: Policy = { name: 'reminder.set', allows: mayChangeReminders }

export function idParam<Of extends string>(request: WebRequest, what: Of): Id<Of> {
  const text = request.params['id'] ?? ''
  return found(isId(text) ? asId<Of>(text) : null, what)
}

/** The programme named by `?programme=`, else the one that is carried out now; null while there is none. */
export async function chosenProgramme(request: WebRequest): Promise<Programme | null> {
  const slug = one(request.query, 'programme')
  const { db, today } = request.ctx
  return (slug === '' ? null : await programmeBySlug(db, slug)) ?? activeProgramme(db, today)
}

export function sentences(request: WebRequest) {
  return (refusal: Parameters<typeof refusalSentence>[1]) => refusalSentence(request.locale, refusal)
}

export function doneKey(request: WebRequest): string {
  return one(request.query, 'done')
}
