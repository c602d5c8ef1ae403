/** Colleagues of the same organisations. */

import { Forbidden } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { one, page, type Route, redirect, represents, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { readSetting } from '../../../platform/settings.ts'
import { organisationsByIds } from '../../organisations/index.ts'
import { inviteColleague } from '../actions/claim.ts'
import { inviteForm } from '../forms.ts'
import { delegationsOfOrganisation } from '../store/delegations.ts'
import { sentence } from '../texts/index.ts'
import { PATHS } from '../views/entry.ts'
import { colleaguesPage } from '../views/people.ts'

async function draw(request: WebRequest, state: FormState) {
  const { ctx } = request
  const { actor } = ctx
  if (actor.kind !== 'representative') throw new Forbidden('represents')
  const settings = await readSetting(ctx.db, 'representatives')
  const lists = await Promise.all(
    actor.organisations.map(async (id) => ({
      id,
      people: (await delegationsOfOrganisation(ctx.db, id)).filter(
        (d) => d.state !== 'withdrawn' && d.state !== 'ended',
      ),
    })),
  )
  return colleaguesPage(request.frame, {
    organisations: await organisationsByIds(ctx.db, actor.organisations),
    lists,
    me: actor.id,
    trusted: settings?.trustInvitations ?? false,
    state,
    done: one(request.query, 'done'),
  })
}

export const peopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATHS.people,
    policy: represents,
    handle: async (request) => page(await draw(request, CLEAN)),
  },
  {
    method: 'POST',
    path: PATHS.people,
    policy: represents,
    handle: (request) =>
      submit(request, {
        schema: inviteForm,
        act: ({ organisation, ...input }) => {
          if (!isId(organisation)) throw new Forbidden('delegation.invite')
          const organisationId = asId<'organisation'>(organisation)
          return inviteColleague(request.ctx, request.house, { organisationId, ...input })
        },
        done: () => redirect(`${PATHS.people}?done=invited`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, state),
      }),
  },
]
