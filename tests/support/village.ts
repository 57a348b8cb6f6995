import {
  type ChannelCounts,
  type Connector,
  defineConnector,
  type Inbound,
  type Outgoing,
  type PostCounts,
} from '#connectors/_contract/connector.ts'
import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { done, type Failure, failed } from '#connectors/_contract/failure.ts'

/** A small network for tests: it takes posts and replies, and says back whatever the test tells it to. */
export interface Village {
  connector: Connector
  /** What was posted, replies too. */
  heard: Outgoing[]
  /** What people say, all of it; the cursor counts how much was read. */
  said: Inbound[]
  counts: Record<string, PostCounts>
  account: ChannelCounts
  /** Met by the next request of any kind, once. */
  trouble: Failure | null
}

const nobody = { en: 'For tests.', fr: 'Pour les tests.' }
const own = { source: 'made for tests', date: '2026-11-22' }

/** @param more what its manifest says besides */
export function village(more: Partial<ManifestInput> = {}): Village {
  const state: Omit<Village, 'connector'> = {
    heard: [],
    said: [],
    counts: {},
    account: {},
    trouble: null,
  }
  const met = () => {
    const { trouble } = state
    state.trouble = null
    return trouble
  }
  const connected = {
    account: { remoteId: 'morel', handle: '@morel', settings: {}, secrets: { token: 'x' } },
    displayName: 'Atelier Morel',
    profileUrl: 'https://village.example/@morel',
  }
  const connector = defineConnector({
    manifest: {
      id: 'village',
      name: 'Village',
      stamp: 'Vi',
      description: nobody,
      capabilities: { publish: true, inbox: true, metrics: true, listen: false },
      connect: { method: 'credentials', fields: [], help: nobody },
      idempotency: 'read-back',
      text: { max: { value: 200, ...own }, unit: 'characters' },
      metrics: { post: ['likes', 'reposts', 'replies'], channel: ['followers'] },
      docs: [],
      ...more,
    },
    text: { count: (text) => [...text].length, spans: () => [] },
    connect: { withCredentials: async () => done(connected), check: async () => done(connected) },
    publish: {
      publish: async (tools, _account, outgoing) => {
        const trouble = met()
        if (trouble) return failed(trouble)
        state.heard.push(outgoing)
        return done(published(state.heard.length, tools.clock.now()))
      },
      confirm: async (tools, _account, { id }) => {
        const at = state.heard.findIndex((outgoing) => outgoing.id === id)
        return done(at < 0 ? null : published(at + 1, tools.clock.now()))
      },
      remove: async () => done(null),
    },
    inbox: {
      read: async (_tools, _account, cursor) => {
        const trouble = met()
        if (trouble) return failed(trouble)
        return done({
          items: state.said.slice(Number(cursor ?? 0)),
          cursor: String(state.said.length),
        })
      },
    },
    metrics: {
      posts: async (_tools, _account, ids) => {
        const trouble = met()
        if (trouble) return failed(trouble)
        const known = ids.filter((id) => state.counts[id])
        return done(Object.fromEntries(known.map((id) => [id, state.counts[id] ?? {}])))
      },
      channel: async () => done(state.account),
    },
  })
  return Object.assign(state, { connector })
}

const published = (n: number, publishedAt: Date) => ({
  remoteId: `post-${n}`,
  url: `https://village.example/@morel/${n}`,
  publishedAt,
})

/** Something Yanis says under our posts. */
export function yanisSays(text: string, more: Partial<Inbound> = {}): Inbound {
  return {
    remoteId: `said-${text.length}-${text.slice(0, 12)}`,
    kind: 'comment',
    threadId: 'thread-1',
    author: { remoteId: 'yanis', handle: '@yanis', name: 'Yanis Haddad', followers: 120 },
    text,
    url: 'https://village.example/@yanis/1',
    at: new Date('2026-11-23T07:30:00Z'),
    ...more,
  }
}
