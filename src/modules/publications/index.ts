/** What other modules may know of news. */
export { shownNews } from './store/shown.ts'
export type { NewsItem, PublicationId } from './types.ts'
export { NEWS, newsPath } from './views/public.ts'
