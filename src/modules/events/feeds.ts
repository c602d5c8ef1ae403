/** What the weekly letter of followers says of events. */
import { shortDate } from '../../kernel/texts.ts'
import { digestSources } from '../../platform/digest.ts'
import { hostedEvents } from './store/hosted.ts'
import { bilingual } from './texts/index.ts'
import { eventTitle } from './texts/names.ts'

export const eventDigest = digestSources.with({
  title: bilingual((t) => t.public.events),
  order: 20,
  items: async (db, since, until) =>
    (await hostedEvents(db, since, until)).map(({ id, firstDay, announcedAt, ...event }) => ({
      path: `/events/${id}`,
      title: { uk: eventTitle('uk', event), en: eventTitle('en', event) },
      text: { uk: shortDate('uk', firstDay), en: shortDate('en', firstDay) },
      at: announcedAt,
      organisations: event.organisations,
      kinds: event.kinds,
      directions: event.directions,
    })),
})
