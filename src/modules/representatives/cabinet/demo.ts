/** The chair of a representative, for a visitor of a demonstration. */
import type { Actor } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { anyone, localPath, type Route, redirect } from '../../../platform/http/route.ts'
import type { DemoChair } from '../../people/index.ts'
import { takeDemoChair } from '../actions/demo.ts'
import { texts } from '../texts/index.ts'
import { PATHS } from '../views/entry.ts'
import { sessionCookies, visitOf } from './entry.ts'

const PATH = '/demo/representative'

export function representativeChair(locale: Locale, actor: Actor): DemoChair {
  return {
    action: localPath(locale, PATH),
    label: texts[locale].demo,
    taken: actor.kind === 'representative',
  }
}

/** Outside of `/cabinet`, where its cookie does not come: a public page can hold the button without a session's token. */
export const demoRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: PATH,
    policy: anyone,
    async handle(request) {
      if (!request.house.demonstration) throw new NotFound('demonstration')
      return redirect(PATHS.home, sessionCookies(await takeDemoChair(request.ctx, visitOf(request))))
    },
  },
]
