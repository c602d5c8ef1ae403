import type { Html } from '../../kernel/html.ts'

/** One part, by the name of its function, in all its states. */
export type Specimen = { name: string; states: readonly Html[] }
