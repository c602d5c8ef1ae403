/** What other modules may know of programmes. */
export type * from './types.ts'
