import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { familiesOf, listen } from './live.ts'

class Stream extends EventTarget {
  static CLOSED = 2
  static opened: Stream[] = []
  readyState = 1
  closed = false
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    Stream.opened.push(this)
  }
  close() {
    this.closed = true
  }
  say(name: string) {
    this.dispatchEvent(
      new MessageEvent('desk', { data: JSON.stringify({ name, payload: { postId: 'p1' } }) }),
    )
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  Stream.opened = []
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  vi.stubGlobal('localStorage', { getItem: () => null })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function listening() {
  const client = new QueryClient()
  const refreshed: unknown[] = []
  vi.spyOn(client, 'invalidateQueries').mockImplementation(async (filters) => {
    refreshed.push(filters?.queryKey?.[0])
  })
  const stop = listen('company-1', client)
  const stream = Stream.opened[0]
  if (!stream) throw new Error('no stream was opened')
  return { stream, refreshed, stop }
}

describe('while the desk is open', () => {
  test('a published delivery refreshes the posts of that company', () => {
    const { stream, refreshed } = listening()
    expect(stream.url).toBe('/api/v1/live?company=company-1')
    stream.say('delivery.published')
    vi.advanceTimersByTime(300)
    expect(refreshed).toEqual(['posts'])
  })

  test('a hundred events in a burst are one refresh', () => {
    const { stream, refreshed } = listening()
    for (let n = 0; n < 100; n += 1) stream.say('conversation.opened')
    vi.advanceTimersByTime(300)
    expect(refreshed).toEqual(['conversations'])
  })

  test('an answer that was on its way when something changed is asked for once more, even a first one', async () => {
    const client = new QueryClient()
    listen('company-1', client)
    const answers = [['before'], ['before', 'after']]
    const asked: ((list: string[]) => void)[] = []
    const observer = new QueryObserver<string[]>(client, {
      queryKey: ['mentions', 'stream'],
      queryFn: () => new Promise((resolve) => asked.push(resolve)),
    })
    const stop = observer.subscribe(() => {})
    for (let n = 0; n < 5; n += 1) {
      Stream.opened[0]?.say('mention.found')
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(asked).toHaveLength(1)
    asked[0]?.(answers[0] ?? [])
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toHaveLength(2)
    asked[1]?.(answers[1] ?? [])
    await vi.advanceTimersByTimeAsync(0)
    expect(observer.getCurrentResult().data).toEqual(['before', 'after'])
    expect(asked).toHaveLength(2)
    stop()
  })

  test('what happened while the stream was down is caught up on when it is back', () => {
    const { stream, refreshed } = listening()
    stream.dispatchEvent(new Event('error'))
    stream.dispatchEvent(new Event('open'))
    vi.advanceTimersByTime(300)
    expect(refreshed).toContain('posts')
    expect(refreshed).toContain('conversations')
  })

  test('a stream the browser gave up on is opened again', () => {
    const { stream } = listening()
    stream.readyState = Stream.CLOSED
    stream.dispatchEvent(new Event('error'))
    vi.advanceTimersByTime(6000)
    expect(Stream.opened).toHaveLength(2)
  })

  test('closing it leaves nothing behind', () => {
    const { stream, stop } = listening()
    stop()
    expect(stream.closed).toBe(true)
    vi.advanceTimersByTime(20_000)
    expect(Stream.opened).toHaveLength(1)
  })
})

test('an unknown event or a broken line refreshes nothing', () => {
  expect(familiesOf('{"name":"weather.changed"}')).toEqual([])
  expect(familiesOf('not json')).toEqual([])
})
