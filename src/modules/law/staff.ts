/** Addresses of the office: the city's own values, set and withdrawn. */
import { found } from '../../kernel/errors.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { moment } from '../../kernel/texts.ts'
import { isRuleKey } from '../../legal-time/data/rules.ts'
import { historyOf } from '../../platform/audit.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import { one, type Policy, page, type Route, redirect, type WebRequest } from '../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import { overrideRule, withdrawOverride } from './actions.ts'
import { newValueForm, withdrawForm } from './forms.ts'
import { mayOverrideRules } from './policy.ts'
import { lineOf, RULE_KEYS } from './rules/rule-list.ts'
import * as store from './store.ts'
import { texts } from './texts/index.ts'
import type { CityValue, LawRefusal } from './types.ts'
import { officePage, officeRulePage, ownValuesSheet } from './views/office.ts'

const policy: Policy = { name: 'rule.override', allows: mayOverrideRules }
const PATH = '/office/law'

async function list(request: WebRequest) {
  const { db, today } = request.ctx
  const own = await store.currentValues(db)
  return officePage(request.frame, {
    own,
    lines: RULE_KEYS.map((key) => lineOf(own, key, today)).filter((l) => l.row.overridable !== 'never'),
  })
}

async function rule(
  request: WebRequest,
  forms: { readonly set?: FormState; readonly withdraw?: FormState } = {},
) {
  const typed = request.params['key'] ?? ''
  const key = found(isRuleKey(typed) ? typed : null, 'rule')
  const { db, today } = request.ctx
  const values = await store.valuesOf(db, key)
  const records = await historyOf(db, [{ type: 'rule', id: key }])
  return officeRulePage(request.frame, {
    line: lineOf(
      values.filter((v) => v.withdrawnAt === null),
      key,
      today,
    ),
    values,
    entries: records.map((r) => ({
      when: moment(request.locale, r.at),
      dateTime: r.at.toString(),
      who: r.actor.name ?? '',
      what: texts[request.locale].office.actions[r.entry.action] ?? r.entry.action,
      details: r.entry.reason,
    })),
    set: forms.set ?? CLEAN,
    withdraw: forms.withdraw ?? CLEAN,
    done: one(request.query, 'done'),
  })
}

function sentence(request: WebRequest): (refusal: Refusal) => string {
  const { refusals } = texts[request.locale]
  return ({ refused, values }) =>
    Object.hasOwn(refusals, refused) ? refusals[refused as LawRefusal](values ?? {}) : refused
}

export const staffRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    policy,
    async handle(request) {
      const format = exportFormat(request)
      if (!format) return page(await list(request))
      const own = await store.currentValues(request.ctx.db)
      return exportReply<CityValue>(request, ownValuesSheet(request.locale, own), format, 'city-values')
    },
  },
  {
    method: 'GET',
    path: `${PATH}/rules/:key`,
    policy,
    handle: async (request) => page(await rule(request)),
  },
  {
    method: 'POST',
    path: `${PATH}/rules/:key`,
    policy,
    handle: (request) =>
      submit(request, {
        schema: newValueForm.omit({ key: true }),
        act: (input) => overrideRule(request.ctx, { key: request.params['key'] ?? '', ...input }),
        done: () => redirect(`${PATH}/rules/${request.params['key']}?done=set`),
        sentence: sentence(request),
        again: (set) => rule(request, { set }),
      }),
  },
  {
    method: 'POST',
    path: `${PATH}/rules/:key/withdraw`,
    policy,
    handle: (request) =>
      submit(request, {
        schema: withdrawForm,
        act: (input) => withdrawOverride(request.ctx, input.id, input.reason),
        done: () => redirect(`${PATH}/rules/${request.params['key']}?done=withdrawn`),
        sentence: sentence(request),
        again: (withdraw) => rule(request, { withdraw }),
      }),
  },
]
