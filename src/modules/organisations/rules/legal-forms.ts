/** Legal forms of the state classifier (КОПФГ) that organisations of civil society have. */
import type { Bilingual } from '../../../kernel/texts.ts'
import type { OrganisationKind } from '../types.ts'

export const LEGAL_FORMS = [
  '810',
  '815',
  '820',
  '825',
  '830',
  '835',
  '840',
  '845',
  '850',
  '855',
  '860',
  '610',
  '620',
  '995',
] as const
export type LegalForm = (typeof LEGAL_FORMS)[number]

const NAMES: Readonly<Record<LegalForm, Bilingual<string>>> = {
  810: { uk: 'Політична партія', en: 'Political party' },
  815: { uk: 'Громадська організація', en: 'Non-governmental organisation' },
  820: { uk: 'Громадська спілка', en: 'Union of non-governmental organisations' },
  825: { uk: 'Релігійна організація', en: 'Religious organisation' },
  830: { uk: 'Профспілка', en: 'Trade union' },
  835: { uk: 'Об’єднання профспілок', en: 'Association of trade unions' },
  840: { uk: 'Творча спілка', en: 'Creative union' },
  845: { uk: 'Благодійна організація', en: 'Charity' },
  850: { uk: 'Організація роботодавців', en: 'Employers’ organisation' },
  855: {
    uk: 'Об’єднання співвласників багатоквартирного будинку',
    en: 'Association of co-owners of a house',
  },
  860: { uk: 'Орган самоорганізації населення', en: 'Self-organisation body' },
  610: { uk: 'Філія', en: 'Branch' },
  620: { uk: 'Представництво', en: 'Representative office' },
  995: { uk: 'Інші організаційно-правові форми', en: 'Other legal forms' },
}

const KIND_OF: Readonly<Partial<Record<LegalForm, OrganisationKind>>> = {
  810: 'partyBranch',
  815: 'ngo',
  820: 'ngoUnion',
  825: 'religiousCommunity',
  830: 'tradeUnion',
  835: 'tradeUnionAssociation',
  840: 'creativeUnion',
  845: 'charity',
  850: 'employersOrganisation',
  860: 'selfOrganisationBody',
}

export function isLegalForm(code: string): code is LegalForm {
  return LEGAL_FORMS.some((form) => form === code)
}

export function legalFormName(code: string): Bilingual<string> | null {
  return isLegalForm(code) ? NAMES[code] : null
}

/** The form of a name, whatever its case: exports of the register write it in capitals. */
export function legalFormOfName(name: string): LegalForm | null {
  const wanted = name.trim().toLocaleLowerCase('uk').replace(/['ʼ]/g, '’')
  return LEGAL_FORMS.find((code) => NAMES[code].uk.toLocaleLowerCase('uk') === wanted) ?? null
}

export function kindOfLegalForm(code: string): OrganisationKind | null {
  return isLegalForm(code) ? (KIND_OF[code] ?? null) : null
}
