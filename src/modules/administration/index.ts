/** What the house may know of its own upkeep. */
export { AUDIT_KEY } from './jobs.ts'
