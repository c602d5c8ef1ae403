/**
 * What residents ask and propose, to its public fate, in a real browser, with scripts and without: an information day
 * from the plan to the answer and the quarter's report, and a hearing from signatures to the published decision.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage, sitAs } from './browser.ts'
import { evidenced, plan, sumUp, TODAY } from './event-steps.ts'
import { type Look, letterTo, looker, somebody } from './steps.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage.close())

const QUESTION = 'Коли полагодять сходи на Овдіївській?'
const ANSWER = 'Сходи полагодять до 20 грудня, кошти виділено.'

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'

  test(`an information day from the plan to the public fate of a question, ${how}`, async () => {
    const faults: string[] = []
    const look = looker(scripts, faults)
    const title = `День інформування про сходи ${how}`
    const clerk = await somebody(stage, scripts)
    await sitAs(clerk, 'coordinator')
    const event = await plan(clerk, 'День інформування', title, look, 'за реєстрацією')
    await prepare(clerk, look)
    await clerk.getByRole('button', { name: 'Оголосити' }).click()
    await clerk.getByText('Подію оголошено').waitFor()

    const visitor = await somebody(stage, scripts)
    await visitor.goto('/events')
    await visitor.getByRole('link', { name: title }).click()
    const code = await register(visitor, `hist${scripts}@demo.invalid`, look)
    await ask(visitor, event, `pytaie${scripts}@demo.invalid`, look)

    await clerk.goto('/office')
    await clerk.getByRole('link', { name: 'Нові запитання мешканців: 1' }).last().click()
    const hall = await somebody(stage, scripts)
    await hall.goto(`${event.replace('/office', '')}/hall`)
    assert.equal(await hall.getByText(QUESTION).count(), 0, 'nobody reads what was not looked at')
    await clerk.getByRole('button', { name: /^Прийняти.*№ 1/ }).click()
    await clerk.getByText('Прийнято.').waitFor()
    if (!scripts) await hall.reload()
    await hall.getByText(QUESTION).waitFor()
    await look(hall)

    await clerk.goto(`${event}/day`)
    await clerk.getByLabel('Код з листа').fill(code.toLowerCase())
    await clerk.getByRole('button', { name: 'Впустити' }).first().click()
    await clerk.getByText('Відзначено: Гість Допитливий').waitFor()
    await clerk.getByRole('button', { name: /^Показати.*Запитання/ }).click()
    if (!scripts) await hall.reload()
    await hall.getByText('Запитання із зали').first().waitFor()
    await clerk.goto(`${event}/day`)
    await clerk.getByLabel('Хто і скільки').fill('Жителі мікрорайону – 45')
    await clerk.getByRole('button', { name: 'Записати', exact: true }).click()
    await look(clerk)

    await clerk.goto(`${event}/questions`)
    await clerk.getByText('Дати доручення').first().click()
    await clerk.getByLabel('Кому').selectOption({ label: 'Управління культури' })
    await clerk.getByLabel('Що зробити').fill('Перевірити на місці й відповісти')
    await clerk.getByRole('button', { name: 'Дати доручення' }).click()
    await clerk.getByText('Доручення дано').waitFor()
    await look(clerk)
    await visitor.goto(`${event.replace('/office', '')}/questions`)
    await visitor.getByText('відповідь готують').waitFor()
    await answerAsExecutor(title, scripts, look)
    await clerk.goto('/office')
    await clerk
      .getByRole('link', { name: /^Прийняти відповідь: Управління культури/ })
      .first()
      .click()
    await clerk.getByRole('button', { name: 'Прийняти відповідь' }).click()
    await clerk.getByText('Прийнято.').waitFor()
    await visitor.reload()
    await visitor.getByText(ANSWER).waitFor()
    await look(visitor)
    assert.match(await letterTo(clerk, stage, title, `pytaie${scripts}@demo.invalid`), new RegExp(ANSWER))

    await sumUp(clerk, event, 'Мешканці запитали про сходи, їх полагодять.', look)
    await evidenced(clerk, title, /46/, async () => {})
    await reported(clerk, title, look)
    assert.deepEqual(faults, [])
  })

  test(`a hearing with its clocks, ${how}`, async () => {
    const faults: string[] = []
    const look = looker(scripts, faults)
    const title = `Стоянка біля парку ${how}`
    const clerk = await somebody(stage, scripts)
    await sitAs(clerk, 'coordinator')
    const hearing = await initiative(clerk, title, look)
    const event = await call(clerk, title, look)

    const visitor = await somebody(stage, scripts)
    await visitor.goto('/hearings')
    await visitor.getByRole('link', { name: title }).click()
    await visitor.getByText('Оголошено пізніше, ніж належить').waitFor()
    await look(visitor)
    const published = visitor.url()
    await visitor.getByRole('link', { name: /^Сторінка події/ }).click()
    await register(visitor, `mistianka${scripts}@demo.invalid`, async () => {})

    await clerk.goto(event)
    await clerk.getByRole('button', { name: 'Подія відбулася' }).click()
    await clerk.goto(hearing)
    await clerk.getByText('Рішення за пропозиціями – до').waitFor()
    await proposal(clerk, 'Зберегти старі липи', 'Управління культури')
    await proposal(clerk, 'Перенести стоянку за площу')
    await look(clerk)
    await decision(clerk)
    await clerk.getByText('Ще не вирішено: 2 пропозиції').first().waitFor()
    await decideAsExecutor(title, scripts, look)
    await clerk.goto(hearing)
    await decide(clerk, 2, 'враховано частково', 'Половину місць перенесено за площу.')
    await clerk.getByLabel('Головує').fill('Олена Вигадана')
    await clerk.getByLabel('Секретар').fill('Олег Записний')
    await clerk.getByLabel('Скільки учасників').fill('31')
    await clerk.getByLabel('Перебіг').fill('Доповідала начальниця управління.')
    await clerk.getByLabel('Голосування').fill('Підтримати проєкт | 25 | 4 | 2')
    await clerk.getByRole('button', { name: 'Зберегти протокол' }).click()
    await clerk.getByText('Протокол збережено').waitFor()
    await decision(clerk)
    await clerk.getByText('Рішення записано').waitFor()
    await look(clerk)
    const minutes = await clerk.request.get(`${hearing}/minutes?format=pdf`)
    assert.equal((await minutes.body()).subarray(0, 5).toString(), '%PDF-')

    await visitor.goto(published)
    await visitor.getByText('Рубати їх немає потреби.').waitFor()
    await visitor.getByText('Виконавчий комітет').first().waitFor()
    await visitor.getByText('через 3 місяці').waitFor()
    await look(visitor)
    assert.doesNotMatch(
      (await visitor.locator('main').textContent()) ?? '',
      /Липова/,
      'who proposed is not told',
    )
    await sumUp(clerk, event, 'Стоянка буде, липи збережено.', look, 'Підсумки підбито: їх бачать усі')
    await visitor.goto(event.replace('/office', ''))
    await visitor.getByText('липи збережено').waitFor()
    assert.deepEqual(faults, [])
  })
}

async function prepare(clerk: Page, look: Look): Promise<void> {
  await clerk.getByText('Скласти програму').click()
  await clerk
    .getByRole('textbox', { name: 'Програма' })
    .fill('10:00 | Відкриття | міський голова\n10:15 | Запитання із зали')
  await clerk.getByRole('button', { name: 'Зберегти' }).click()
  await clerk.getByText('Збережено').waitFor()
  await look(clerk)
}

/** @returns the code for the door */
async function register(visitor: Page, email: string, look: Look): Promise<string> {
  await visitor.getByRole('link', { name: 'Зареєструватися' }).first().click()
  await visitor.getByLabel('Ваше ім’я').fill('Гість Допитливий')
  await visitor.getByLabel('Електронна пошта').fill(email)
  await visitor.getByRole('checkbox', { name: /^Погоджуюся, що ці дані/ }).check()
  await visitor.getByRole('button', { name: 'Зареєструватися' }).click()
  await visitor.getByText('Перевірте пошту').first().waitFor()
  await look(visitor)
  await visitor.getByRole('link', { name: 'Посилання, яке було б у листі' }).click()
  await look(visitor)
  await visitor.getByRole('button', { name: 'Підтвердити участь' }).click()
  await visitor.getByText('Участь підтверджено').waitFor()
  await look(visitor)
  const code = /Код для входу\s*([A-Z0-9]{5})/.exec((await visitor.locator('main').textContent()) ?? '')
  assert.ok(code, 'the code for the door is shown')
  return code[1]!
}

async function ask(visitor: Page, event: string, email: string, look: Look): Promise<void> {
  await visitor.goto(event.replace('/office', ''))
  await visitor.getByRole('link', { name: 'Поставити запитання' }).first().click()
  await visitor.getByLabel('Ваше запитання').fill(QUESTION)
  await visitor.getByLabel('Електронна пошта').fill(email)
  await visitor.getByRole('button', { name: 'Надіслати запитання' }).click()
  await visitor.getByText('Запитання отримано').first().waitFor()
  await look(visitor)
}

async function answerAsExecutor(title: string, scripts: boolean, look: Look): Promise<void> {
  const executor = await somebody(stage, scripts)
  await sitAs(executor, 'executor')
  await executor
    .locator('li, article, .rows > *')
    .filter({ hasText: title })
    .getByRole('link', { name: 'Відповісти' })
    .last()
    .click()
  await look(executor)
  await executor.getByLabel('Відповідь', { exact: true }).fill(ANSWER)
  await executor.getByRole('button', { name: 'Передати координаторові' }).click()
  await executor.getByText('Відповідь передано координаторові').waitFor()
  await look(executor)
}

/** The quarter's report of the department was written by what was done. */
async function reported(clerk: Page, title: string, look: Look): Promise<void> {
  await clerk.goto('/office/reports')
  const form = clerk
    .locator('form')
    .filter({ has: clerk.getByRole('button', { name: 'Відкрити звіти за квартал' }) })
  const [, month, year] = TODAY.split('.').map(Number) as [number, number, number]
  await form.getByLabel('Рік').fill(String(year))
  await form.getByLabel('Квартал').selectOption(String(Math.ceil(month / 3)))
  await form.getByRole('button').click()
  await clerk
    .getByRole('rowheader', { name: /нформаційно-аналітичний/ })
    .getByRole('link')
    .first()
    .click()
  await clerk.getByText(title).first().waitFor()
  await look(clerk)
}

/** @returns the address of the hearing in the office */
async function initiative(clerk: Page, title: string, look: Look): Promise<string> {
  await clerk.goto('/office/hearings')
  await clerk.getByRole('link', { name: 'Записати ініціативу' }).click()
  await clerk.getByLabel('Питання слухань').fill(title)
  await clerk.getByLabel('Як підписано ініціативу').fill('Ініціативна група «Парк»')
  await clerk.getByLabel('Коли подано').fill(TODAY)
  await look(clerk)
  await clerk.getByRole('button', { name: 'Зберегти' }).click()
  await clerk.getByText('Ініціативу записано').waitFor()
  await clerk.getByRole('button', { name: 'Прийняти ініціативу' }).click()
  await clerk
    .getByText(/Дійсних підписів 0, а потрібно/)
    .first()
    .waitFor()
  const intro = (await clerk.getByText('Потрібно дійсних підписів:').textContent()) ?? ''
  const needed = Number(/(\d+)/.exec(intro)![1])
  await clerk.getByLabel('Позначення аркуша').fill('аркуш 1')
  await clerk.getByLabel('Скільки підписів').fill(String(needed + 2))
  await clerk.getByLabel('З них дійсних').fill(String(needed))
  await clerk.getByLabel('Чому решта недійсна').fill('Два підписи з іншої громади')
  await clerk.getByRole('button', { name: 'Записати аркуш' }).click()
  await clerk.getByText('Аркуш записано').waitFor()
  await look(clerk)
  await clerk.getByRole('button', { name: 'Прийняти ініціативу' }).click()
  await clerk.getByText('Ініціативу прийнято').first().waitFor()
  return clerk.url().split('?')[0]!
}

/** For today, which is too late for the notice: the reason is asked for. @returns the address of its event */
async function call(clerk: Page, title: string, look: Look): Promise<string> {
  await clerk.getByLabel('День', { exact: true }).fill(TODAY)
  await clerk.getByLabel('Початок').fill('17:30')
  await clerk.getByLabel('Місце', { exact: true }).fill('Мала зала')
  await clerk.getByRole('button', { name: 'Призначити' }).click()
  await clerk
    .getByText(/оголосити слід було не пізніше/)
    .first()
    .waitFor()
  await look(clerk)
  await clerk.getByLabel(/^Якщо строк оголошення менший/).fill('Роботи починаються завтра')
  await clerk.getByRole('button', { name: 'Призначити' }).click()
  await clerk.getByText('Слухання призначено').first().waitFor()
  await look(clerk)
  await clerk.getByRole('link', { name: /^Подія: оголошення/ }).click()
  await clerk.getByRole('heading', { name: title }).waitFor()
  await clerk.getByRole('button', { name: 'Оголосити' }).click()
  await clerk.getByText('Подію оголошено').waitFor()
  return clerk.url().split('?')[0]!
}

async function proposal(clerk: Page, text: string, unit?: string): Promise<void> {
  const form = clerk.locator('form[action$="/proposals"]')
  if (!(await form.isVisible())) await clerk.locator('summary', { hasText: 'Записати пропозицію' }).click()
  await form.getByLabel('Пропозиція', { exact: true }).fill(text)
  await form.getByLabel('Хто подав').fill('Оксана Липова')
  if (unit) await form.getByLabel('Хто готує відповідь').selectOption({ label: unit })
  await form.getByRole('button', { name: 'Записати пропозицію' }).click()
  await clerk.getByText('Пропозицію записано').waitFor()
}

async function decide(page: Page, number: number, state: string, reason: string): Promise<void> {
  await page.getByText(`Рішення за пропозицією № ${number}`).click()
  const form = page.locator('details[open]').filter({ hasText: `Рішення за пропозицією № ${number}` })
  await form.getByRole('radio', { name: state, exact: true }).check()
  await form.getByLabel('Обґрунтування').fill(reason)
  await form.getByRole('button', { name: 'Записати рішення' }).click()
  await page.getByText('Рішення записано').waitFor()
}

async function decideAsExecutor(title: string, scripts: boolean, look: Look): Promise<void> {
  const executor = await somebody(stage, scripts)
  await sitAs(executor, 'executor')
  await executor.getByRole('link', { name: new RegExp(`^Вирішіть пропозиції слухань: ${title}`) }).click()
  await look(executor)
  await decide(executor, 1, 'враховано', 'Рубати їх немає потреби.')
}

async function decision(clerk: Page): Promise<void> {
  const form = clerk.locator('#decision')
  await form.getByLabel('Хто ухвалив').fill('Виконавчий комітет')
  await form.getByLabel('Номер').fill('214')
  await form.getByLabel('Дата').fill(TODAY)
  await form.getByLabel('Зміст і обґрунтування').fill('Стоянку облаштувати, липи зберегти.')
  await form.getByRole('button', { name: 'Записати рішення' }).click()
}
