import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Connector, Outgoing } from '#connectors/_contract/connector.ts'
import type { Fault } from '#connectors/_contract/suite/fault.ts'
import { faultyNetwork } from '#connectors/_contract/suite/faults.ts'
import type { ContractKit, NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import { mediaFor } from '#connectors/_contract/suite/desk.ts'
import type { ConversationView } from '#domain/inbox/api.ts'
import type { InboxTables } from '#domain/inbox/tables.ts'
import { accountOf, findChannel, withAccess } from '#domain/channels/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Answer, Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'

/** A whole desk with one account of one network, which is played by the double of its own folder. */
export interface Played {
  desk: TestDesk
  camille: Caller
  network: NetworkDouble
  kit: ContractKit
  /** The next answer meets this on its way; what is asked otherwise meets `reading`, as often as there are some. */
  meets(fault: Fault, reading?: Fault[]): void
  /** Somebody says something: under a post of ours, or to us. @returns the conversation that it becomes */
  hear(words: string, way: Way): Promise<Heard>
  answer(to: Heard, text: string, key?: string): Promise<Answer<ConversationView>>
  /** What people see of us there that says this. */
  seen(text: string): SeenPost[]
  /** Where our last answer stands, as a person reads it in a language. */
  standing(to: Heard, language?: 'en' | 'fr'): Promise<ConversationView['thread'][number]>
  read(to: Heard): Promise<ConversationView>
  /** Whether the account is still taken for one that works. */
  isConnected(): Promise<boolean>
  /** Lets time pass until the last answer is at rest, as much as the ledger ever waits by itself. */
  pass(to: Heard): Promise<void>
}

/** Under a post of ours, or apart from any: a mention, a message, a review; in private where that is another way. */
export type Way = 'under our post' | 'to us' | 'in private'

export interface Heard {
  /** Of the message, on this desk. */
  id: string
  conversationId: string
  /** What the network calls what was said. */
  remoteId: string
}

const folderOf = (id: string) =>
  path.resolve(import.meta.dirname, '../../../src/connectors', id, 'contract.ts')

export const kitOf = async (id: string) =>
  ((await import(pathToFileURL(folderOf(id)).href)) as { default: ContractKit }).default

/** Opens a desk whose every request to the outside reaches the double, by way of what may go wrong. */
export async function openNetwork(connector: Connector): Promise<Played> {
  const kit = await kitOf(connector.manifest.id)
  const desk = await openTestDesk({ connectors: [connector], now: '2026-03-02T09:00:00+01:00' })
  const network = kit.network(desk.clock)
  const faults = faultyNetwork(network, kit.socket)
  const { fetch, socket, courier, mailbox } = faults
  Object.assign(desk.desk, {
    fetch,
    ...(socket ? { socket } : {}),
    ...(courier ? { courier } : {}),
    ...(mailbox ? { mailbox } : {}),
  })
  const camille = (await desk.signUp()).with({ 'accept-language': 'en' })
  const { body: company } = await camille.get<{ id: string }>('/companies/current')
  // A practice network is offered to practice companies alone.
  if (connector.manifest.practice)
    await tablesOf<{ companies: { id: string; practice: boolean } }>(desk.desk.db)
      .updateTable('companies')
      .set({ practice: true })
      .where('id', '=', company.id)
      .execute()
  const channelId = await connect(camille, connector, kit)
  await desk.settle()

  async function ours(): Promise<string> {
    const channel = await findChannel(desk.desk.db, company.id, channelId)
    if (!channel || !connector.publish) throw new Error('no account to publish by')
    const { publish } = connector
    const media = connector.manifest.needsMedia ? await mediaFor(connector) : {}
    const outgoing: Outgoing = {
      id: randomUUID(),
      plannedAt: desk.clock.now(),
      text: `Un banc en chêne ${randomUUID().slice(0, 8)}`,
      images: [],
      options: kit.options ?? {},
      ...media,
    }
    const addressOf = async () => 'https://vigie.example/m/1.jpeg'
    const sent = await withAccess(desk.desk, channel, (account, tools) =>
      publish.publish({ ...tools, addressOf }, account, outgoing),
    )
    if (!sent.ok) throw new Error(JSON.stringify(sent.failure))
    return sent.value.remoteId
  }

  /** Where nothing can be read, the network tells it by calling the desk. */
  async function call(words: string): Promise<void> {
    const channel = await findChannel(desk.desk.db, company.id, channelId)
    if (!channel || !kit.webhook) throw new Error('this network neither is read nor calls')
    const account = accountOf(desk.desk, channel)
    const body = JSON.stringify(kit.webhook.tells(account, words))
    const keys = { app: kit.app ?? {}, accounts: [account], verifyToken: '', now: desk.clock.now() }
    const headers = kit.webhook.sign(new TextEncoder().encode(body), keys)
    const address = `/api/connect/webhooks/${connector.manifest.id}/${company.id}`
    const more = { ...headers, 'content-type': 'application/json' }
    expectDone(await desk.stranger.with(more).post(address, body))
  }

  async function hear(words: string, way: Way): Promise<Heard> {
    const about = way === 'under our post' ? await ours() : null
    const speak = way === 'in private' ? network.write : network.speak
    if (!speak) await call(words)
    const said = speak?.(words, about)
    desk.clock.advance(61_000)
    await desk.settle()
    const message = await whatSays(desk, words)
    return { ...message, remoteId: said ?? message.remoteId }
  }

  const read = async ({ conversationId }: Heard, language = 'en') =>
    (
      await camille
        .with({ 'accept-language': language })
        .get<ConversationView>(`/conversations/${conversationId}`)
    ).body

  async function standing(to: Heard, language?: 'en' | 'fr') {
    const { thread } = await read(to, language)
    const last = thread.findLast(({ direction }) => direction === 'out')
    if (!last) throw new Error('nothing of ours is there')
    return last
  }

  return {
    desk,
    camille,
    network,
    kit,
    meets(fault, reading = []) {
      const isAnswer = kit.publishes ?? (() => false)
      faults.next(isAnswer, fault)
      for (const trouble of reading) faults.next((request) => !isAnswer(request), trouble)
    },
    hear,
    read,
    answer: ({ conversationId, id: answers }, text, key = randomUUID()) =>
      camille.post(
        `/conversations/${conversationId}/replies`,
        { text, answers },
        { 'idempotency-key': key },
      ),
    seen: (text) => (network.published?.() ?? []).filter((post) => post.text.includes(text)),
    standing,
    async isConnected() {
      const { body } = await camille.get<{ state: string }[]>('/channels')
      return body.every(({ state }) => state === 'connected')
    },
    async pass(to) {
      await desk.settle()
      for (const seconds of [5, 20, 61, 61, 301, 901, 3601, 3601]) {
        const { delivery } = await standing(to)
        if (delivery && !['planned', 'sending'].includes(delivery.state)) return
        desk.clock.advance(seconds * 1000)
        await desk.settle()
      }
    },
  }
}

/** What came in with these words. @throws Error when nothing did */
async function whatSays({ desk }: TestDesk, words: string): Promise<Heard> {
  const found = await tablesOf<InboxTables>(desk.db)
    .selectFrom('messages')
    .select(['id', 'remoteId', 'conversationId'])
    .where('direction', '=', 'in')
    .where('text', 'like', `%${words}%`)
    .executeTakeFirst()
  if (!found) throw new Error(`“${words}” did not come in`)
  return { ...found, remoteId: found.remoteId ?? '' }
}

/** Connects as a person would: by a form, or by a visit to the network. @returns the account's id */
async function connect(camille: Caller, connector: Connector, kit: ContractKit): Promise<string> {
  const { id: connectorId } = connector.manifest
  const { fields, app } = kit
  if (app) expectDone(await camille.put(`/connectors/${connectorId}/app`, { fields: app }))
  if (connector.connect.withCredentials)
    return expectDone(await camille.post('/channels', { connectorId, fields })).body.id
  const begun = expectDone(await camille.post('/channels/oauth', { connectorId, fields }))
  if (!kit.allow) throw new Error('contract.ts needs allow')
  const back = await camille.get(`/api/connect/callback?${kit.allow(begun.body.url)}`)
  const to = new URL(String(back.headers['location']), 'https://vigie.example').searchParams
  const connected = to.get('connected')
  if (connected) return connected
  const returned = `/channels/returns/${to.get('back')}`
  const { body: choice } = expectDone(await camille.get(returned))
  const [first] = choice.accounts
  if (!first) throw new Error(`nothing to connect: ${JSON.stringify(choice)}`)
  const chosen = { accounts: [first.remoteId] }
  return expectDone(await camille.post(`${returned}/connect`, chosen)).body[0].id
}

function expectDone<T>(answer: Answer<T>): Answer<T> {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  return answer
}
