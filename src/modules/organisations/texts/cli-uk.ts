/** What the command line says. */
export const cliUk = {
  usageList: 'viche organisations list [СЛОВА] [--kind ВИД] [--json]',
  usageShow: 'viche organisations show ID|КОД|НАЗВА [--json]',
  usageLeader: 'viche organisations leader ID|КОД|НАЗВА [--on ДЕНЬ] [--json]',
  usageImport: 'viche organisations import-list ФАЙЛ [--kind ВИД] [--dry-run] [--json]',
  none: (text: string) => `Організації «${text}» не знайдено.`,
  several: 'Таких кілька, уточніть:',
  nobody: (day: string) => `На ${day} у реєстрі нікого не вказано.`,
  outcome: (added: number, changed: number, unchanged: number, setAside: number) =>
    `Додано ${added}, змінено ${changed}, без змін ${unchanged}, відкладено ${setAside}.`,
  row: (n: number) => `рядок ${n}`,
}
