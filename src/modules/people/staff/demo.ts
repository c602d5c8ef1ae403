/** The chair a visitor of a demonstration sits down in. In the database of a city there is no such address. */
import { NotFound } from '../../../kernel/errors.ts'
import { anyone, localPath, type Route, redirect } from '../../../platform/http/route.ts'
import { takeDemoRole } from '../actions/demo.ts'
import { demoForm } from '../forms.ts'
import { DEMO_PATH } from '../views/demo.ts'
import { doorOf, NO_SESSION, sessionCookies } from './door.ts'

/**
 * Outside of `/office`, where the session's cookie does not come: a public page can then hold the switch without
 * knowing the session's token. The check of the origin stands as everywhere.
 */
export const demoRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: DEMO_PATH,
    policy: anyone,
    async handle(request) {
      if (!request.house.demonstration) throw new NotFound('demonstration')
      const parsed = demoForm.safeParse(request.form)
      if (!parsed.success) throw new NotFound('demonstration role')
      const { role } = parsed.data
      if (role === 'visitor') return redirect(localPath(request.locale, '/'), NO_SESSION)
      return redirect('/office', sessionCookies(await takeDemoRole(request.ctx, doorOf(request), role)))
    },
  },
]
