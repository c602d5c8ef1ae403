import { enCabinet } from './en-cabinet.ts'
import { enClaim } from './en-claim.ts'
import { enEntry } from './en-entry.ts'
import { enOffice } from './en-office.ts'
import type { RepresentativesTexts } from './uk.ts'

export const en: RepresentativesTexts = { ...enEntry, ...enClaim, ...enOffice, ...enCabinet }
