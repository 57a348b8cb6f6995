import fc from 'fast-check'
import { expect, test } from 'vitest'
import { done, type Outcome } from './failure.ts'
import { type BackPage, walkBack } from './walk-back.ts'

interface Comment {
  id: string
  at: number
}

const pageSize = 5
const overlapMs = 100

/** A network that lists comments newest first, five by page, and counts the pages asked for. */
function listing() {
  const comments: Comment[] = []
  return {
    add: (id: string, at: number) => comments.push({ id, at }),
    page: (older: string | undefined): Promise<Outcome<BackPage<Comment>>> => {
      const order = comments.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      const start = older ? order.findIndex((c) => `${c.at}:${c.id}` === older) + 1 : 0
      const items = order.slice(start, start + pageSize)
      const last = items.at(-1)
      const more = last && order.length > start + pageSize
      return Promise.resolve(done({ items, ...(more ? { older: `${last.at}:${last.id}` } : {}) }))
    },
  }
}

const walkOf = (network: ReturnType<typeof listing>, maxPages = 3) => ({
  page: network.page,
  id: (comment: Comment) => comment.id,
  at: (comment: Comment) => new Date(comment.at),
  overlapMs,
  maxPages,
  firstReadMs: Number.MAX_SAFE_INTEGER,
})

async function read(network: ReturnType<typeof listing>, cursor: string | null) {
  const outcome = await walkBack(walkOf(network), cursor)
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  return { ids: outcome.value.items.map((c) => c.id), cursor: outcome.value.cursor ?? cursor }
}

test('comments come oldest first, each once', async () => {
  const network = listing()
  for (let n = 1; n <= 7; n++) network.add(`c${n}`, 1000 * n)
  const first = await read(network, null)
  expect(first.ids).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'])
  network.add('c8', 8000)
  const second = await read(network, first.cursor)
  expect(second.ids).toEqual(['c8'])
  expect((await read(network, second.cursor)).ids).toEqual([])
})

test('a comment that shows up late among older ones is still found', async () => {
  const network = listing()
  network.add('first', 1000)
  network.add('second', 1080)
  const { cursor } = await read(network, null)
  network.add('late', 1040)
  expect((await read(network, cursor)).ids).toEqual(['late'])
})

test('the same cursor gives the same comments again', async () => {
  const network = listing()
  for (let n = 1; n <= 4; n++) network.add(`c${n}`, 1000 * n)
  const { cursor } = await read(network, null)
  network.add('c5', 5000)
  expect((await read(network, cursor)).ids).toEqual(['c5'])
  expect((await read(network, cursor)).ids).toEqual(['c5'])
})

test('an unreadable cursor begins again rather than skip', async () => {
  const network = listing()
  network.add('c1', 1000)
  expect((await read(network, 'from another age')).ids).toEqual(['c1'])
})

test('whatever arrives and however seldom we read, every comment is handed over exactly once', async () => {
  const arrivals = fc.array(fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 60 }), {
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(arrivals, async (batches) => {
      const network = listing()
      const all: string[] = []
      const handed: string[] = []
      let cursor: string | null = null
      for (const [round, delays] of [...batches, []].entries()) {
        for (const [index, delay] of delays.entries()) {
          const id = `${round}-${index}`
          all.push(id)
          // Up to 99 ms behind its neighbours, less than the overlap.
          network.add(id, 1_000_000 + round * 10 - delay + (index % 3))
        }
        for (let calls = 0; calls < 6; calls++) {
          const answer: Awaited<ReturnType<typeof read>> = await read(network, cursor)
          handed.push(...answer.ids)
          cursor = answer.cursor
        }
      }
      expect(handed.toSorted()).toEqual(all.toSorted())
    }),
    { numRuns: 60 },
  )
})

test('what bears the same second comes in the order in which it was said', async () => {
  const network = listing()
  for (const id of ['a', 'b', 'c']) network.add(id, 1000)
  expect((await read(network, null)).ids).toEqual(['a', 'b', 'c'])
})
