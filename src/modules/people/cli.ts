/** `viche people …`: for whoever has the machine but not the web, or lost the last administrator. */
import { parseArgs } from 'node:util'
import { ROLES } from '../../kernel/actor.ts'
import { Refused } from '../../kernel/errors.ts'
import type { Command, CommandIo } from '../../platform/module.ts'
import { inviteStaff, resetSecondFactor } from './actions/staff.ts'
import { inviteForm } from './forms.ts'
import { unitOfName } from './store/aliases.ts'
import { staffByEmail, staffRows } from './store/staff.ts'
import { sentence } from './texts/index.ts'

const ALL = 100_000

/** Exit codes: 0 done, 1 refused, 2 called wrongly. */
async function guarded(io: CommandIo, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    for (const refusal of error.refusals) io.stderr(`${sentence('uk')(refusal)}\n`)
    return 1
  }
}

const invite: Command = {
  verb: 'invite',
  summary: {
    uk: '--email АДРЕСА --name ІМ’Я --role РОЛЬ [--unit ПІДРОЗДІЛ] [--position ПОСАДА]: запросити працівника',
    en: '--email ADDRESS --name NAME --role ROLE [--unit DEPARTMENT] [--position POSITION]: invite a person',
  },
  run: (args, io, ctx, house) =>
    guarded(io, async () => {
      const { values } = parseArgs({
        args: [...args],
        options: {
          email: { type: 'string' },
          name: { type: 'string' },
          role: { type: 'string', multiple: true },
          unit: { type: 'string' },
          position: { type: 'string' },
          json: { type: 'boolean' },
        },
      })
      const roles = values.role ?? []
      const unit = values.unit === undefined ? undefined : await unitOfName(ctx.db, values.unit)
      const details = inviteForm.safeParse({
        email: values.email,
        name: values.name,
        position: values.position,
        role: roles.filter((r) => r !== 'executor'),
        unit: roles.includes('executor') && unit ? [unit.id] : [],
      })
      if (!details.success || roles.length === 0 || (roles.includes('executor') && !unit)) {
        io.stderr(
          `Потрібні --email, --name і --role (${ROLES.join(', ')}); виконавцю ще --unit з назвою підрозділу\n`,
        )
        return 2
      }
      const { role, unit: units, ...person } = details.data
      const grants = [
        ...role.map((r) => ({ role: r, unitId: null })),
        ...units.map((unitId) => ({ role: 'executor' as const, unitId })),
      ]
      const { id, link } = await inviteStaff(ctx, house, { ...person, grants })
      io.stdout(values.json ? `${JSON.stringify({ id, link })}\n` : `${link}\n`)
      return 0
    }),
}

const list: Command = {
  verb: 'list',
  summary: { uk: '[--json]: працівники, ролі, стан', en: '[--json]: staff, roles, state' },
  async run(args, io, ctx) {
    const rows = await staffRows(ctx.db, {}, null, ALL, ctx.now)
    const people = rows.map((p) => ({
      email: p.email,
      name: p.name,
      state: p.state,
      roles: p.grants.map((g) => (g.unitName ? `${g.role}: ${g.unitName}` : g.role)),
    }))
    if (args.includes('--json')) io.stdout(`${JSON.stringify(people)}\n`)
    else for (const p of people) io.stdout(`${p.email}\t${p.name}\t${p.state}\t${p.roles.join('; ')}\n`)
    return 0
  },
}

const resetFactor: Command = {
  verb: 'reset-second-factor',
  summary: {
    uk: '--email АДРЕСА --reason ПРИЧИНА: людина налаштує другий чинник заново',
    en: '--email ADDRESS --reason REASON: the person sets the second factor up anew',
  },
  run: (args, io, ctx) =>
    guarded(io, async () => {
      const { values } = parseArgs({
        args: [...args],
        options: { email: { type: 'string' }, reason: { type: 'string' } },
      })
      if (!values.email || !values.reason?.trim()) {
        io.stderr('Потрібні --email і --reason\n')
        return 2
      }
      const person = await staffByEmail(ctx.db, values.email.trim().toLowerCase(), ctx.now)
      if (!person) {
        io.stderr(`Немає облікового запису ${values.email}\n`)
        return 1
      }
      await resetSecondFactor(ctx, person.id, values.reason.trim())
      io.stdout(`Другий чинник скинуто: ${person.name}\n`)
      return 0
    }),
}

export const commands: readonly Command[] = [invite, list, resetFactor]
