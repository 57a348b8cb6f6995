import { describe, expect, test } from 'vitest'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const own = { source: 'made for tests', date: '2026-11-25' }
const poll = {
  choicesMax: { value: 4, ...own },
  choiceLength: { value: 20, ...own },
  minutesMin: { value: 5, ...own },
  minutesMax: { value: 40_320, ...own },
  multiple: false,
  withImages: true,
}
const atelier = await openAtelier(noticeBoard({ poll }))
const { board } = atelier

const asked = (minutes: number) =>
  atelier.scheduled('Lequel ?', undefined, { poll: { choices: ['Chêne', 'Noyer'], minutes } })

async function votesOf(post: { id: string }) {
  const { poll: told } = await atelier.delivery(post)
  return told && { votes: told.choices.map(({ votes }) => votes), over: told.over }
}

describe('the poll of a post that left', () => {
  test('is read as people vote, and once more when it is over', async () => {
    const post = await asked(60)
    await atelier.settle()
    expect(await votesOf(post)).toEqual({ votes: [0, 0], over: false })
    board.vote(board.pinned.at(-1)?.id, [12, 5])
    await atelier.after(5 * 60)
    expect(await votesOf(post)).toEqual({ votes: [12, 5], over: false })
    board.vote(board.pinned.at(-1)?.id, [30, 9])
    await atelier.after(56 * 60)
    expect(await votesOf(post)).toEqual({ votes: [30, 9], over: true })
    const readings = board.asked.filter((what) => what === 'poll').length
    await atelier.after(24 * 3600)
    expect(board.asked.filter((what) => what === 'poll')).toHaveLength(readings)
  })

  test('is asked for again when the network is in trouble, and left alone when it is gone', async () => {
    board.asked.length = 0
    board.tallies.push({ kind: 'transient', detail: '503' })
    const post = await asked(600)
    await atelier.settle()
    expect(await votesOf(post)).toBeNull()
    await atelier.after(10 * 60)
    expect(await votesOf(post)).toEqual({ votes: [0, 0], over: false })
    const reason = { en: 'This post has no poll.', fr: 'Cette publication n’a pas de sondage.' }
    board.tallies.push({ kind: 'rejected', reason, detail: '404' })
    await atelier.after(15 * 60)
    expect(await votesOf(post)).toEqual({ votes: [0, 0], over: true })
  })

  test('is told at its end only, by some networks: until then there are no votes, and posts go on leaving', async () => {
    const post = await asked(60)
    board.tallies.push('later', 'later')
    await atelier.settle()
    board.vote(board.pinned.at(-1)?.id, [8, 2])
    await atelier.after(5 * 60)
    expect(await votesOf(post)).toBeNull()
    const next = await atelier.scheduled('Pendant ce temps')
    await atelier.settle()
    expect((await atelier.delivery(next)).state).toBe('published')
    await atelier.after(56 * 60)
    expect(await votesOf(post)).toEqual({ votes: [8, 2], over: true })
  })

  test('is read by one of two workers, and by another when that one dies', async () => {
    const post = await asked(600)
    await atelier.settle()
    await atelier.after(5 * 60)
    board.asked.length = 0
    board.tallies.push('throw')
    board.vote(board.pinned.at(-1)?.id, [3, 4])
    await atelier.after(5 * 60).catch(() => {})
    await atelier.after(2 * 60)
    expect(await votesOf(post)).toEqual({ votes: [3, 4], over: false })
    expect(board.asked).toEqual(['poll', 'poll'])
  })
})
