/** Letters to people who take part. */

const greeting = (name: string) => (name === '' ? 'Вітаємо!' : `Вітаємо, ${name}!`)

export const lettersUk = {
  greeting,
  sender: (city: string) => `Міська рада, ${city}`,
  mailings: {
    confirm: (title: string) => `Підтвердження реєстрації: ${title}`,
    place: (title: string) => `Звільнилося місце: ${title}`,
    cancelled: (title: string) => `Скасовано: ${title}`,
    postponed: (title: string) => `Перенесено: ${title}`,
    changed: (title: string) => `Зміни: ${title}`,
    reminder: (day: string) => `Нагадування про заходи ${day}`,
    invitation: (title: string) => `Запрошення: ${title}`,
    answer: (title: string) => `Відповіді на запитання: ${title}`,
    instruction: (day: string) => `Доручення за запитаннями, ${day}`,
    work: (day: string) => `Робота з підготовки заходів, ${day}`,
  },
  confirm: {
    subject: (title: string) => `Підтвердіть участь: ${title}`,
    body: (title: string, hours: number) =>
      `Ви зареєструвалися на захід «${title}». Щоб місце залишилося за вами, відкрийте посилання протягом ${hours} годин:`,
    waiting: (title: string) =>
      `Усі місця на захід «${title}» уже зайняті, тож ви у списку очікування. Підтвердіть адресу: щойно місце звільниться, ми напишемо вам.`,
    known: (title: string) => `Ви вже зареєстровані на захід «${title}». Ваше посилання:`,
    cancel: 'За тим самим посиланням можна відмовитися від участі, і місце отримає наступний.',
    notYou: 'Якщо ви не реєструвалися, нічого не робіть: без підтвердження реєстрація не діє.',
  },
  place: {
    subject: (title: string) => `Для вас звільнилося місце: ${title}`,
    body: (title: string) => `Звільнилося місце на захід «${title}», і воно ваше.`,
    link: 'Ваша реєстрація (звідси можна й відмовитися):',
  },
  when: 'Коли і де:',
  reason: (reason: string) => `Причина: ${reason}`,
  cancelled: {
    subject: (title: string) => `Захід скасовано: ${title}`,
    body: (title: string) => `Захід «${title}» скасовано.`,
    sorry: 'Приходити не потрібно. Перепрошуємо за незручності.',
  },
  postponed: {
    subject: (title: string) => `Захід перенесено: ${title}`,
    body: (title: string) => `Захід «${title}» перенесено.`,
    later: 'Ваша реєстрація діє. Щойно буде нова дата, ми напишемо.',
  },
  changed: {
    subject: (title: string) => `Зміни в заході: ${title}`,
    body: (title: string) => `У заході «${title}», на який ви зареєструвалися, є зміни. Тепер так:`,
  },
  reminder: {
    subject: (n: number, title: string) => (n === 1 ? `Завтра: ${title}` : `Завтра заходів: ${n}`),
    body: 'Нагадуємо про те, на що ви зареєструвалися:',
    code: (code: string) => `Код для входу: ${code}`,
    link: 'Не зможете прийти – звільніть місце для іншого:',
    shelter: (text: string) => `Укриття: ${text}`,
  },
  invitation: {
    subject: (title: string) => `Запрошуємо: ${title}`,
    body: (organisation: string, title: string) =>
      `Запрошуємо ${organisation} взяти участь у заході «${title}».`,
    link: 'Дайте відповідь і назвіть, хто прийде від вас, за цим посиланням (без реєстрації на сайті):',
    until: (day: string) => `Просимо відповісти до ${day}.`,
    cancelled: 'Вас було запрошено на цей захід.',
  },
  answer: {
    subject: (title: string) => `Відповідь на ваше запитання: ${title}`,
    asked: 'Ви запитали:',
    answer: 'Відповідь:',
    refused: 'Запитання не розглянуто. Причина:',
    instructed: (unit: string, due: string) => `Відповідь доручено підготувати: ${unit}, строк – до ${due}.`,
    all: 'Усі запитання заходу і що з ними сталося:',
  },
  instruction: {
    subject: (n: number) =>
      n === 1 ? 'Доручення за запитанням жителів' : `Доручення за запитаннями жителів: ${n}`,
    intro: 'Вам доручено підготувати відповіді на запитання, поставлені на заходах міста:',
    line: (due: string, text: string) => `– до ${due}: ${text}`,
    link: 'Відповісти:',
  },
  work: {
    subject: 'Підготовка заходів: що на вас',
    intro: 'Наближаються строки вашої частини роботи з підготовки заходів:',
    line: (due: string, task: string, title: string) => `– до ${due}: ${task} («${title}»)`,
    link: 'Відкрити заходи:',
  },
  talk: {
    subject: (title: string) => `Ваша пропозиція виступу: ${title}`,
    accepted: (talk: string, title: string) => `Ваш виступ «${talk}» увійде до програми заходу «${title}».`,
    refused: (talk: string, title: string) =>
      `Ваш виступ «${talk}» не увійшов до програми заходу «${title}».`,
  },
}
