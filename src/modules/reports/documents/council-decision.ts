/** The draft of the council's decision on a yearly or final report (Law 280/97-ВР, article 26, part 1, item 22). */
import {
  clause,
  type OfficialDocument,
  officialDocument,
  officialLayout,
  p,
  TO_FILL,
} from '../../../platform/documents/index.ts'
import { decisionUk, spanUk } from '../texts/narrative-uk.ts'
import { official as t } from '../texts/official-uk.ts'
import type { FrozenConsolidated } from '../types/frozen.ts'
import type { Dress } from './parts.ts'

export function councilDecision(content: FrozenConsolidated, dress: Dress): OfficialDocument {
  const { programme, requisites } = content
  const span = spanUk(content, programme)
  const final = content.kind === 'final'
  const heading = (final ? t.finalDecisionHeading : t.decisionHeading)(programme.title, span)
  const undone = content.measures
    .filter((m) => m.state === 'notDone' || m.state === 'partly')
    .map((m) => m.number)
  const clauses = [
    final ? t.decision.noteFinal(span) : t.decision.note(span),
    final ? t.decision.closed : undone.length > 0 ? t.decision.undone(undone.join(', ')) : null,
    t.decision.publish(content.coordinator),
    t.decision.control(requisites.commission),
  ].filter((text) => text !== null)
  return officialDocument({
    locale: 'uk',
    layout: officialLayout,
    title: heading,
    madeAt: dress.madeAt,
    draftMark: t.draft,
    demonstration: dress.demonstration ? t.demonstration : null,
    requisites: {
      institution: [dress.city.council.uk],
      sitting: requisites.sitting,
      kind: t.decisionKind,
      date: TO_FILL,
      number: TO_FILL,
      place: t.place(dress.city.name.uk),
      heading,
      signatures: [requisites.decisionSignatory ?? { position: t.decision.mayor, name: '' }],
    },
    body: [
      p(t.decision.preamble(requisites.rapporteur, programme.title, span, decisionUk(programme))),
      ...clauses.map((text, i) => clause(`${i + 1}.`, text)),
    ],
  })
}
