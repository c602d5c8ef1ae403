import { ukCabinet } from './uk-cabinet.ts'
import { ukClaim } from './uk-claim.ts'
import { ukEntry } from './uk-entry.ts'
import { ukOffice } from './uk-office.ts'

export const uk = { ...ukEntry, ...ukClaim, ...ukOffice, ...ukCabinet }

export type RepresentativesTexts = typeof uk
