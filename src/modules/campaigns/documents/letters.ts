/**
 * Paper letters of a check in one file. The first leaf stays here, so that every letter begins on a leaf of its own
 * when both sides are printed; on its back is the form that is filled in by pen.
 */
import type { Temporal } from '../../../kernel/civil-date.ts'
import {
  addressee,
  annex,
  bold,
  cell,
  figure,
  h,
  letterhead,
  note,
  type OfficialDocument,
  officialDocument,
  type PlainBlock,
  p,
  pageBreak,
  reportLayout,
  table,
} from '../../../platform/documents/index.ts'
import { qrCode } from '../../../platform/documents/qr.ts'
import type { House } from '../../../platform/house.ts'
import type { Registered } from '../rules/correction.ts'
import { type Filling, filled } from '../rules/letter.ts'
import { masked } from '../rules/mask.ts'
import { texts } from '../texts/index.ts'
import { official as t } from '../texts/official-uk.ts'
import type { Campaign } from '../types.ts'

export type PaperLetter = {
  readonly name: string
  /** Null: nobody knows where it goes; the clerk writes it. */
  readonly address: string | null
  readonly filling: Filling
  readonly registered: Registered
  readonly directions: readonly string[]
}

/** @param from of how many of all, for the cover: counts from 0 */
export function lettersDocument(
  campaign: Campaign,
  house: House,
  letters: readonly PaperLetter[],
  from: number,
  madeAt: Temporal.Instant,
): OfficialDocument {
  const site = `${house.baseUrl}/check`
  return officialDocument({
    locale: 'uk',
    layout: reportLayout,
    title: `${campaign.title}. ${t.coverHeading}`,
    madeAt,
    demonstration: house.demonstration ? t.demonstration : null,
    requisites: { institution: [house.city.council.uk], kind: '', heading: t.coverHeading },
    body: [
      p(t.cover(letters.length, from + 1, from + letters.length)),
      pageBreak(),
      note(t.coverBack),
      ...letters.flatMap((letter) => [
        pageBreak(),
        ...face(campaign, house, letter, site),
        pageBreak(),
        ...back(letter),
      ]),
    ],
    annexes: [
      annex({
        mark: [],
        title: t.addressees,
        body: [
          table({
            caption: '',
            columns: [{ share: 8, align: 'center' }, { share: 52 }, { share: 40 }],
            header: [[t.head.number, t.head.name, t.address]],
            body: letters.map((l, i) => [String(from + i + 1), l.name, l.address ?? t.noAddress]),
            rowHeader: 1,
          }),
        ],
      }),
    ],
  })
}

function face(campaign: Campaign, house: House, letter: PaperLetter, site: string): PlainBlock[] {
  // On paper nobody can follow a long link: the site's page and the code stand in its place.
  const filling = { ...letter.filling, посилання: site }
  return [
    letterhead([house.city.council.uk]),
    addressee([letter.name, letter.address ?? '']),
    h(1, t.letterHeading(campaign.year)),
    ...filled(campaign.letterBody, filling)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => p(line)),
    figure({
      picture: { type: 'svg', markup: qrCode(letter.filling.посилання, t.qr) },
      alt: t.qr,
      caption: '',
      percent: 18,
    }),
    p(t.byHand(site.replace(/^https?:\/\//, '')), 'start'),
    p(bold(letter.filling.код), 'center'),
    p(`${campaign.signatoryPost}                    ${campaign.signatoryName}`, 'start'),
  ]
}

function back({ name, registered: r, directions }: PaperLetter): PlainBlock[] {
  const words = texts.uk.public
  const contact = (kind: Registered['contacts'][number]['kind']) =>
    r.contacts
      .filter((c) => c.kind === kind)
      .map((c) => (c.access === 'public' ? c.value : masked(c.value)))
      .join('; ')
  const rows: readonly (readonly [string, string | null])[] = [
    [words.fields.name, r.fields.name],
    [words.fields.shortName, r.fields.shortName],
    [words.fields.edrpou, r.fields.edrpou],
    ...(r.kind === 'selfOrganisationBody' ? ([[words.fields.territory, r.fields.territory]] as const) : []),
    [words.fields.officers, r.officers.map((o) => `${o.name}, ${o.post}`).join('; ')],
    [words.contactKinds.address, contact('address')],
    [words.contactKinds.phone, contact('phone')],
    [words.contactKinds.email, contact('email')],
    [words.contactKinds.site, contact('site')],
    [words.fields.directions, directions.join(', ')],
  ]
  return [
    h(1, t.formHeading(name)),
    p(t.formLead),
    p(t.allRight, 'start'),
    table({
      caption: '',
      columns: [{ share: 22 }, { share: 38 }, { share: 40 }],
      header: [[t.field, t.registered, t.right]],
      // Room for a hand.
      body: rows.map(([what, value]) => [what, value || t.none, cell([' ', ' '])]),
      rowHeader: 0,
    }),
    p(t.who, 'start'),
    p(t.sign, 'start'),
    note(words.privacy),
  ]
}
