/** Events that invented organisations offer: one in the calendar, one that came back, one that waits. */
import { civilDate } from '../src/kernel/civil-date.ts'
import { acceptOffer, returnOffer, sendOffer } from '../src/modules/offers/actions.ts'
import type { OfferContent } from '../src/modules/offers/types.ts'
import { DEMO_EMAIL } from '../src/modules/representatives/actions/demo.ts'
import type { Tx } from '../src/platform/context.ts'
import type { House } from '../src/platform/house.ts'
import { NIZHYN } from './city.ts'
import type { Cast } from './load.ts'
import type { DemoOrganisations } from './organisations.ts'
import type { Speakers } from './representatives.ts'

type Offered = Pick<OfferContent, 'kind' | 'title' | 'purpose' | 'starts' | 'ends' | 'place' | 'address'> & {
  readonly organisation: string
  readonly email: string
  /** Days from today. */
  readonly ahead: number
  /** Days before today. */
  readonly ago: number
  readonly fate: 'accepted' | 'returned' | 'waits'
}

const OFFERS: readonly Offered[] = [
  {
    organisation: 'rozmai',
    email: DEMO_EMAIL,
    kind: 'other',
    title: 'Годуємо птахів: робимо годівнички разом',
    purpose: 'Дошки й цвяхи є, молотки візьміть свої. Приходьте з дітьми.',
    ahead: 10,
    starts: '11:00',
    ends: '13:00',
    place: 'Двір палацу культури',
    address: 'пл. І. Франка, 2',
    ago: 5,
    fate: 'accepted',
  },
  {
    organisation: 'pryhulok',
    email: DEMO_EMAIL,
    kind: 'other',
    title: 'День відкритих дверей у прихистку',
    purpose: 'Познайомитеся з тваринами.',
    ahead: 17,
    starts: '10:00',
    ends: null,
    place: 'Прихисток',
    address: null,
    ago: 4,
    fate: 'returned',
  },
  {
    organisation: 'krok',
    email: 'daryna@demo.invalid',
    kind: 'discussionClub',
    title: 'Місто на колесах: що заважає проїхати',
    purpose: 'Покажемо мапу пандусів і поговоримо, з чого почати. Є переклад жестовою мовою.',
    ahead: 14,
    starts: '17:30',
    ends: '19:00',
    place: 'Міська бібліотека',
    address: 'вул. Гоголя, 15',
    ago: 1,
    fate: 'waits',
  },
]

export async function offerEvents(
  tx: Tx,
  cast: Cast,
  organisations: DemoOrganisations,
  speakers: Speakers,
  { baseUrl, keyFor }: { readonly baseUrl: string; readonly keyFor: House['keyFor'] },
): Promise<void> {
  const house = { baseUrl, city: NIZHYN, keyFor }
  for (const { organisation, email, ahead, ago, fate, ...told } of OFFERS) {
    const organisationId = organisations.get(organisation)
    if (!organisationId) continue
    const { year, month, day } = tx.today.add({ days: ahead })
    const id = await sendOffer(speakers.as(email, tx.today.subtract({ days: ago })), {
      organisationId,
      content: { ...told, day: civilDate(year, month, day), mode: 'onSite', link: null },
    })
    const clerk = cast.as('koordynator', tx.today.subtract({ days: ago - 1 }))
    if (fate === 'accepted')
      await acceptOffer(clerk, house, { id, version: 1 }, { unitId: null, counts: false, announce: true })
    if (fate === 'returned')
      await returnOffer(
        clerk,
        house,
        { id, version: 1 },
        { reason: 'unclear', words: 'Допишіть адресу і чи можна прийти з дітьми.' },
      )
  }
}
