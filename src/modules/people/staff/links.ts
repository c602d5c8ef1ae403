import { one, page, type Reply, type Route, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import {
  acceptInvitation,
  becomeFirstAdministrator,
  invitedPerson,
  isFirstLink,
} from '../actions/invitation.ts'
import * as forms from '../forms.ts'
import { sentence } from '../texts/index.ts'
import * as views from '../views/entry.ts'
import * as links from '../views/links.ts'
import { doorOf, onward } from './door.ts'
import { get, post } from './entry.ts'

const { PATHS } = views

async function drawInvitation(request: WebRequest, key: string, state: FormState) {
  const person = await invitedPerson(request.ctx, key)
  return person
    ? {
        body: links.invitationPage(request.frame, { name: person.name, email: person.email, key }, state),
        status: 200,
      }
    : { body: links.deadLinkPage(request.frame, 'invitation'), status: 404 }
}

async function showInvitation(request: WebRequest, key: string): Promise<Reply> {
  const { body, status } = await drawInvitation(request, key, CLEAN)
  return page(body, status)
}

export const linkRoutes: readonly Route[] = [
  get(PATHS.welcome, async (request) => {
    const key = one(request.query, 'key')
    return (await isFirstLink(request.ctx, key))
      ? page(links.welcomePage(request.frame, key, CLEAN))
      : page(links.deadLinkPage(request.frame, 'welcome'), 404)
  }),
  post(PATHS.welcome, (request) =>
    submit(request, {
      schema: forms.welcomeForm,
      act: (input) => becomeFirstAdministrator(request.ctx, doorOf(request), input),
      done: ({ session, step }) => onward(step, '', session),
      sentence: sentence(request.locale),
      again: async (state) => {
        const key = one(state.values, 'key')
        return (await isFirstLink(request.ctx, key))
          ? links.welcomePage(request.frame, key, state)
          : links.deadLinkPage(request.frame, 'welcome')
      },
    }),
  ),
  get(PATHS.invitation, (request) => showInvitation(request, one(request.query, 'key'))),
  post(PATHS.invitation, (request) =>
    submit(request, {
      schema: forms.invitationForm,
      act: (input) => acceptInvitation(request.ctx, doorOf(request), input),
      done: ({ session, step }) => onward(step, '', session),
      sentence: sentence(request.locale),
      again: (state) => drawInvitation(request, one(state.values, 'key'), state).then(({ body }) => body),
    }),
  ),
]
