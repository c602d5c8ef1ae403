/** Words of the command line. */
export const cli = {
  usageOpen: 'Як викликати: viche reports open [--programme НАЗВА] [--quarter 2026-3] [--dry-run] [--json]',
  usageShow: 'Як викликати: viche reports show [--programme НАЗВА] [--quarter 2026-3] [--json]',
  noProgramme: (slug: string) => (slug ? `Такої програми немає: ${slug}` : 'Жодної програми ще немає.'),
  dryRun: '(спробний запуск: нічого не збережено)',
} as const
