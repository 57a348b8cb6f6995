import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Connector } from '#connectors/_contract/connector.ts'
import { market } from '#domain/channels/testing/market.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { axe } from './accessibility.ts'
import { signUp } from './sign-up.ts'
import { useVisits } from './visit.ts'

describe('a network that asks for an app, and names several accounts', () => {
  const bazaar = market()
  let desk: TestDesk | undefined
  let url = ''
  const visits = useVisits(() => ({ url, databaseUrl: '', log: () => '' }))

  test('Sofia registers the app step by step, is told why she was refused, then chooses a stall', async () => {
    desk = await openTestDesk({
      connectors: [asking(bazaar.connector)],
      now: new Date().toISOString(),
    })
    // The doctor asks the market for its hour.
    desk.desk.fetch = async () => new Response('', { headers: { date: new Date().toUTCString() } })
    url = await desk.listen()
    bazaar.stalls = ['lyon', 'paris']
    const page = await visits.open('/')
    await page.route('https://market.example/**', (route) => {
      const address = new URL(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: askingPage(address) })
    })
    await signUp(page)

    await page.getByRole('link', { name: 'Choose a network' }).click()
    await page.getByRole('button', { name: /^Marché/ }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('requires each company to have its own app').waitFor()
    await sheet.getByText(`${url}/api/connect/callback`).waitFor()
    await sheet.getByText('Until the market has looked at the app').waitFor()
    expect(await axe(page)).toEqual([])
    await sheet.getByLabel('Client ID').fill(' morel-app ')
    await sheet.getByLabel('Secret').fill('tres-secret')
    await sheet.getByLabel('Was the app audited?').selectOption('Yes')
    await sheet.getByRole('button', { name: 'Save these keys' }).click()
    await sheet.getByText(/Keys of your Marché app entered by Sofia Benali/).waitFor()

    await visitMarket(page, 'Decline')
    const refused = page.getByRole('alert')
    await refused.getByText('Access was declined').waitFor()
    expect(new URL(page.url()).search).toMatch(/^\?back=[\w-]+$/)
    await refused.getByRole('button', { name: 'Reconnect' }).click()
    await visitMarket(page, 'Allow')

    const choice = page.getByRole('dialog', { name: 'Choose accounts of Marché' })
    await choice.getByRole('checkbox', { name: /@paris/ }).check()
    expect(await axe(page)).toEqual([])
    await choice.getByRole('button', { name: 'Connect 1 account' }).click()
    await page.getByRole('listitem').getByText('@paris').first().waitFor()
    expect(bazaar.asked.find(({ what }) => what === 'finish')?.app).toEqual({
      clientId: 'morel-app',
      clientSecret: 'tres-secret',
      audited: 'yes',
    })

    await page.getByRole('button', { name: 'Actions on @paris' }).click()
    await page.getByRole('menuitem', { name: 'Check the connection' }).click()
    await page.getByText('Marché accepts our access to @paris.').waitFor()
    await page.close()
    await desk.close()
  }, 180_000)
})

async function visitMarket(page: Page, answer: 'Allow' | 'Decline') {
  await page.getByRole('button', { name: 'Continue on Marché' }).click()
  await page.waitForURL('https://market.example/**')
  await page.getByRole('link', { name: answer }).click()
  await page.waitForURL('**/channels?*')
}

/** What the network shows in the person's browser. */
function askingPage({ searchParams }: URL): string {
  const back = (more: Record<string, string>) => {
    const url = new URL(searchParams.get('redirect_uri') ?? '')
    url.search = new URLSearchParams({ state: searchParams.get('state') ?? '', ...more }).toString()
    return url.href.replaceAll('&', '&amp;')
  }
  return `<a href="${back({ code: 'ok' })}">Allow</a>
    <a href="${back({ error: 'access_denied', error_description: 'no' })}">Decline</a>`
}

/** Its app asks one thing more, to be chosen among a few. */
function asking(connector: Connector): Connector {
  const { manifest, ...rest } = connector
  const { app } = manifest.connect
  if (!app) throw new Error('the market wants an app')
  const choices = [
    { value: 'no', label: { en: 'Not yet', fr: 'Pas encore' }, fills: {} },
    { value: 'yes', label: { en: 'Yes', fr: 'Oui' }, fills: {} },
  ]
  const label = { en: 'Was the app audited?', fr: 'L’application a-t-elle été auditée ?' }
  const audited = { name: 'audited', label, kind: 'choice' as const, choices, required: true }
  const asked = { ...app, fields: [...app.fields, audited] }
  return { ...rest, manifest: { ...manifest, connect: { ...manifest.connect, app: asked } } }
}
