/** Why a file cannot be read as a programme. The sentence and the remedy are in the texts. */
export const UNREADABLE_REASONS = [
  'too_big',
  'pdf',
  'old_word',
  'rtf',
  'encrypted',
  'other_archive',
  'broken_archive',
  'unpacks_too_big',
  'text_too_long',
  'broken_xml',
  'not_text',
  'empty',
] as const
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number]

export class UnreadableFile extends Error {
  readonly reason: UnreadableReason
  readonly values: Readonly<Record<string, string | number>>
  constructor(reason: UnreadableReason, values: Readonly<Record<string, string | number>> = {}) {
    super(`unreadable file: ${reason}`)
    this.name = 'UnreadableFile'
    this.reason = reason
    this.values = values
  }
}
