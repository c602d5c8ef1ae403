/** Proof that all were invited alike: who, how, what they answered, who came. */
import { dayOf } from '../../../kernel/civil-date.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { p, table } from '../../../platform/documents/index.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import type { OrganisationLine } from '../../organisations/index.ts'
import { documentsUk } from '../texts/documents.ts'
import { textsOf } from '../texts/index.ts'
import { whenOf } from '../texts/names.ts'
import type { Invitation } from '../types/invitation.ts'
import type { CityEvent, EventDay, OrganisationId } from '../types.ts'
import { type Dress, dressed } from './dress.ts'

const t = documentsUk.invited

type Lines = ReadonlyMap<OrganisationId, OrganisationLine>

function toldHow(i: Invitation): string {
  if (i.toldOtherwise !== null) return i.toldOtherwise
  return i.letters === 0 ? t.noAddress : t.letter(shortDate('uk', dayOf(i.invitedAt)))
}

export function invitationList(
  list: Dress & {
    readonly event: CityEvent
    readonly days: readonly EventDay[]
    readonly invitations: readonly Invitation[]
    readonly lines: Lines
  },
) {
  const heading = t.heading(list.event.title, whenOf('uk', list.days))
  const { invitations } = list
  const of = (state: Invitation['state']) => invitations.filter((i) => i.state === state).length
  return dressed(list, {
    title: `${t.kind} ${heading}`,
    requisites: { kind: t.kind, heading },
    body:
      invitations.length === 0
        ? [p(t.none)]
        : [
            p(t.sum(invitations.length, of('accepted'), of('declined'), of('invited'))),
            table({
              caption: t.caption,
              columns: [
                { share: 1 },
                { share: 8 },
                { share: 5 },
                { share: 4 },
                { share: 2, align: 'end' },
                { share: 2, align: 'end' },
              ],
              header: [[...t.head]],
              body: invitations.map((i, n) => [
                String(n + 1),
                list.lines.get(i.organisationId)?.name ?? '',
                toldHow(i),
                t.states[i.state],
                String(i.named),
                i.attended === null ? '–' : String(i.attended),
              ]),
              rowHeader: 1,
            }),
          ],
  })
}

export function invitationSheet(
  locale: Locale,
  rows: readonly Invitation[],
  lines: Lines,
): Sheet<Invitation> {
  const w = textsOf(locale).office.invitations
  return {
    name: w.title,
    rows,
    columns: [
      {
        key: 'organisation',
        title: w.organisation,
        kind: 'text',
        value: (i) => lines.get(i.organisationId)?.name ?? '',
      },
      {
        key: 'edrpou',
        title: 'ЄДРПОУ',
        kind: 'text',
        value: (i) => lines.get(i.organisationId)?.edrpou ?? null,
      },
      { key: 'invited', title: w.invitedOn, kind: 'instant', value: (i) => i.invitedAt },
      { key: 'letters', title: w.letters, kind: 'integer', value: (i) => i.letters },
      { key: 'told', title: w.toldOtherwise, kind: 'text', value: (i) => i.toldOtherwise },
      { key: 'state', title: w.state, kind: 'text', value: (i) => w.states[i.state] },
      { key: 'answered', title: w.answeredOn, kind: 'instant', value: (i) => i.answeredAt },
      { key: 'named', title: w.named, kind: 'integer', value: (i) => i.named },
      { key: 'attended', title: w.attended, kind: 'integer', value: (i) => i.attended },
    ],
  }
}
