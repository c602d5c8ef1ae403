/** What the house and other modules may know of representatives. */
export { representativeChair } from './cabinet/demo.ts'
export { type CabinetSource, type CabinetTask, cabinetTasks } from './events/tasks.ts'
export { type Speaker, speakersOf } from './store/lists.ts'
export { keepLocale as keepCabinetLocale, visitorOf as cabinetVisitorOf } from './store/visitors.ts'
export type { RepresentativeId } from './types.ts'
export { onBehalfField } from './views/on-behalf.ts'
