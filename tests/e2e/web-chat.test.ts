import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { signUp, storageOf } from './sign-up.ts'
import { useVisits, type Storage } from './visit.ts'

describe('a chat on the website of Atelier Morel', () => {
  const desk = useDesk()
  const visits = useVisits(desk)
  /** The shop’s own website, and a copy of it that somebody made elsewhere. */
  const shop = website()
  const copy = website()
  let sofia: Storage | undefined
  let line = ''

  /** Sofia, signed in, with the chat connected by its form. */
  async function sofiaAt(path: string): Promise<Page> {
    if (!sofia) {
      const page = await visits.open('/')
      await signUp(page)
      line = await connectTheChat(page, shop.origin())
      sofia = await storageOf(page)
    }
    shop.embed(line)
    copy.embed(line)
    return visits.open(path, { storage: sofia })
  }

  test('a visitor writes, Sofia answers from the inbox, and the answer appears, also after they left', async () => {
    await sofiaAt('/inbox')
    const { page, chat } = await onTheWebsite()
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await open(page)
    await chat
      .getByText('Nous répondons')
      .or(chat.getByText('Posez votre question'))
      .first()
      .waitFor()
    await write(chat, 'Le banc existe-t-il en noyer ?')
    await sent(chat, 'Le banc existe-t-il en noyer ?')

    await chat.getByLabel('Nom', { exact: true }).fill('Léa Petit')
    await chat.getByRole('button', { name: 'Transmettre' }).click()
    await sent(chat, 'Léa Petit')

    const inbox = await sofiaAt('/inbox')
    await inbox.getByText('Léa Petit').first().click()
    await answer(inbox, 'Oui : https://www.atelier-morel.example/noyer.')
    const answered = chat.getByRole('listitem').filter({ hasText: 'Sofia Benali' })
    await answered.waitFor()
    const link = answered.getByRole('link')
    await expect
      .poll(() => link.getAttribute('href'))
      .toBe('https://www.atelier-morel.example/noyer')
    await expect.poll(() => link.getAttribute('rel')).toBe('nofollow ugc noopener noreferrer')

    await page.goto('about:blank')
    await answer(inbox, 'Nous vous gardons une place samedi.')
    await inbox.getByText('Published').nth(1).waitFor()
    await page.goto(shop.origin())
    await page.getByRole('button', { name: /1 non lus?/ }).click()
    await chat.getByText('Le banc existe-t-il en noyer ?').waitFor()
    await chat.getByText('Nous vous gardons une place samedi.').waitFor()

    await inbox.getByRole('button', { name: 'Block this visitor' }).click()
    await inbox.getByRole('button', { name: 'Unblock this visitor' }).waitFor()
    expect(await axe(inbox)).toEqual([])
    await chat.getByText('L’entreprise a mis fin à cette conversation.').waitFor()
    await expect.poll(() => chat.getByLabel('Votre message').isVisible()).toBe(false)
  }, 180_000)

  test('when the network is cut, the message says so, is kept, and leaves once', async () => {
    await sofiaAt('/inbox')
    visits.expects(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
    const { page, chat } = await onTheWebsite()
    await open(page)
    // It arrives, and the visitor's browser never hears so, neither by the answer nor by what comes.
    await withFetch(chat, { arrives: true, fails: '' })
    await write(chat, 'Livrez-vous à Lyon ?')
    await chat.getByText('Non envoyé').waitFor()
    await page.context().setOffline(true)
    await chat.getByRole('button', { name: 'Réessayer' }).click()
    await chat.getByText('La connexion est coupée').waitFor()
    await page.reload().catch(() => {})
    await page.context().setOffline(false)
    await page.goto(shop.origin())
    await open(page)
    await sent(chat, 'Livrez-vous à Lyon ?')
    await expect.poll(() => chat.getByText('Livrez-vous à Lyon ?').count()).toBe(1)
    const inbox = await sofiaAt('/inbox')
    await inbox.getByText('Livrez-vous à Lyon ?').first().waitFor()
    const db = new pg.Client({ connectionString: desk().databaseUrl })
    await db.connect()
    const { rows } = await db.query(`select direction from messages where text like 'Livrez%'`)
    await db.end()
    expect(rows).toEqual([{ direction: 'in' }])
  }, 180_000)

  test('where no stream comes through, answers come all the same', async () => {
    await sofiaAt('/inbox')
    const { page, chat } = await onTheWebsite()
    await open(page)
    await withFetch(chat, { arrives: false, fails: '/stream' })
    await write(chat, 'Faites-vous des tables ?')
    await sent(chat, 'Faites-vous des tables ?')
    const inbox = await sofiaAt('/inbox')
    await inbox.getByText('Faites-vous des tables ?').first().click()
    await answer(inbox, 'Oui, aussi.')
    await chat.getByText('Oui, aussi.').waitFor()
  }, 120_000)

  test('by keyboard alone: it opens, takes the text, closes on Escape and gives the focus back', async () => {
    await sofiaAt('/inbox')
    const { page, chat } = await onTheWebsite()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await chat.getByLabel('Votre message').waitFor()
    await expect
      .poll(() =>
        chat.getByLabel('Votre message').evaluate((box) => box === document.activeElement),
      )
      .toBe(true)
    await page.keyboard.type('<b>Bonjour</b><img src=x onerror=alert(1)>')
    await page.keyboard.press('Enter')
    await sent(chat, '<b>Bonjour</b><img src=x onerror=alert(1)>')
    await expect.poll(() => chat.locator('b, img').count()).toBe(0)
    await page.keyboard.press('Escape')
    const button = page.getByRole('button', { name: 'Écrivez-nous' })
    // The frame tells the page around it by a message: the page closes it a moment later.
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('false')
    await expect
      .poll(() =>
        page.evaluate(() =>
          document.activeElement?.shadowRoot?.activeElement?.classList.contains('button'),
        ),
      )
      .toBe(true)
  }, 120_000)

  test('on a website that was not allowed, neither the button nor the frame is shown', async () => {
    await sofiaAt('/inbox')
    visits.expects(/frame-ancestors|chrome-error|Refused to (frame|display)/i)
    const page = await (await visits.context({ language: 'fr' })).newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    await page.goto(copy.origin())
    await expect.poll(() => said.join(' ')).toContain('not among the addresses')
    await expect.poll(() => page.getByRole('button').count()).toBe(0)
    const src = line.replace(/^.*src="/, '').replace('widget.js" defer></script>', 'frame')
    await page.evaluate((address) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: address }))
    }, src)
    await expect.poll(() => said.join(' '), { timeout: 20_000 }).toMatch(/frame-ancestors/)
    await expect.poll(() => page.frameLocator('iframe').getByRole('textbox').count()).toBe(0)

    const sheet = await sofiaAt('/channels')
    await sheet.getByRole('button', { name: /^Actions on/ }).click()
    await sheet.getByRole('menuitem', { name: 'Check the connection' }).click()
    await sheet.getByText(`Last seen on ${shop.origin()}`).first().waitFor()
    await sheet.getByText(`${copy.origin()} asked for it`).first().waitFor()
  }, 120_000)

  test.each([
    ['fr', 'light', 1440],
    ['fr', 'dark', 390],
    ['en', 'light', 390],
    ['en', 'dark', 1440],
  ] as const)(
    'axe finds nothing: %s, %s, %i',
    async (language, theme, width) => {
      await sofiaAt('/inbox')
      const base = line.replace(/^.*src="/, '').replace('/widget.js" defer></script>', '')
      const page = await visits.open(`${base}/try?lang=${language}`, { language, theme, width })
      expect(await axe(page)).toEqual([])
      await page.getByRole('button').click()
      await page.frameLocator('iframe').getByRole('textbox').first().waitFor()
      expect(await axe(page)).toEqual([])
      // The frame by itself, with something said, the card, and what is kept unfolded.
      await page.goto(`${base}/frame?lang=${language}`)
      await page.getByRole('textbox').first().fill('Bonjour, https://exemple.example')
      await page.keyboard.press('Enter')
      await page.locator('#card').waitFor()
      await page.locator('summary').click()
      expect(await axe(page)).toEqual([])
    },
    120_000,
  )

  async function onTheWebsite() {
    const page = await (await visits.context({ language: 'fr' })).newPage()
    await page.goto(shop.origin())
    return { page, chat: page.frameLocator('iframe') }
  }
})

async function connectTheChat(page: Page, origin: string): Promise<string> {
  await page.goto('/channels?connect=web-chat')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name visitors see').fill('Atelier Morel')
  await sheet.getByLabel('Addresses of your website').fill(origin)
  await sheet.getByLabel('When you answer').fill('lun-dim 0h-24h')
  await sheet.getByRole('button', { name: 'Connect this account' }).click()
  await sheet.getByText('Put it on your website').waitFor()
  expect(await axe(page)).toEqual([])
  return (await sheet.locator('code').textContent()) ?? ''
}

const open = (page: Page) => page.getByRole('button', { name: /Écrivez-nous/ }).click()

/**
 * Makes requests of the chat’s frame fail, after they arrived or before they left. Done in the frame itself: a frame of
 * another site may run in a process of its own, whose requests a browser's driver does not always see.
 */
async function withFetch(
  chat: FrameLocator,
  how: { arrives: boolean; fails: string },
): Promise<void> {
  await chat.getByLabel('Votre message').evaluate((_field, { arrives, fails }) => {
    const real = globalThis.fetch
    globalThis.fetch = async (address, options) => {
      if (!String(address).endsWith(fails)) return real(address, options)
      if (arrives && options?.method === 'POST') await real(address, options)
      throw new TypeError('Failed to fetch')
    }
  }, how)
}

async function write(chat: FrameLocator, text: string): Promise<void> {
  await chat.getByLabel('Votre message').fill(text)
  await chat.getByRole('button', { name: 'Envoyer' }).click()
}

/** It is there with its hour: the desk has it. */
const sent = (chat: FrameLocator, text: string) =>
  chat
    .getByRole('listitem')
    .filter({ hasText: text })
    .getByText(/^Vous · .*Envoyé$/)
    .waitFor()

async function answer(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /^Reply to/ })
  await field.fill(text)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect.poll(() => field.inputValue()).toBe('')
}

/** A page of a website of another site than the desk’s, with whatever line was pasted into it. */
function website() {
  let server: Server | undefined
  let pasted = ''
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        `<!doctype html><html lang="fr"><title>Atelier Morel</title><h1>Nos bancs</h1>${pasted}</html>`,
      )
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => server?.closeAllConnections())
  afterAll(() => server?.close())
  const address = () => server?.address()
  return {
    origin: () => `http://127.0.0.1:${(address() as AddressInfo).port}`,
    embed: (line: string) => void (pasted = line),
  }
}
