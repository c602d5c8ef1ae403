/** Words for the kinds and states of organisations. */
import type { Bilingual } from '../../../kernel/texts.ts'
import type { OrganisationKind, OrganisationState } from '../types.ts'

export const kinds: Bilingual<Readonly<Record<OrganisationKind, string>>> = {
  uk: {
    partyBranch: 'Структурне утворення політичної партії',
    ngo: 'Громадська організація',
    ngoUnion: 'Громадська спілка',
    charity: 'Благодійна організація',
    religiousCommunity: 'Релігійна громада',
    tradeUnion: 'Професійна спілка',
    tradeUnionAssociation: 'Об’єднання професійних спілок',
    creativeUnion: 'Творча спілка',
    employersOrganisation: 'Організація роботодавців',
    selfOrganisationBody: 'Орган самоорганізації населення',
    other: 'Інша організація',
  },
  en: {
    partyBranch: 'Political party branch',
    ngo: 'Non-governmental organisation',
    ngoUnion: 'Union of non-governmental organisations',
    charity: 'Charity',
    religiousCommunity: 'Religious community',
    tradeUnion: 'Trade union',
    tradeUnionAssociation: 'Association of trade unions',
    creativeUnion: 'Creative union',
    employersOrganisation: 'Employers’ organisation',
    selfOrganisationBody: 'Self-organisation body',
    other: 'Other organisation',
  },
}

/** Of several, as a heading. */
export const kindsPlural: Bilingual<Readonly<Record<OrganisationKind, string>>> = {
  uk: {
    partyBranch: 'Структурні утворення політичних партій',
    ngo: 'Громадські організації',
    ngoUnion: 'Громадські спілки',
    charity: 'Благодійні організації',
    religiousCommunity: 'Релігійні громади',
    tradeUnion: 'Професійні спілки',
    tradeUnionAssociation: 'Об’єднання професійних спілок',
    creativeUnion: 'Творчі спілки',
    employersOrganisation: 'Організації роботодавців',
    selfOrganisationBody: 'Органи самоорганізації населення',
    other: 'Інші організації',
  },
  en: {
    partyBranch: 'Political party branches',
    ngo: 'Non-governmental organisations',
    ngoUnion: 'Unions of non-governmental organisations',
    charity: 'Charities',
    religiousCommunity: 'Religious communities',
    tradeUnion: 'Trade unions',
    tradeUnionAssociation: 'Associations of trade unions',
    creativeUnion: 'Creative unions',
    employersOrganisation: 'Employers’ organisations',
    selfOrganisationBody: 'Self-organisation bodies',
    other: 'Other organisations',
  },
}

export const states: Bilingual<Readonly<Record<OrganisationState, string>>> = {
  uk: { active: 'діє', terminating: 'у стані припинення', terminated: 'припинена' },
  en: { active: 'active', terminating: 'being wound up', terminated: 'wound up' },
}
