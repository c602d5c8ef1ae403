/** What other modules may know of the outbox. */
export { waiting as waitingMailings } from './store.ts'
