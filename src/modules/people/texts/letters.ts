/** Letters that this module writes. In Ukrainian: the reader's language is not known before they come. */
import type { Temporal } from '../../../kernel/civil-date.ts'
import { moment } from '../../../kernel/texts.ts'
import type { City } from '../../../platform/settings.ts'

export function invitationLetter(of: {
  readonly name: string
  readonly city: City
  readonly link: string
  readonly until: Temporal.Instant
  /** Of someone who was here before and forgot the passphrase. */
  readonly again: boolean
}): { readonly title: string; readonly subject: string; readonly body: string } {
  const council = of.city.council.uk
  const until = moment('uk', of.until)
  return of.again
    ? {
        title: `Нова парольна фраза: ${of.name}`,
        subject: 'Віче: нова парольна фраза',
        body: `Вітаємо, ${of.name}!

Адміністратор системи «Віче» (${council}) надсилає Вам посилання, щоб задати нову парольну фразу:

${of.link}

Посилання діє до ${until} і лише один раз. Другий чинник входу (застосунок із кодами або ключ доступу) лишається той самий.

Якщо Ви про це не просили, повідомте адміністратора.`,
      }
    : {
        title: `Запрошення: ${of.name}`,
        subject: 'Запрошення до системи «Віче»',
        body: `Вітаємо, ${of.name}!

Вас запрошено працювати в системі «Віче», через яку ${council} виконує програму співпраці з громадськістю. Щоб увійти вперше, відкрийте посилання:

${of.link}

Посилання діє до ${until} і лише один раз. Вам знадобиться парольна фраза (щонайменше 15 знаків, зручно взяти кілька слів) і телефон із застосунком одноразових кодів або пристрій, що вміє ключі доступу.

Якщо лист потрапив до Вас помилково, просто не зважайте на нього.`,
      }
}
