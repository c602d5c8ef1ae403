/** What documents of events are given beside their content. */
import type { Temporal } from '../../../kernel/civil-date.ts'
import {
  type OfficialDocument,
  officialDocument,
  type Requisites,
  reportLayout,
} from '../../../platform/documents/index.ts'
import type { City } from '../../../platform/settings.ts'
import { documentsUk as t } from '../texts/documents.ts'

export type Dress = {
  readonly city: City
  readonly demonstration: boolean
  readonly madeAt: Temporal.Instant
}

export function dressed(
  dress: Dress,
  content: {
    readonly title: string
    readonly requisites: Partial<Requisites> & Pick<Requisites, 'kind' | 'heading'>
    readonly body: OfficialDocument['body']
  },
): OfficialDocument {
  return officialDocument({
    locale: 'uk',
    layout: reportLayout,
    title: content.title,
    madeAt: dress.madeAt,
    demonstration: dress.demonstration ? t.demonstration : null,
    requisites: {
      institution: [dress.city.council.uk],
      place: t.place(dress.city.name.uk),
      ...content.requisites,
    },
    body: content.body,
  })
}
