/** What the house and other modules may know of representatives. */
export { representativeChair } from './cabinet/demo.ts'
export { keepLocale as keepCabinetLocale, visitorOf as cabinetVisitorOf } from './store/visitors.ts'
