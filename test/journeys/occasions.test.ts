/**
 * Events from the plan to the evidence, in a real browser, with scripts and without: a seminar from the invitation of
 * every party branch to a certificate that anybody checks, and a wreath-laying like last year's.
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

const [DAY, MONTH, YEAR] = TODAY.split('.').map(Number) as [number, number, number]

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'

  test(`a seminar from the invitation of all branches to a checked certificate, ${how}`, async () => {
    const faults: string[] = []
    const look = looker(scripts, faults)
    const title = `Семінар про бюджет участі ${how}`
    const clerk = await somebody(stage, scripts)
    await sitAs(clerk, 'coordinator')
    const event = await plan(clerk, 'Семінар для партійних осередків', title, look)
    await clerk.getByRole('button', { name: 'Оголосити' }).click()
    await clerk.getByText('Подію оголошено').waitFor()

    const seminar = `${event}/seminar`
    await clerk.getByRole('link', { name: 'Семінар', exact: true }).click()
    await look(clerk)
    await clerk.getByRole('button', { name: /^Запросити \d+ осередк/ }).click()
    await clerk.getByText('Запрошено всі зареєстровані осередки').waitFor()
    await look(clerk)
    const proof = await clerk.request.get(`${seminar}/branches?format=pdf`)
    assert.equal((await proof.body()).subarray(0, 5).toString(), '%PDF-')
    await clerk
      .getByLabel('Запитання', { exact: true })
      .fill('Хто подає проєкт?\n+ мешканець\n- ніхто\n\nХто рахує голоси?\n+ місто\n- сусід')
    await clerk.getByRole('button', { name: 'Зберегти тест' }).click()
    await clerk.getByText('Тест збережено').waitFor()

    const letter = await letterTo(clerk, stage, title, '')
    const branch = await somebody(stage, scripts)
    await branch.goto(/http\S+\/invited\/\S+/.exec(letter)![0])
    await look(branch)
    await branch.getByRole('radio', { name: 'так, будемо' }).check()
    await branch.getByLabel('Хто прийде').fill('Ольга Непевна\nАндрій Уявний')
    await branch.getByRole('button', { name: 'Відповісти' }).click()
    await branch.getByText('Відповідь записано').waitFor()
    await look(branch)

    await stageOf(clerk, seminar, 'Відкрити «до»')
    await answer(branch, event, 'ніхто', look)
    await clerk.goto(`${event}/day`)
    await look(clerk)
    const search = clerk.getByRole('searchbox', { name: 'Знайти за ім’ям' })
    await search.fill('Непевна')
    await search.press('Enter')
    await clerk.getByRole('button', { name: /^Впустити.*Ольга Непевна/ }).click()
    await clerk.getByText('Прихід записано').waitFor()
    await stageOf(clerk, seminar, 'Відкрити «після»')
    await answer(branch, event, 'мешканець', look)
    await stageOf(clerk, seminar, 'Закрити')

    await clerk.getByRole('checkbox', { name: 'Ольга Непевна' }).check()
    await clerk.getByRole('checkbox', { name: /показувала ім’я/ }).check()
    await clerk.getByRole('button', { name: 'Видати сертифікати' }).click()
    await clerk.getByText('Сертифікати видано').waitFor()
    await look(clerk)
    const row = clerk.locator('#certificates tr').filter({ hasText: 'Ольга Непевна' })
    const number = (await row.locator('a').first().textContent())!
    const file = await clerk.request.get((await row.locator('a[href$="/file"]').getAttribute('href'))!)
    assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-')

    const anybody = await somebody(stage, scripts)
    await anybody.goto('/events')
    await anybody.getByRole('link', { name: 'Перевірка сертифіката' }).click()
    await anybody.getByLabel('Номер сертифіката').fill(number.toLowerCase())
    await anybody.getByRole('button', { name: 'Перевірити' }).click()
    await anybody.getByText('Сертифікат чинний').waitFor()
    await anybody.getByText('Ольга Непевна').waitFor()
    await look(anybody)
    await anybody.getByLabel('Номер сертифіката').fill('2020-ABCDEFGHJK')
    await anybody.getByRole('button', { name: 'Перевірити' }).click()
    await anybody.getByText('не видавали').waitFor()

    await sumUp(clerk, event, 'Осередки дізналися, як працює бюджет участі.', look)
    await evidenced(clerk, title, /Запрошено осередків: (\d+) з \1/, look)
    assert.deepEqual(faults, [])
  })

  test(`a wreath-laying like last year’s, ${how}`, async () => {
    const faults: string[] = []
    const look = looker(scripts, faults)
    const title = `День міської пам’яті ${how}`
    const clerk = await somebody(stage, scripts)
    await sitAs(clerk, 'coordinator')
    await clerk.goto('/office/memorials/dates/new')
    await clerk.getByLabel('Назва дати').fill(title)
    await clerk.getByLabel('Місяць').selectOption(String(MONTH))
    await clerk.getByLabel('Число').fill(String(DAY))
    await clerk.getByLabel('О котрій починається').fill('10:00')
    await look(clerk)
    await clerk.getByRole('button', { name: 'Зберегти дату' }).click()
    await clerk.getByText('Збережено').waitFor()

    const last = await keep(clerk, title, YEAR - 1)
    await clerk.getByRole('link', { name: 'Церемонія', exact: true }).click()
    await clerk.getByLabel('Пам’ятник').selectOption({ label: 'Меморіал Слави' })
    await clerk.getByLabel('Хвилина мовчання о').fill('10:15')
    await clerk.locator('#details').getByRole('button', { name: 'Зберегти' }).click()
    await clerk.getByText('Збережено').waitFor()
    await delegation(clerk, 'Рада ветеранів', '5', 'кошик', '450,00')
    await delegation(clerk, 'Гімназія № 3', '12', 'квіти', '')
    await look(clerk)
    await clerk.goto(last)
    await clerk.getByRole('button', { name: 'Подія відбулася' }).click()
    await clerk.getByText('Позначено, що подія відбулася').waitFor()

    const now = await keep(clerk, title, YEAR)
    assert.notEqual(now, last)
    await clerk.getByText('Меморіал Слави').first().waitFor()
    await clerk.getByRole('button', { name: 'Оголосити' }).click()
    const reader = await somebody(stage, scripts)
    await reader.goto(now.replace('/office', ''))
    await reader.getByText('Беруть участь: 2 делегації').waitFor()
    await look(reader)
    await clerk.getByRole('link', { name: 'Церемонія', exact: true }).click()
    await clerk.getByRole('link', { name: /^Змінити.*Рада ветеранів/ }).click()
    await clerk.getByLabel('Ціна одного').fill('520,00')
    await clerk.locator('#wreath').getByRole('button', { name: 'Зберегти' }).click()
    await clerk.getByText('Делегацію змінено').waitFor()
    for (const paper of ['?format=pdf', '/wreaths?format=docx', '/wreaths?format=csv'])
      assert.equal((await clerk.request.get(`${now}/ceremony${paper}`)).status(), 200, paper)
    await clerk.goto(now)
    await clerk.getByRole('button', { name: 'Подія відбулася' }).click()
    await clerk.goto(`${now}/ceremony`)
    await clerk.getByRole('checkbox', { name: 'Гімназія № 3' }).uncheck()
    await clerk.getByRole('button', { name: 'Зберегти, хто прийшов' }).click()
    await clerk.getByText('Записано, хто прийшов').waitFor()
    await look(clerk)
    await sumUp(clerk, now, 'Місто вшанувало пам’ять.', look)
    await evidenced(clerk, title, /Квіти поклали 1 делегація/, look)
    await reader.reload()
    await reader.getByText('Квіти поклали: 1 делегація').waitFor()
    await look(reader)
    assert.deepEqual(faults, [])
  })
}

async function stageOf(clerk: Page, seminar: string, button: string): Promise<void> {
  await clerk.goto(seminar)
  await clerk.getByRole('button', { name: button }).click()
  await clerk.getByText('Стан тесту змінено').waitFor()
}

async function answer(page: Page, event: string, first: string, look: Look): Promise<void> {
  await page.goto(`${event.replace('/office', '')}/test`)
  await look(page)
  await page.getByRole('radio', { name: first }).check()
  await page.getByRole('radio', { name: 'місто' }).check()
  await page.getByLabel('Ваше слово').fill(`дуб ${event.slice(-6)}`)
  await page.getByRole('button', { name: 'Надіслати відповіді' }).click()
  await page.getByText('Дякуємо, відповіді враховано').waitFor()
}

/** @returns the address of the event that the date has in this year */
async function keep(clerk: Page, title: string, year: number): Promise<string> {
  await clerk.goto(`/office/memorials?year=${year}`)
  await clerk.getByRole('checkbox', { name: `Відзначаємо: ${title}` }).check()
  await clerk.getByRole('button', { name: 'Створити події для позначених' }).click()
  await clerk.getByText('Рішення на рік збережено').waitFor()
  await clerk.locator('tr').filter({ hasText: title }).locator('a[href^="/office/events/"]').first().click()
  await clerk.getByRole('heading', { name: title }).waitFor()
  return clerk.url()
}

async function delegation(
  clerk: Page,
  name: string,
  people: string,
  kind: string,
  cost: string,
): Promise<void> {
  const form = clerk.locator('#wreath')
  await form.getByLabel('Делегація', { exact: true }).fill(name)
  await form.getByLabel('Скільки осіб').fill(people)
  await form.getByLabel('Що покладають').selectOption({ label: kind })
  await form.getByLabel('Кількість').fill('1')
  await form.getByLabel('Ціна одного').fill(cost)
  await form.getByRole('checkbox', { name: 'Оплачує місто' }).setChecked(cost !== '')
  await form.getByRole('button', { name: 'Додати делегацію' }).click()
  await clerk.getByText('Делегацію додано').waitFor()
}
