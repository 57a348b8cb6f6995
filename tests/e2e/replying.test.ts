import { randomBytes, randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { ConversationView } from '#domain/inbox/api.ts'
import type { ThreadView } from '#domain/visits/api.ts'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { signUp, storageOf } from './sign-up.ts'
import { useVisits, type Storage } from './visit.ts'

/** As long as a chat takes a message. */
const MOST = 2000

describe('answering from the inbox', () => {
  const desk = useDesk()
  const visits = useVisits(desk)
  let sofia: { storage: Storage; companyId: string; chatId: string } | undefined

  /** Sofia in the conversation of a visitor who just wrote. */
  async function asked(words: string) {
    sofia ??= await connected()
    const { storage, chatId } = sofia
    const visitor = visitorOf(`${desk().url}/w/${chatId}`)
    await visitor.write(words)
    const page = await visits.open('/inbox', { storage })
    await page.getByText(words).first().click()
    const field = page.getByRole('textbox', { name: /^Reply to/ })
    await field.waitFor()
    const send = page.getByRole('button', { name: 'Send', exact: true })
    return { page, field, send, visitor, ...sofia }
  }

  /** Sofia, signed in, with a chat for her website. */
  async function connected() {
    const page = await visits.open('/')
    await signUp(page)
    const { companies } = await (await page.request.get('/api/v1/session')).json()
    const companyId = String(companies[0].id)
    const fields = {
      name: 'Atelier Morel',
      origins: 'https://www.atelier-morel.example',
      language: 'page',
      hours: 'lun-dim 0h-24h',
      color: '#126154',
      keepDays: '90',
    }
    const made = await page.request.post('/api/v1/channels', {
      data: { connectorId: 'web-chat', fields },
      headers: { 'vigie-company': companyId },
    })
    return { storage: await storageOf(page), companyId, chatId: String((await made.json()).id) }
  }

  test('what may still be written is counted as the network counts, and no more can be sent', async () => {
    const { page, field, send } = await asked('Quels bois avez-vous ?')
    // Two units of the browser, one character of the network.
    await field.fill('🪵')
    await page.getByText(`${(MOST - 1).toLocaleString('en')} characters left`).waitFor()
    await expect.poll(() => send.isEnabled()).toBe(true)
    await field.fill('🪵'.repeat(MOST + 1))
    await page.getByText('1 character too many').waitFor()
    await expect.poll(() => send.isDisabled()).toBe(true)
    expect(await axe(page)).toEqual([])
  }, 120_000)

  test('what the desk finds too long is said by the field, and the words stay', async () => {
    visits.expects(/422/)
    const { page, field, send } = await asked('Racontez-moi tout')
    // A page that does not know how long an answer may be.
    await withoutLimit(page)
    await field.fill('o'.repeat(MOST + 1))
    await send.click()
    const alert = page.getByRole('alert').filter({ hasText: 'Too long by one character' })
    await alert.waitFor()
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
    expect(await field.getAttribute('aria-describedby')).toBe(await alert.getAttribute('id'))
    await expect.poll(() => field.inputValue()).toHaveLength(MOST + 1)
    await field.fill('Du chêne.')
    await alert.waitFor({ state: 'hidden' })
    await send.click()
    await emptied(field)
    // The page may be asking for the conversation while it is closed.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  }, 120_000)

  test('an answer of the desk that never came: pressed again, also on a page opened anew, it leaves once', async () => {
    visits.expects(/ERR_CONNECTION_RESET|Failed to load resource/)
    const { page, field, send, visitor } = await asked('Livrez-vous à Lyon ?')
    let lost = 0
    await page.route(/\/replies$/, async (route) => {
      await route.fetch()
      lost++
      await route.abort('connectionreset')
    })
    await field.fill('Oui, chaque mardi.')
    await send.click()
    await page.getByRole('alert').first().waitFor()
    await expect.poll(() => field.inputValue()).toBe('Oui, chaque mardi.')
    expect(lost).toBe(1)
    await page.unroute(/\/replies$/)
    await page.reload()
    await expect.poll(() => field.inputValue()).toBe('Oui, chaque mardi.')
    await send.click()
    await emptied(field)
    await expect.poll(visitor.answers).toEqual(['Oui, chaque mardi.'])
    const said = page.getByRole('group', { name: 'What was said' })
    await expect.poll(() => said.getByText('Oui, chaque mardi.').count()).toBe(1)
    // The same words, said once more on purpose, are another reply.
    await field.fill('Oui, chaque mardi.')
    await send.click()
    await emptied(field)
    await expect.poll(visitor.answers).toHaveLength(2)
  }, 120_000)

  test('what comes in while one writes is shown, and the reply answers what was there before', async () => {
    const { page, field, send, visitor } = await asked('Le banc est-il en noyer ?')
    await field.fill('Oui, en noyer de la Drôme.')
    await visitor.write('Et la table ?')
    const notice = page.getByRole('status').filter({ hasText: 'Le banc est-il en noyer ?' })
    await notice.waitFor()
    expect(await axe(page)).toEqual([])
    const sent = page.waitForRequest(/\/replies$/)
    await send.click()
    const { answers } = (await sent).postDataJSON() as { answers: string }
    await emptied(field)
    const view = await viewOf(page)
    expect(view.thread.find(({ id }) => id === answers)?.text).toBe('Le banc est-il en noyer ?')

    await field.fill('Elle aussi.')
    await visitor.write('Et les chaises ?')
    await page.getByRole('button', { name: 'Answer the latest' }).click()
    await page.getByRole('button', { name: 'Answer the latest' }).waitFor({ state: 'hidden' })
    const next = page.waitForRequest(/\/replies$/)
    await send.click()
    const latest = ((await next).postDataJSON() as { answers: string }).answers
    await emptied(field)
    const { thread } = await viewOf(page)
    expect(thread.find(({ id }) => id === latest)?.text).toBe('Et les chaises ?')
  }, 120_000)

  test('refused, because the account was taken off meanwhile: it says so and keeps the words', async () => {
    visits.expects(/409/)
    const { page, field, send, companyId, chatId } = await asked('Ouvrez-vous dimanche ?')
    await field.fill('Oui, jusqu’à midi.')
    await page.request.delete(`/api/v1/channels/${chatId}`, {
      headers: { 'vigie-company': companyId },
    })
    sofia = undefined
    await send.click()
    await page
      .getByText(/was taken off\. Connect it again in Channels/)
      .first()
      .waitFor()
    await expect.poll(() => field.inputValue()).toBe('Oui, jusqu’à midi.')
    await page.reload()
    await expect.poll(() => field.inputValue()).toBe('Oui, jusqu’à midi.')
    await page
      .getByText(/was taken off\. Connect it again in Channels/)
      .first()
      .waitFor()
    await expect.poll(() => send.isDisabled()).toBe(true)
    expect(await axe(page)).toEqual([])
  }, 120_000)
})

const emptied = (field: Locator) => expect.poll(() => field.inputValue()).toBe('')

async function viewOf(page: Page): Promise<ConversationView> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  return (await (await page.request.get(`/api/v1/conversations/${id}`)).json()) as ConversationView
}

/** From now on the page is told of no limit. */
async function withoutLimit(page: Page): Promise<void> {
  await page.route(/\/conversations\/[^/?]+$/, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), replyMax: null } })
  })
  await page.reload()
}

/** Somebody on the website, who writes and reads by the chat’s own door. */
function visitorOf(chat: string) {
  const authorization = `Bearer ${randomBytes(32).toString('base64url')}`
  return {
    async write(text: string): Promise<void> {
      const answer = await fetch(`${chat}/thread/messages`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ id: randomUUID(), text, language: 'fr' }),
      })
      expect(answer.status).toBeLessThan(300)
    },
    async answers(): Promise<string[]> {
      const answer = await fetch(`${chat}/thread`, { headers: { authorization } })
      const { messages } = (await answer.json()) as ThreadView
      return messages.filter(({ from }) => from === 'company').map(({ text }) => text)
    },
  }
}
