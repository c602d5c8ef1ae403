/** Letters of a wave, so many at a time: what is written stays written, whenever the work is broken off. */
import { found } from '../../../kernel/errors.ts'
import { longDate } from '../../../kernel/texts.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { hold } from '../../../platform/mail.ts'
import { secretsOf } from '../credentials.ts'
import { type Filling, filled } from '../rules/letter.ts'
import { campaignById } from '../store/campaigns.ts'
import * as store from '../store/letters.ts'
import { texts } from '../texts/index.ts'
import type { Campaign, Invitation } from '../types.ts'

const BATCH = 200

/** What letters need beside the campaign. */
export type Sender = {
  readonly key: Buffer
  readonly baseUrl: string
  /** «Ніжинська міська рада». */
  readonly council: string
}

/** Writes one batch of the oldest unfinished wave. @returns false when nothing is left to write */
export function writeSomeLetters(ctx: Context, sender: Sender): Promise<boolean> {
  return transact(ctx, async (tx) => {
    const wave = await store.claimWave(tx.db)
    if (wave === null) return false
    const campaign = found(await campaignById(tx.db, wave.campaignId), 'campaign')
    const batch = await store.nextUnwritten(tx.db, wave.id, BATCH)
    if (batch.length > 0) {
      await hold(tx, {
        kind: wave.number === 1 ? 'campaign.letter' : 'campaign.reminder',
        title: texts.uk.mailing(campaign.title, wave.number, batch[0]!.name, batch.at(-1)!.name),
        messages: batch.flatMap((i) =>
          i.email === null
            ? []
            : [
                {
                  dedupeKey: store.messageKey(wave.id, i.id),
                  to: i.email,
                  name: i.name,
                  subject: filled(wave.subject, fillingOf(campaign, i, sender)),
                  body: filled(wave.body, fillingOf(campaign, i, sender)),
                },
              ],
        ),
      })
      await store.markWritten(
        tx.db,
        wave.id,
        batch.map((i) => i.id),
      )
    }
    if (batch.length < BATCH) await store.markFinished(tx, wave.id)
    audit(
      tx,
      'campaign.letters',
      { type: 'campaign', id: campaign.id },
      { after: { wave: wave.number, letters: batch.length } },
    )
    return true
  })
}

export function fillingOf(campaign: Campaign, invitation: Invitation, sender: Sender): Filling {
  const { secret, code } = secretsOf(sender.key, invitation.id)
  return {
    організація: invitation.name,
    посилання: `${sender.baseUrl}/check/${secret}`,
    код: code,
    строк: campaign.term === null ? '' : longDate('uk', campaign.term),
    рік: String(campaign.year),
    рада: sender.council,
    довідки: campaign.contact,
  }
}
