import { expect, test } from 'vitest'
import { client, openPracticeNetwork, signedIn } from '../fixture.ts'

const network = await openPracticeNetwork()

async function shopThat(faults: unknown, handle: string) {
  const shop = await signedIn(network, handle)
  expect((await shop.post('/faults', faults)).status).toBe(204)
  const accepted = async () =>
    (await shop.get('/ledger')).body.accepted.map((row: { text: string }) => row.text)
  return { shop, accepted }
}

test.each([
  ['429', 429, 0],
  ['500', 500, 0],
  ['503', 503, 0],
  ['500-after-accept', 500, 1],
  ['nonsense', 200, 1],
])('“%s” answers %i once and accepts %i post, then all is well', async (kind, status, stored) => {
  const { shop, accepted } = await shopThat(
    { kind, times: 1, operation: 'post', ms: 3000 },
    `panne.${kind}`,
  )
  expect((await shop.get('/account')).status).toBe(200)
  const struck = await shop.post('/posts', { text: 'un' })
  expect(struck.status).toBe(status)
  if (kind === '429') expect(struck.headers.get('retry-after')).toBe('3')
  expect(await accepted()).toHaveLength(stored)
  expect((await shop.post('/posts', { text: 'deux' })).status).toBe(201)
})

test.each([
  ['reset-before-accept', 0],
  ['reset-after-accept', 1],
  ['timeout-after-accept', 1],
])('“%s” breaks the connection; %i post was accepted', async (kind, stored) => {
  const { shop, accepted } = await shopThat({ kind, times: 1, ms: 50 }, `coupe.${kind}`)
  await expect(shop.post('/posts', { text: 'un' })).rejects.toThrow()
  expect(await accepted()).toHaveLength(stored)
})

test('a slow answer accepts nothing from who has hung up', async () => {
  const { shop, accepted } = await shopThat({ kind: 'slow', times: 2, ms: 150 }, 'lente')
  expect((await shop.post('/posts', { text: 'j’attends' })).status).toBe(201)
  const { token } = (
    await client(network).post('/sessions', { handle: 'lente', password: 'chêne massif' })
  ).body
  const gone = fetch(`${network.url}/posts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ text: 'je pars' }),
    signal: AbortSignal.timeout(40),
  })
  await expect(gone).rejects.toThrow()
  // The next request waits behind nothing: the one that left has been dropped when this one is answered.
  await shop.post('/faults', { kind: 'slow', times: 1, ms: 250 })
  await shop.get('/account')
  expect(await accepted()).toEqual(['j’attends'])
})

test('a revoked token stays revoked until somebody signs in again', async () => {
  const { shop } = await shopThat({ kind: 'revoked-token', times: 1 }, 'revoquee')
  expect((await shop.get('/account')).status).toBe(401)
  expect((await shop.get('/account')).status).toBe(401)
  const again = await signedIn(network, 'revoquee')
  expect((await again.get('/account')).status).toBe(200)
})

test('random failures strike as often as asked, and the same way for the same seed', async () => {
  const fault = { kind: '500', probability: 0.3, seed: 'orage' }
  const run = async (handle: string) => {
    const { shop } = await shopThat(fault, handle)
    const statuses = []
    for (let n = 0; n < 60; n++) statuses.push((await shop.get('/account')).status)
    return statuses
  }
  const first = await run('orage.1')
  expect(await run('orage.2')).toEqual(first)
  const struck = first.filter((status) => status === 500).length
  expect(struck).toBeGreaterThan(8)
  expect(struck).toBeLessThan(30)
})

test('failures asked for by one account never strike another, and end when cleared', async () => {
  const { shop } = await shopThat([{ kind: '500', probability: 1 }], 'maudite')
  const other = await signedIn(network, 'chanceuse')
  expect((await other.get('/account')).status).toBe(200)
  expect((await shop.get('/account')).status).toBe(500)
  await shop.delete('/faults')
  expect((await shop.get('/account')).status).toBe(200)
})

test('a failure that is asked for wrongly is refused', async () => {
  const shop = await signedIn(network, 'confuse')
  for (const fault of [
    { kind: 'meteor', times: 1 },
    { kind: '500' },
    { kind: '500', times: 1, probability: 1 },
  ]) {
    expect((await shop.post('/faults', fault)).status).toBe(422)
  }
})
