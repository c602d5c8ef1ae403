/** What other modules may know of news. */
export { isSilent } from './rules/silence.ts'
export { decideDaysOf } from './store/settings.ts'
export { shownNews } from './store/shown.ts'
export { silenceNow } from './store/silence.ts'
export type { NewsItem, PublicationId } from './types.ts'
export { NEWS, newsPath } from './views/public.ts'
