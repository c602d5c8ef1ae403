export const cli = {
  importUsage: 'Вжиток: viche programmes import ФАЙЛ [--accept] [--dry-run] [--json]',
  listUsage: 'Вжиток: viche programmes list [--json]',
  noFile: (file: string) => `${file}: файл не відкривається. Перевірте шлях і дозволи.`,
  imported: (id: string, title: string, measures: number) =>
    `Проєкт ${id}: ${title}, заходів ${measures}. Перевірте його у розділі «Програми».`,
  accepted: (slug: string) => `Програму прийнято: /programmes/${slug}`,
  notAccepted: 'Програму не прийнято:',
  dryRun: 'Пробний запуск: нічого не збережено.',
  none: 'Програм немає.',
}
