import type { cli as uk } from '../uk/cli.ts'

export const cli: typeof uk = {
  importUsage: 'Usage: viche programmes import FILE [--accept] [--dry-run] [--json]',
  listUsage: 'Usage: viche programmes list [--json]',
  noFile: (file) => `${file}: cannot be opened. Check the path and the permissions.`,
  imported: (id, title, measures) =>
    `Draft ${id}: ${title}, ${measures} measures. Review it under “Programmes”.`,
  accepted: (slug) => `The programme is accepted: /programmes/${slug}`,
  notAccepted: 'The programme is not accepted:',
  dryRun: 'Dry run: nothing was kept.',
  none: 'There are no programmes.',
}
