import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fetchAlone } from '#support/servers/fetch-alone.ts'
import { createSnacAccount, type SnacAccount } from '#support/servers/snac-people.ts'
import { useServer } from '#support/servers/use-server.ts'
import { publishNow, seeItLeave, writePost } from './compose.ts'
import { useDesk } from './desk.ts'
import { signUp } from './sign-up.ts'
import { useVisits } from './visit.ts'

describe('a server of the fediverse', () => {
  const snac = useServer('snac')
  const desk = useDesk(() => ({ VIGIE_ALLOW_PRIVATE_HOSTS: snac().host }))
  const visits = useVisits(desk)

  test('Sofia connects the shop’s account on its own page, and publishes', async () => {
    // The picture of the account is over plain http here, which our pages refuse.
    visits.expects(/susie\.png' violates .* img-src/)
    const morel = await createSnacAccount(snac(), 'morel')
    const page = await visits.open('/')
    await signUp(page)
    await connectMastodon(page, morel)

    await writePost(page, 'Le banc de Sofia attend devant la fenêtre #atelier')
    await publishNow(page)
    const address = await seeItLeave(page, /Le banc de Sofia/)
    expect(address.startsWith(`${snac().url}/morel/`)).toBe(true)
    expect(await (await fetchAlone(address)).text()).toContain('Le banc de Sofia')
  }, 180_000)

  async function connectMastodon(page: Page, { handle, password }: SnacAccount) {
    await page.getByRole('link', { name: 'Choose a network' }).click()
    await page.getByRole('button', { name: /^Mastodon/ }).click()
    await page.getByLabel('Server').fill(snac().host)
    await page.getByRole('button', { name: 'Continue on Mastodon' }).click()
    await page.waitForURL(`${snac().url}/**`)
    await page.locator('input[name=login]').fill(handle)
    await page.locator('input[name=passwd]').fill(password)
    await page.locator('[type=submit]').click()
    await page.waitForURL(`${desk().url}/channels`)
    await page.getByText('The account is connected.').first().waitFor()
    await page.getByRole('listitem').getByText(/Works/).waitFor()
  }
})
