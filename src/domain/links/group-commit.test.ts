import { expect, test, vi } from 'vitest'
import { silentLog } from '#platform/log.ts'
import { groupCommit } from './group-commit.ts'

/** A disk that is done when told. */
function slowDisk() {
  const commits: { batch: number[]; done: () => void; fail: () => void }[] = []
  const commit = (batch: number[]) =>
    new Promise<void>((resolve, reject) => {
      commits.push({ batch, done: resolve, fail: () => reject(new Error('disk')) })
    })
  return { commits, commit }
}

test('nobody is told "kept" before the commit', async () => {
  const { commits, commit } = slowDisk()
  const group = groupCommit(commit, silentLog)
  let told = false
  const kept = group.keep(1).then(() => (told = true))
  await vi.waitFor(() => expect(commits).toHaveLength(1))
  expect(told).toBe(false)
  commits[0]?.done()
  await kept
  expect(told).toBe(true)
})

test('what comes during one commit leaves with the next', async () => {
  const { commits, commit } = slowDisk()
  const group = groupCommit(commit, silentLog)
  const first = group.keep(1)
  await vi.waitFor(() => expect(commits).toHaveLength(1))
  const others = [group.keep(2), group.keep(3), group.keep(4)]
  commits[0]?.done()
  await first
  await vi.waitFor(() => expect(commits).toHaveLength(2))
  expect(commits[1]?.batch).toEqual([2, 3, 4])
  commits[1]?.done()
  expect(await Promise.all(others)).toEqual([true, true, true])
})

test('a batch that failed is tried again, once more and not twice kept', async () => {
  const { commits, commit } = slowDisk()
  const group = groupCommit(commit, silentLog)
  const kept = group.keep(1)
  await vi.waitFor(() => expect(commits).toHaveLength(1))
  commits[0]?.fail()
  await vi.waitFor(() => expect(commits).toHaveLength(2))
  commits[1]?.done()
  expect(await kept).toBe(true)
  expect(commits.map(({ batch }) => batch)).toEqual([[1], [1]])
})

test('a visitor does not wait for ever, and the click is kept later', async () => {
  const { commits, commit } = slowDisk()
  const group = groupCommit(commit, silentLog, { patienceMs: 20 })
  expect(await group.keep(1)).toBe(false)
  commits[0]?.done()
  expect(commits[0]?.batch).toEqual([1])
})

test('a full room refuses rather than grow without end', async () => {
  const { commit } = slowDisk()
  const group = groupCommit(commit, silentLog, { room: 2 })
  void group.keep(1)
  void group.keep(2)
  expect(await group.keep(3)).toBe(false)
})

test('a batch is never larger than asked', async () => {
  const batches: number[] = []
  const group = groupCommit<number>(async (batch) => void batches.push(batch.length), silentLog, {
    most: 10,
  })
  await Promise.all(Array.from({ length: 25 }, (_, i) => group.keep(i)))
  expect(batches).toEqual([10, 10, 5])
})
