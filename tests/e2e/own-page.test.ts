import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { createFetch } from '#platform/fetch/fetch.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { createBlueskyPerson } from '#support/servers/bluesky-people.ts'
import { useServer } from '#support/servers/use-server.ts'
import { axe } from './accessibility.ts'
import { signUp } from './sign-up.ts'
import { useVisits } from './visit.ts'

describe('an account of a Bluesky network, connected on its own page', () => {
  const network = useServer('bluesky-network')
  let desk: TestDesk | undefined
  let url = ''
  const visits = useVisits(() => ({ url, databaseUrl: '', log: () => '' }))

  test('Sofia allows Vigie there, without giving it a password; then takes it off again', async () => {
    // The network's page runs under rules of its own; a handle that is none is refused.
    visits.expects(new RegExp(network().url))
    visits.expects(/422/)
    desk = await openTestDesk({ now: new Date().toISOString() })
    desk.desk.fetch = theirFetch()
    url = await desk.listen()
    const morel = await createBlueskyPerson(network(), 'atelier-morel.test')
    const page = await visits.open('/')
    await signUp(page)

    await page.getByRole('link', { name: 'Choose a network' }).click()
    await page.getByRole('button', { name: /^Bluesky/ }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('App password', { exact: true }).waitFor()
    await sheet.getByLabel('Handle').fill('personne@example.fr')
    await sheet.getByText('On Bluesky’s own page').click()
    await sheet.getByText('comes to read who asks').waitFor()
    expect(await axe(page)).toEqual([])
    // What was typed stays, whichever way.
    await sheet.getByRole('button', { name: 'Continue on Bluesky' }).click()
    await sheet.getByText('This is not a handle.').waitFor()
    await sheet.getByLabel('Handle').fill('@atelier-morel.test')
    await sheet.getByRole('button', { name: 'Continue on Bluesky' }).click()

    await allowThere(page, morel.password)
    await page.getByText('The account is connected.').first().waitFor()
    await page.getByRole('listitem').getByText(/Works/).waitFor()

    await page.getByRole('button', { name: 'Actions on atelier-morel.test' }).click()
    await page.getByRole('menuitem', { name: 'Check the connection' }).click()
    await page.getByText('Bluesky accepts our access to atelier-morel.test.').waitFor()
    await page.getByText('renewed or not, such access ends two weeks later').first().waitFor()

    await page.getByRole('button', { name: 'Actions on atelier-morel.test' }).click()
    await page.getByRole('menuitem', { name: 'Disconnect' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Disconnect/ })
      .click()
    await page.getByText('No account yet').waitFor()
    await page.close()
    await desk.close()
  }, 180_000)

  /** The directory of lasting names and the resolver of handles are those of this network. */
  function theirFetch() {
    const { url: server, plcUrl } = network()
    const aliases = new Map([
      ['plc.directory', plcUrl],
      ['public.api.bsky.app', server],
    ])
    return createFetch({ allowPrivateHosts: [new URL(server).host], aliases })
  }

  async function allowThere(page: Page, password: string) {
    await page.waitForURL(`${network().url}/oauth/authorize**`)
    await page.locator('input[type=password]').fill(password)
    await page.locator('button[type=submit]').click()
    await page.getByText('Access specific parts of your Bluesky account').waitFor()
    await page.getByRole('button', { name: 'Authorize' }).click()
    await page.waitForURL(`${url}/channels**`)
  }
})
