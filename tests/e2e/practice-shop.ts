import type { APIRequestContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CompanyView } from '#domain/governance/api.ts'
import { signUp, storageOf } from './sign-up.ts'
import { stageAlert } from './staged-alert.ts'
import type { Storage } from './visit.ts'

/** The practice company, opened in French: what is invented in it is in French whoever reads it. */
export interface PracticeShop {
  /** For a browser that comes back, signed in, in the shop. */
  storage: Storage
  /** Fills an address as screens declare it: `/inbox/$conversationId` becomes that of a conversation. */
  address(pattern: string): string
}

/** @param databaseUrl given, an alert is written down there: nothing in the shop brings one about */
export async function openThePracticeShop(page: Page, databaseUrl?: string): Promise<PracticeShop> {
  await signUp(page)
  await page.getByRole('button', { name: 'Français' }).click()
  await page.getByRole('button', { name: 'L’ouvrir' }).click()
  const banner = page.getByRole('region', { name: 'Entreprise d’entraînement' })
  await banner.waitFor({ timeout: 60_000 })
  const ids: Record<string, string> = {
    ...(await idsIn(page.request)),
    ...(databaseUrl ? { alertId: await stageAlert(databaseUrl) } : {}),
  }
  return {
    storage: await storageOf(page),
    address: (pattern) =>
      pattern.replace(/\$(\w+)/g, (_, name: string) => {
        return ids[name] ?? expect.fail(`say in practice-shop.ts what $${name} stands for`)
      }),
  }
}

const PLAN = 'texte;date\nUne chaise;2031-12-01\nUn banc;2031-13-01\nUn brouillon;'
const WEBHOOK = {
  name: 'Stock',
  url: 'https://stock.example/vigie',
  events: ['delivery.published'],
}

async function idsIn(request: APIRequestContext): Promise<Record<string, string>> {
  const ask = async (path: string, headers = {}) =>
    (await request.get(`/api/v1${path}`, { headers })).json()
  const { companies } = (await ask('/session')) as { companies: CompanyView[] }
  const shop = companies.find((one) => one.practice)?.id
  const first = async (path: string) => {
    const list = await ask(path, { 'vigie-company': shop })
    const [one] = (list.items ?? list) as { id: string }[]
    return one?.id ?? expect.fail(`the shop has none of ${path}`)
  }
  const make = async (path: string, sent: object) => {
    const headers = { 'vigie-company': shop ?? '' }
    const answer = await request.post(`/api/v1${path}`, { ...sent, headers })
    return ((await answer.json()) as { id: string }).id
  }
  const duel = async () => {
    const { items } = await ask('/media', { 'vigie-company': shop })
    const [first, second] = (items as { id: string }[]).map(({ id: mediaId }) => ({ mediaId }))
    const data = {
      question: 'Chêne ou noyer ?',
      first: { ...first, label: 'Chêne' },
      second: { ...second, label: 'Noyer' },
    }
    return make('/duels', { data })
  }
  const plan = { name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(PLAN) }
  /** A link by which somebody without an account reads it. */
  const linkTo = async (postId: string) => {
    const headers = { 'vigie-company': shop ?? '' }
    const answer = await request.post('/api/v1/review-links', { data: { postId }, headers })
    return String(((await answer.json()) as { url: string }).url.split('/').at(-1))
  }
  /** Something to put up by hand, and a place where people check in. */
  const byHand = async () => {
    const fields = { kind: 'foursquare', name: 'La boutique de Lyon' }
    const channelId = await make('/channels', { data: { connectorId: 'by-hand', fields } })
    const headers = { 'vigie-company': shop ?? '' }
    const write = async (text: string) => {
      const data = { text, variants: [{ channelId }] }
      const id = await make('/posts', { data })
      await request.post(`/api/v1/posts/${id}/schedule`, { data: { version: 1 }, headers })
    }
    await write('Le banc devant la fenêtre est de retour')
    await write('Une table de chêne, du tronc au vernis')
    const tasks = async () =>
      (await ask('/tasks', headers)).toDo as { id: string; content: string }[]
    await expect.poll(async () => (await tasks()).length, { timeout: 20_000 }).toBe(2)
    const [first] = await tasks()
    await request.post(`/api/v1/tasks/${first?.id}/done`, {
      data: { content: first?.content, url: 'https://places.example/1' },
      headers,
    })
    await request.put(`/api/v1/channels/${channelId}/visits`, {
      data: { day: days(0).slice(0, 10), arrivals: 31 },
      headers,
    })
  }
  const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
  const lead = async () => {
    const mentionIds = [await first('/mentions')]
    return make('/cases', { data: { kind: 'lead', mentionIds } })
  }
  const invited = await request.post('/api/v1/invitations', {
    headers: { 'vigie-company': shop ?? '' },
    data: { email: 'yanis@atelier-morel.example', role: 'editor' },
  })
  await byHand()
  return {
    token: ((await invited.json()) as { link: string }).link.split('/').at(-1) ?? '',
    campaignId: await first('/campaigns'),
    caseId: await lead(),
    conversationId: await first('/conversations?state=open'),
    duelId: await duel(),
    experimentId: await first('/experiments'),
    importId: await make('/imports', { multipart: { file: plan } }),
    linkId: await first('/links'),
    channelId: await first('/channels'),
    postId: await first(`/posts?from=${days(-30)}&to=${days(0)}&status=published`),
    webhookId: await make('/webhooks', { data: WEBHOOK }),
    review: await linkTo(await first(`/posts?from=${days(0)}&to=${days(30)}&status=in-review`)),
  }
}
