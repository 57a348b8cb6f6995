import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { afterAll, describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { publishNow, writePost } from './compose.ts'
import { useDesk } from './desk.ts'
import { signUp } from './sign-up.ts'
import { useVisits } from './visit.ts'

/** The company's mail server. */
const taken: { to: string; content: string }[] = []
const server = new SMTPServer({
  hideSTARTTLS: true,
  authOptional: true,
  disableReverseLookup: true,
  closeTimeout: 100,
  onData(stream, { envelope }, done) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      const content = Buffer.concat(parts).toString()
      taken.push({ to: envelope.rcptTo[0]?.address ?? '', content })
      done()
    })
  },
})
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', () => resolve())
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
const { port } = server.server.address() as AddressInfo

describe('a newsletter', () => {
  const desk = useDesk(() => ({ VIGIE_ALLOW_PRIVATE_HOSTS: '127.0.0.1' }))
  const visits = useVisits(desk)

  test('Sofia connects it, looks at a table, adds its people, and writes to them', async () => {
    const page = await visits.open('/')
    await signUp(page)
    await connectNewsletter(page)
    await sayWhereTheDeskIs(page)

    await page.goto(`${desk().url}/lists`)
    await page.getByRole('link', { name: 'Atelier Morel' }).click()
    await page.getByRole('button', { name: 'Add people' }).click()
    const addresses = 'yanis@example.org\nlea@example.org\nnot an address'
    await page.getByLabel('Or paste addresses, one per line').fill(addresses)
    await page.getByRole('button', { name: 'Check them' }).click()
    await page.getByText('2 people to add').waitFor()
    await page.getByText('Line 3: This is not an e-mail address.').waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Add 2 people' }).click()
    await page.getByText('Say how they agreed.').waitFor()
    await page.getByLabel('How they agreed').fill('Form on our website')
    await page.getByLabel('When').fill('2026-11-02')
    await page.getByRole('button', { name: 'Add 2 people' }).click()
    await page.getByRole('button', { name: 'Unsubscribe lea@example.org' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Unsubscribe' }).click()
    await page.getByText('1 person · 1 has unsubscribed').waitFor()

    await writePost(page, 'Un banc neuf\n\nIl attend devant la fenêtre.')
    await publishNow(page)
    await expect
      .poll(() => taken.map(({ to }) => to), { timeout: 20_000 })
      .toEqual(['yanis@example.org'])
    expect(taken[0]?.content).toMatch(/^Subject: Un banc neuf/m)
    await page.goto(`${desk().url}/lists`)
    await page.getByRole('link', { name: 'Atelier Morel' }).click()
    await page.getByText('1 letter sent').waitFor()
    expect(await axe(page)).toEqual([])
  }, 180_000)

  /** Without it nobody could leave the list. */
  async function sayWhereTheDeskIs(page: Page) {
    const publicUrl = 'https://vigie.atelier-morel.example'
    const answer = await page.request.patch(`${desk().url}/api/v1/companies/current`, {
      data: { publicUrl },
    })
    expect(answer.status()).toBe(200)
  }

  async function connectNewsletter(page: Page) {
    await page.getByRole('link', { name: 'Choose a network' }).click()
    await page.getByRole('button', { name: /^Newsletter/ }).click()
    await page.getByLabel('Name of the sender').fill('Atelier Morel')
    await page.getByLabel('Address of the sender').fill('lettre@atelier-morel.example')
    await page.getByLabel('Company and postal address').fill('Atelier Morel, Lyon')
    await page.getByLabel('Outgoing mail server').fill(`127.0.0.1:${port}`)
    await page.getByRole('button', { name: 'Connect' }).click()
    await page.getByRole('listitem').getByText(/Works/).waitFor()
  }
})
