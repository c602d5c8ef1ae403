/** Official documents out; see README.md. Tables in and out are in `tables/index.ts`. */
export * from './builders.ts'
export { renderDocx } from './docx.ts'
export { renderHtml } from './html.ts'
export {
  DSTU_4163,
  type Layout,
  type LayoutSettings,
  layoutOf,
  officialLayout,
  reportLayout,
  type Setting,
} from './layouts.ts'
export type * from './model.ts'
export { TO_FILL } from './model.ts'
export { renderPdf } from './pdf.ts'
