import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PostView } from '#domain/publishing/api.ts'
import { ApiProblem } from '#web/api/problem.ts'
import { type Draft, draftOf, emptyDraft } from './draft.ts'
import { type DeskDoor, DraftKeeper, type Saved } from './draft-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a new text', () => {
  it('is told to the desk once, after a pause in writing', async () => {
    const { keeper, desk } = open()
    type(keeper, 'Nos chaises')
    type(keeper, 'Nos chaises sont là')
    await vi.advanceTimersByTimeAsync(1000)
    expect(desk.posts.get('p1')?.text).toBe('Nos chaises sont là')
    expect(desk.created).toBe(1)
    expect(keeper.state().phase).toBe('clean')
  })

  it('is not kept while it is blank', async () => {
    const { keeper, desk } = open()
    type(keeper, '   ')
    await vi.advanceTimersByTimeAsync(5000)
    expect(desk.created).toBe(0)
  })

  it('makes one draft when the answer to its creation is lost, even if more was written since', async () => {
    const { keeper, desk } = open()
    desk.loseNextAnswer()
    type(keeper, 'Nos chaises')
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.state().phase).toBe('offline')
    type(keeper, 'Nos chaises en frêne')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(desk.posts.size).toBe(1)
    expect(desk.posts.get('p1')?.text).toBe('Nos chaises en frêne')
    expect(keeper.state().phase).toBe('clean')
  })
})

describe('a draft being written', () => {
  it('keeps the words written while it is being saved', async () => {
    const { keeper, desk } = await opened('Nos chaises')
    desk.slow = 500
    type(keeper, 'Nos chaises sont')
    await vi.advanceTimersByTimeAsync(1000)
    type(keeper, 'Nos chaises sont là')
    await vi.advanceTimersByTimeAsync(5000)
    expect(desk.posts.get('p1')?.text).toBe('Nos chaises sont là')
    expect(keeper.state()).toMatchObject({ phase: 'clean', saved: { version: 3 } })
  })

  it('is told again by itself after a cut of the network', async () => {
    const { keeper, desk } = await opened('Nos chaises')
    desk.down = true
    type(keeper, 'Nos chaises sont là')
    await vi.advanceTimersByTimeAsync(2000)
    expect(keeper.state().phase).toBe('offline')
    desk.down = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect(desk.posts.get('p1')?.text).toBe('Nos chaises sont là')
  })

  it('takes its own change for its own when the answer was lost', async () => {
    const { keeper, desk } = await opened('Nos chaises')
    desk.loseNextAnswer()
    type(keeper, 'Nos chaises sont là')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(keeper.state()).toMatchObject({ phase: 'clean', theirs: null })
  })

  it('never writes over what Sofia wrote meanwhile', async () => {
    const { keeper, desk } = await opened('Nos chaises')
    desk.edit('p1', 'Nos tables, par Sofia')
    type(keeper, 'Nos chaises sont là')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(keeper.state()).toMatchObject({
      phase: 'conflict',
      draft: { text: 'Nos chaises sont là' },
    })
    expect(keeper.state().theirs?.text).toBe('Nos tables, par Sofia')
    expect(desk.posts.get('p1')?.text).toBe('Nos tables, par Sofia')
    await expect(keeper.flush()).rejects.toThrow()
  })

  it('keeps mine or takes theirs, as Camille chooses', async () => {
    for (const [choice, left] of [
      ['mine', 'Nos chaises sont là'],
      ['theirs', 'Nos tables, par Sofia'],
    ] as const) {
      const { keeper, desk } = await opened('Nos chaises')
      desk.edit('p1', 'Nos tables, par Sofia')
      type(keeper, 'Nos chaises sont là')
      await vi.advanceTimersByTimeAsync(1000)
      keeper.choose(choice)
      await vi.advanceTimersByTimeAsync(1000)
      expect(keeper.state()).toMatchObject({ phase: 'clean', draft: { text: left } })
      expect(desk.posts.get('p1')?.text).toBe(left)
    }
  })

  it('follows what Sofia writes while nothing unsaved is here', async () => {
    const { keeper, desk } = await opened('Nos chaises')
    keeper.hear(desk.edit('p1', 'Nos tables, par Sofia'))
    expect(keeper.state()).toMatchObject({
      phase: 'clean',
      draft: { text: 'Nos tables, par Sofia' },
    })
  })

  it('goes on when only its date was changed', async () => {
    const { keeper, desk } = await opened('Nos chaises')
    desk.edit('p1', 'Nos chaises')
    type(keeper, 'Nos chaises sont là')
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.state().phase).toBe('clean')
    expect(desk.posts.get('p1')?.text).toBe('Nos chaises sont là')
  })

  it('says what the desk refused, and tries the next words', async () => {
    const { keeper, desk } = await opened('Nos chaises')
    desk.refuse = new ApiProblem({ status: 422, code: 'invalid', title: 'Trop long' })
    type(keeper, 'Nos chaises, beaucoup trop longuement')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(keeper.state()).toMatchObject({ phase: 'refused' })
    desk.refuse = null
    type(keeper, 'Nos chaises, en bref')
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.state().phase).toBe('clean')
  })
})

describe('a scheduled post', () => {
  it('is told to the desk only when Camille saves', async () => {
    const { keeper, desk } = await opened('Nos chaises', { auto: false })
    type(keeper, 'Nos chaises, à moitié récr')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(desk.posts.get('p1')?.text).toBe('Nos chaises')
    type(keeper, 'Nos chaises, réécrites')
    await keeper.flush()
    expect(desk.posts.get('p1')?.text).toBe('Nos chaises, réécrites')
  })
})

function type(keeper: DraftKeeper, text: string) {
  keeper.write((draft) => ({ ...draft, text }))
}

function open(given: { saved?: Saved; auto?: boolean; desk?: FakeDesk } = {}) {
  const desk = given.desk ?? new FakeDesk()
  const saved = given.saved ?? { postId: null, version: 0, draft: emptyDraft([]) }
  let key = 0
  const keeper = new DraftKeeper({ desk, saved, newKey: () => `key-${++key}` })
  keeper.setAuto(given.auto ?? true)
  return { keeper, desk }
}

async function opened(text: string, { auto = true } = {}) {
  const desk = new FakeDesk()
  const post = await desk.create({ ...emptyDraft([]), text }, 'first')
  return open({
    desk,
    auto,
    saved: { postId: post.id, version: post.version, draft: draftOf(post) },
  })
}

/** The desk as its API promises: versions, idempotency keys. It can be slow, be down, or lose an answer. */
class FakeDesk implements DeskDoor {
  posts = new Map<string, PostView>()
  down = false
  slow = 0
  refuse: ApiProblem | null = null
  private keys = new Map<string, string>()
  private lost = false

  get created() {
    return this.posts.size
  }

  loseNextAnswer() {
    this.lost = true
  }

  edit(id: string, text: string): PostView {
    const post = this.get(id)
    return this.put({ ...post, text, version: post.version + 1 })
  }

  async create(draft: Draft, key: string) {
    await this.reach()
    const id = this.keys.get(key) ?? `p${this.posts.size + 1}`
    if (!this.keys.has(key)) this.put({ ...blankPost, ...draft, id })
    this.keys.set(key, id)
    return this.answer(this.get(id))
  }

  async change(id: string, draft: Draft, version: number) {
    await this.reach()
    const post = this.get(id)
    if (post.version !== version) {
      throw new ApiProblem({
        status: 409,
        code: 'post.changed_meanwhile',
        title: 'Modifiée entre-temps',
      })
    }
    return this.answer(this.put({ ...post, ...draft, version: version + 1 }))
  }

  async read(id: string) {
    await this.reach()
    return this.get(id)
  }

  private get(id: string): PostView {
    const post = this.posts.get(id)
    if (!post) throw new Error(`no post ${id}`)
    return post
  }

  private put(post: PostView): PostView {
    this.posts.set(post.id, post)
    return post
  }

  private async reach() {
    if (this.slow) await new Promise((done) => setTimeout(done, this.slow))
    if (this.down) throw new ApiProblem({ status: 0, code: 'network.unreachable', title: '' })
    if (this.refuse) throw this.refuse
  }

  private answer(post: PostView): PostView {
    if (!this.lost) return post
    this.lost = false
    throw new ApiProblem({ status: 0, code: 'network.unreachable', title: '' })
  }
}

const blankPost: PostView = {
  ...emptyDraft([]),
  id: '',
  status: 'draft',
  origin: null,
  embargo: null,
  media: [],
  scheduledAt: null,
  timeZone: null,
  wallTime: null,
  version: 1,
  createdBy: 'Camille',
  updatedAt: '2026-11-22T10:00:00Z',
  deliveries: [],
}
