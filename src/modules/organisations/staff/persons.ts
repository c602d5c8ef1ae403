/** Addresses of persons' own data. */
import { cleanText } from '../../../kernel/inputs.ts'
import { download, one, page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import { erasePerson, exportPerson, findPerson, retentionOf, setRetention } from '../actions/persons.ts'
import * as forms from '../forms.ts'
import { keepers } from '../policy.ts'
import { isWholeName } from '../rules/person.ts'
import { latestRequests } from '../store/persons.ts'
import { waitingProposals } from '../store/proposals.ts'
import { sentence } from '../texts/index.ts'
import { PERSONS, type PersonForm, personsPage } from '../views/persons.ts'

const REQUESTS = 50

async function draw(request: WebRequest, sent: { name: PersonForm; state: FormState } | null) {
  const { db } = request.ctx
  const typed = one(request.form, 'name') || one(request.query, 'name')
  const name = cleanText(typed).replace(/\s+/g, ' ').slice(0, 200)
  return personsPage(request.frame, {
    name,
    kept: isWholeName(name)
      ? (await findPerson(db, name)).flatMap((f) => f.records)
      : name === ''
        ? null
        : [],
    requests: await latestRequests(db, REQUESTS),
    retention: await retentionOf(request.ctx),
    sent,
    done: one(request.query, 'done'),
    waiting: await waitingProposals(db),
  })
}

export const personRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PERSONS,
    policy: keepers,
    handle: async (request) => page(await draw(request, null)),
  },
  {
    method: 'POST',
    path: `${PERSONS}/export`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.personForm,
        act: (input) => exportPerson(request.ctx, input),
        done: (found) =>
          download(
            'personal-data.json',
            'application/json; charset=utf-8',
            JSON.stringify(
              {
                holder: request.house.city.council.uk,
                on: request.ctx.today.toString(),
                kept: found.flatMap(({ source, records }) =>
                  records.map((r) => ({
                    part: source.name,
                    what: r.kind.uk,
                    name: r.name,
                    details: r.details,
                    where: r.place,
                    recordedAt: r.at?.toString() ?? null,
                  })),
                ),
              },
              null,
              2,
            ),
          ),
        sentence: sentence(request.locale),
        again: (state) => draw(request, { name: 'export', state }),
      }),
  },
  {
    method: 'POST',
    path: `${PERSONS}/erase`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.personForm,
        act: (input) => erasePerson(request.ctx, input),
        done: () => redirect(`${PERSONS}?done=erased`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, { name: 'erase', state }),
      }),
  },
  {
    method: 'POST',
    path: `${PERSONS}/retention`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.retentionForm,
        act: (input) => setRetention(request.ctx, input),
        done: () => redirect(`${PERSONS}?done=settings`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, { name: 'retention', state }),
      }),
  },
]
