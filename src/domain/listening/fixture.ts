import type { Account, Connector, Found, Listen } from '#connectors/_contract/connector.ts'
import { defineConnector } from '#connectors/_contract/connector.ts'
import { done, failed, type Failure } from '#connectors/_contract/failure.ts'
import type { Text } from '#platform/text.ts'

/** A network that says what a test tells it to. */
export interface Pretend {
  connector: Connector
  /** What there is to read, oldest first; a reading brings what its place has not passed. */
  says: Found[]
  /** Answers the next readings instead, one each. */
  failures: Failure[]
  /** What it was asked, in order. */
  asked: { account: Account | null; source: Record<string, unknown>; cursor: string | null }[]
  /** What it says that it could not read, beside what it could. */
  trouble: Text | undefined
  /** What was taken off there, by remote id. */
  gone: Set<string>
  /** Called while a reading is under way. */
  meanwhile: () => Promise<void>
}

const nothing = { en: 'A test.', fr: 'Un essai.' }

/**
 * @param kind a feed needs an address; a search goes through an account
 * @param more what else it can do
 */
export function pretend(
  id: string,
  name: string,
  kind: 'feed' | 'search',
  more: Pick<Listen, 'places'> = {},
): Pretend {
  const pretended: Omit<Pretend, 'connector'> = {
    says: [],
    failures: [],
    asked: [],
    trouble: undefined,
    gone: new Set(),
    meanwhile: async () => {},
  }
  const connector = defineConnector({
    manifest: {
      id,
      name,
      stamp: id.slice(0, 2),
      description: nothing,
      capabilities: { publish: false, inbox: false, metrics: false, listen: true },
      connect: {
        method: kind === 'feed' ? 'none' : 'credentials',
        fields: [
          {
            name: kind === 'feed' ? 'url' : 'handle',
            label: nothing,
            kind: kind === 'feed' ? 'url' : 'text',
          },
        ],
        help: nothing,
      },
      idempotency: 'none',
      metrics: { post: [], channel: [] },
      docs: [],
    },
    text: { count: (text) => text.length, spans: () => [] },
    connect: {
      withCredentials: async (_, { handle = '' }) => done(connected(handle)),
      check: async (_, account) => done(connected(account.handle)),
    },
    listen: {
      ...more,
      gone: async (_, __, remoteIds) => done(remoteIds.filter((one) => pretended.gone.has(one))),
      async read(_, account, source, cursor) {
        pretended.asked.push({ account, source, cursor })
        const failure = pretended.failures.shift()
        const read = pretended.says.length
        await pretended.meanwhile()
        if (failure) return failed(failure)
        const { trouble } = pretended
        return done({
          items: pretended.says.slice(Number(cursor ?? 0), read),
          cursor: `${read}`,
          ...(trouble ? { trouble } : {}),
        })
      },
    },
  })
  return Object.assign(pretended, { connector })
}

function connected(handle: string) {
  const account = { remoteId: `id:${handle}`, handle, settings: {}, secrets: { key: 'k' } }
  return { account, displayName: handle, profileUrl: `https://network.example/${handle}` }
}

let count = 0

/** Something said somewhere. */
export function said(text: string, more: Partial<Found> = {}): Found {
  count++
  return {
    remoteId: `${count}`,
    url: `https://journal.example/${count}`,
    text,
    at: new Date('2026-11-23T08:00:00Z'),
    ...more,
  }
}
