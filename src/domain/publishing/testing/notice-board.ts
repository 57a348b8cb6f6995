import {
  type Connector,
  defineConnector,
  type Outgoing,
  type PollTally,
  type Published,
} from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { ManifestInput } from '#connectors/_contract/manifest.ts'

/** What the board does with the next notice; `accept` when nothing is said. */
export type Turn =
  | 'accept'
  /** Pins it up, and its answer is lost. */
  | 'lose-answer'
  /** Loses the notice and the answer. */
  | 'lose-notice'
  | 'throw'
  | Failure
  /** Waits for this before it pins it up. */
  | { until: Promise<void> }

export interface Pinned {
  id: string
  account: string
  /** The delivery. */
  key: string
  text: string
  images: Outgoing['images']
  video?: Outgoing['video']
  options: Record<string, unknown>
  card?: Outgoing['card']
  replyTo?: string
  poll?: Outgoing['poll']
  at: Date
}

/** A network of one sheet of cork, for tests: it does as it is told and remembers what it was sent. */
export interface NoticeBoard {
  connector: Connector
  pinned: Pinned[]
  /** Requests of any kind, in order: `publish`, `confirm`, `poll`. */
  asked: string[]
  turns: Turn[]
  /** What reading back answers next; the truth when nothing is said. */
  readings: (Failure | 'throw')[]
  /** What reading a poll answers next; the votes when nothing is said. */
  tallies: (Failure | 'throw' | 'later')[]
  /** People have voted so by now, choice by choice. */
  vote(id: string | undefined, votes: number[]): void
}

export function noticeBoard(changes: Partial<ManifestInput> = {}): NoticeBoard {
  const voted = new Map<string | undefined, number[]>()
  const board: Omit<NoticeBoard, 'connector'> = {
    pinned: [],
    asked: [],
    turns: [],
    readings: [],
    tallies: [],
    vote: (id, votes) => void voted.set(id, votes),
  }
  const connector = defineConnector({
    manifest: { ...manifest, ...changes },
    text: {
      count: (text) => [...text].length,
      spans: (text) =>
        [...text.matchAll(/https?:\/\/\S+/g)].map((m) => ({
          start: m.index,
          end: m.index + m[0].length,
          kind: 'link' as const,
          value: m[0],
        })),
    },
    connect: {
      withCredentials: async (_tools, { handle = '' }) => done(accountNamed(handle)),
      check: async (_tools, { handle }) => done(accountNamed(handle)),
    },
    publish: {
      publish: async ({ clock }, account, outgoing) => {
        board.asked.push('publish')
        const turn = board.turns.shift() ?? 'accept'
        return pin(board, account.remoteId, outgoing, turn, clock.now())
      },
      confirm: async (_tools, account, outgoing) => {
        board.asked.push('confirm')
        const reading = board.readings.shift()
        if (reading === 'throw') throw new Error('the connector has a fault')
        if (reading) return failed(reading)
        // As on a network without keys: by the words alone.
        const found = board.pinned.find(
          (p) =>
            p.account === account.remoteId &&
            p.text === outgoing.text &&
            p.replyTo === outgoing.replyTo?.remoteId,
        )
        return done(found ? published(found) : null)
      },
      remove: async () => done(null),
      ...(changes.poll
        ? {
            readPoll: async ({ clock }, _account, { remoteId }) => {
              board.asked.push('poll')
              const tally = board.tallies.shift()
              if (tally === 'throw') throw new Error('the connector has a fault')
              const notice = board.pinned.find(({ id }) => id === remoteId)
              const told = tallyOf(notice, voted.get(remoteId) ?? [], clock.now())
              if (tally === 'later') return done({ ...told, choices: null })
              return tally ? failed(tally) : done(told)
            },
          }
        : {}),
      idIn: (_account, url) => /notice-\d+$/.exec(url.pathname)?.[0] ?? null,
    },
  })
  return { ...board, connector }
}

async function pin(
  board: Pick<NoticeBoard, 'pinned'>,
  account: string,
  { id: key, text, images, video, options, card, replyTo, poll }: Outgoing,
  turn: Turn,
  at: Date,
): Promise<Outcome<Published>> {
  if (typeof turn === 'object' && 'kind' in turn) return failed(turn)
  if (turn === 'throw') throw new Error('the connector has a fault')
  if (turn === 'lose-notice') return failed({ kind: 'unknown-outcome', detail: 'connection reset' })
  if (typeof turn === 'object') await turn.until
  const id = `notice-${board.pinned.length + 1}`
  const notice = {
    id,
    account,
    key,
    text,
    images,
    options,
    at,
    ...(card ? { card } : {}),
    ...(video ? { video } : {}),
    ...(replyTo ? { replyTo: replyTo.remoteId } : {}),
    ...(poll ? { poll } : {}),
  }
  board.pinned.push(notice)
  return turn === 'lose-answer'
    ? failed({ kind: 'unknown-outcome', detail: 'connection reset' })
    : done(published(notice))
}

const published = ({ id, account, at }: Pinned): Published => ({
  remoteId: id,
  url: `https://board.example/${account}/${id}`,
  publishedAt: at,
})

const accountNamed = (handle: string) => ({
  account: { remoteId: handle, handle, settings: {}, secrets: { key: 'a key' } },
  displayName: handle,
  profileUrl: `https://board.example/${handle}`,
})

function tallyOf(notice: Pinned | undefined, votes: number[], now: Date): PollTally {
  const { choices = [], minutes = 0 } = notice?.poll ?? {}
  const closesAt = new Date((notice?.at.getTime() ?? 0) + minutes * 60_000)
  return {
    choices: choices.map((label, n) => ({ label, votes: votes[n] ?? 0 })),
    closesAt,
    closed: closesAt <= now,
  }
}

const own = { source: 'made for tests', date: '2026-11-22' }

const manifest: ManifestInput = {
  id: 'board',
  name: 'Panneau',
  stamp: 'PA',
  description: { en: 'A notice board.', fr: 'Un panneau d’affichage.' },
  capabilities: { publish: true, inbox: false, metrics: false, listen: false },
  connect: { method: 'credentials', fields: [], help: { en: 'None needed.', fr: 'Rien à faire.' } },
  idempotency: 'read-back',
  text: { max: { value: 100, ...own }, unit: 'characters', foldsAt: { value: 60, ...own } },
  images: {
    max: { value: 2, ...own },
    maxBytes: { value: 100_000, ...own },
    types: ['image/jpeg', 'image/png'],
    maxAltLength: { value: 40, ...own },
  },
  options: [
    {
      name: 'colour',
      label: { en: 'Colour', fr: 'Couleur' },
      kind: 'choice',
      choices: [{ value: 'red', label: { en: 'Red', fr: 'Rouge' } }],
    },
  ],
  metrics: { post: [], channel: [] },
  docs: [],
}
