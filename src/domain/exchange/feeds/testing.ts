import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect } from 'vitest'
import type { Connector } from '#connectors/_contract/connector.ts'
import { loadConnectors } from '#connectors/_contract/registry.ts'
import { camille as owner, openTestDesk } from '#support/desk.ts'
import { hire, sofia as sofiaIs, yanis as yanisIs } from '#support/hire.ts'
import type { FeedRuleView } from '../api.ts'

/** An answer that takes its time: given when the test says so. */
interface Slow {
  fails: boolean
  asked: () => void
  given: Promise<void>
}

/** A company's blog, on a server of its own. */
export const blog = {
  articles: [] as { title: string; summary: string }[],
  down: false,
  origin: '',
  slow: [] as Slow[],
}

const server = http.createServer(async (_request, response) => {
  const answer = blog.slow.shift()
  if (answer) {
    answer.asked()
    await answer.given
    if (answer.fails) return response.writeHead(503).end()
  }
  if (blog.down) return response.writeHead(503).end()
  return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss())
})

await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', () => resolve())
})

afterAll(() => server.close())

blog.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const rss =
  () => `<?xml version="1.0"?><rss version="2.0"><channel><title>Le carnet</title><link>${blog.origin}</link>
<description>d</description>${blog.articles
    .map(
      ({ title, summary }, i) => `<item><title>${title}</title><link>${blog.origin}/${i}</link>
<guid>${blog.origin}/${i}</guid><description>${summary}</description></item>`,
    )
    .join('')}</channel></rss>`

/** A desk that reads the blog and publishes on a board. Its rules and the blog begin anew with each test. */
export async function openFeedsDesk(board: Connector) {
  const feeds = [...(await loadConnectors()).values()].filter(
    ({ manifest, listen }) => listen && manifest.connect.method === 'none',
  )

  const desk = await openTestDesk({
    connectors: [board, ...feeds],
    env: { VIGIE_ALLOW_PRIVATE_HOSTS: '127.0.0.1' },
  })

  const camille = (await desk.signUp()).with({ 'accept-language': 'en' })

  const { body: account } = await camille.post('/channels', {
    connectorId: 'board',
    fields: { handle: 'lyon' },
  })

  await desk.settle()

  const { body: members } = await camille.get<{ userId: string }[]>('/members')

  const ids = {
    camille: members[0]?.userId ?? '',
    sofia: await hire(desk.desk.db, sofiaIs, 'reviewer'),
    yanis: await hire(desk.desk.db, yanisIs, 'contributor'),
  }

  const signIn = ({ email }: { email: string }) => desk.as({ email, password: owner.password })
  const [sofia, yanis] = [await signIn(sofiaIs), await signIn(yanisIs)]

  beforeEach(async () => {
    for (const { id } of (await camille.get<FeedRuleView[]>('/feed-rules')).body)
      await camille.delete(`/feed-rules/${id}`)
    blog.articles = [{ title: 'Déjà là', summary: 'Avant la règle' }]
    blog.down = false
  })

  const input = () => ({
    name: 'Le carnet',
    url: blog.origin,
    channelIds: [account.id],
    template: '{titre}\n{lien}',
    language: 'fr',
  })

  async function rule(more: object = {}, by = camille): Promise<FeedRuleView> {
    const { body, status } = await by.post<FeedRuleView>('/feed-rules', { ...input(), ...more })
    expect(status).toBe(201)
    await desk.settle()
    return body
  }

  async function later(minutes: number) {
    desk.clock.advance(minutes * 60_000)
    await desk.settle()
  }

  const drafts = async () =>
    (await camille.get('/posts?status=draft')).body.map(
      ({ excerpt }: { excerpt: string }) => excerpt,
    )

  return { desk, camille, account, ids, sofia, yanis, input, rule, later, drafts }
}
