import type { PostView } from '#domain/publishing/api.ts'
import { ApiProblem } from '#web/api/problem.ts'
import { type Draft, draftOf, isBlank, isSame } from './draft.ts'

/** How the keeper reaches the desk. */
export interface DeskDoor {
  create(draft: Draft, idempotencyKey: string): Promise<PostView>
  change(postId: string, draft: Draft, version: number): Promise<PostView>
  read(postId: string): Promise<PostView>
}

/** What the desk holds, as far as is known. */
export interface Saved {
  postId: string | null
  version: number
  draft: Draft
}

/** A creation that was asked for and not answered: repeated as it was, so that no second draft appears. */
export interface Creation {
  key: string
  draft: Draft
}

/**
 * - `clean`: the desk holds what is written
 * - `waiting`: it will be told shortly, or when asked to
 * - `saving`: it is being told
 * - `offline`: it did not answer; tried again by itself
 * - `refused`: it said no; tried again at the next change
 * - `conflict`: somebody else wrote meanwhile; a person must choose
 */
export type Phase = 'clean' | 'waiting' | 'saving' | 'offline' | 'refused' | 'conflict'

export interface Kept {
  draft: Draft
  saved: Saved
  phase: Phase
  problem: unknown
  /** What somebody else wrote, in a conflict. */
  theirs: PostView | null
  creation: Creation | null
  savedAt: number | null
}

interface KeeperOptions {
  desk: DeskDoor
  saved: Saved
  draft?: Draft
  creation?: Creation | null
  newKey: () => string
  delayMs?: number
  /** Told of each answer of the desk. */
  onSaved?: (post: PostView) => void
}

const RETRY_MS = [3000, 8000, 20_000]

/**
 * Keeps a text that is being written: tells the desk after a pause, one request at a time, each with the version
 * the former one left. Never writes over somebody else's words.
 */
export class DraftKeeper {
  private auto = false
  private now: Kept
  private readonly options: KeeperOptions
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  private failures = 0

  constructor(options: KeeperOptions) {
    const { saved, draft = saved.draft, creation = null } = options
    this.options = options
    const phase = isSame(draft, saved.draft) ? 'clean' : 'waiting'
    this.now = { draft, saved, creation, phase, problem: null, theirs: null, savedAt: null }
  }

  readonly state = (): Kept => this.now

  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /**
   * Whether the desk is told by itself from now on; what is waiting is told soon. Not at first: and never for a
   * post whose changes would leave at once.
   */
  readonly setAuto = (auto: boolean): void => {
    this.auto = auto
    if (this.now.phase === 'waiting') this.plan()
  }

  readonly write = (change: (draft: Draft) => Draft): void => {
    const draft = change(this.now.draft)
    if (draft === this.now.draft) return
    const { phase } = this.now
    const busy = phase === 'saving' || phase === 'conflict'
    const next = isSame(draft, this.now.saved.draft) ? 'clean' : 'waiting'
    this.set({ draft, ...(busy ? {} : { phase: next, problem: null }) })
    if (!busy) this.plan()
  }

  /**
   * Tells the desk now. Resolves with what it holds then; a blank new post is not kept.
   * @throws what the desk answered, or the ApiProblem of a conflict
   */
  readonly flush = async (): Promise<Saved> => {
    clearTimeout(this.timer)
    if (this.now.phase === 'conflict') throw this.now.problem
    this.running ??= this.save().finally(() => {
      this.running = null
    })
    await this.running
    if (this.isUnsaved()) return this.flush()
    return this.now.saved
  }

  /** The post changed at the desk: taken over when nothing unsaved is here, else a choice to make. */
  readonly hear = (post: PostView): void => {
    const { saved, phase } = this.now
    if (post.id !== saved.postId || post.version <= saved.version) return
    if (phase === 'saving' || phase === 'conflict') return
    if (phase === 'clean') return this.takeOver(post)
    if (isSame(draftOf(post), this.now.draft)) return this.takeOver(post)
    // Only its version changed (it was moved, or its date): what is written here still applies.
    if (isSame(draftOf(post), saved.draft))
      return this.set({ saved: { ...saved, version: post.version } })
    this.set({ phase: 'conflict', theirs: post, problem: null })
  }

  /** Ends a conflict. Mine: written over theirs, knowingly. */
  readonly choose = (whose: 'mine' | 'theirs'): void => {
    const { theirs } = this.now
    if (!theirs) return
    if (whose === 'theirs') return this.takeOver(theirs)
    const saved = { postId: theirs.id, version: theirs.version, draft: draftOf(theirs) }
    this.set({ saved, phase: 'waiting', theirs: null, problem: null })
    this.plan(0)
  }

  /** Forgets what is written here and not at the desk. */
  readonly revert = (): void => {
    clearTimeout(this.timer)
    this.set({ draft: this.now.saved.draft, phase: 'clean', problem: null, theirs: null })
  }

  /** The post as the desk answered to something else than a save (scheduled, made a draft again). */
  readonly adopt = (post: PostView): void => {
    const { saved } = this.now
    if (post.version >= saved.version) {
      this.set({ saved: { postId: post.id, version: post.version, draft: saved.draft } })
    }
  }

  private takeOver(post: PostView): void {
    clearTimeout(this.timer)
    const draft = draftOf(post)
    const saved = { postId: post.id, version: post.version, draft }
    this.set({ draft, saved, phase: 'clean', theirs: null, problem: null })
  }

  private plan(delay = this.options.delayMs ?? 900): void {
    clearTimeout(this.timer)
    if (!this.auto || !this.isUnsaved()) return
    this.timer = setTimeout(() => void this.flush().catch(() => {}), delay)
  }

  private isUnsaved(): boolean {
    const { draft, saved, creation } = this.now
    if (creation) return true
    if (saved.postId === null) return !isBlank(draft)
    return !isSame(draft, saved.draft)
  }

  private async save(): Promise<void> {
    if (!this.isUnsaved()) return
    this.set({ phase: 'saving', problem: null })
    try {
      const post = this.now.saved.postId === null ? await this.create() : await this.change()
      this.failures = 0
      this.settle()
      this.options.onSaved?.(post)
    } catch (problem) {
      this.fail(problem)
      throw problem
    }
  }

  private async create(): Promise<PostView> {
    const creation = this.now.creation ?? { key: this.options.newKey(), draft: this.now.draft }
    this.set({ creation })
    const post = await this.options.desk.create(creation.draft, creation.key)
    this.hold(post, creation.draft)
    return post
  }

  private async change(): Promise<PostView> {
    const { draft, saved } = this.now
    const id = saved.postId ?? ''
    try {
      const post = await this.options.desk.change(id, draft, saved.version)
      this.hold(post, draft)
      return post
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.code !== 'post.changed_meanwhile')
        throw problem
      const theirs = await this.options.desk.read(id)
      // Our own change, whose answer was lost; or only the date was changed.
      if (isSame(draftOf(theirs), draft)) {
        this.hold(theirs, draft)
        return theirs
      }
      if (isSame(draftOf(theirs), saved.draft) && theirs.version > saved.version) {
        this.set({ saved: { ...saved, version: theirs.version } })
        return this.change()
      }
      this.set({ theirs })
      throw problem
    }
  }

  private hold(post: PostView, draft: Draft): void {
    const saved = { postId: post.id, version: post.version, draft }
    this.set({ saved, creation: null, savedAt: Date.now() })
  }

  private settle(): void {
    const unsaved = this.isUnsaved()
    this.set({ phase: unsaved ? 'waiting' : 'clean' })
    if (unsaved) this.plan()
  }

  private fail(problem: unknown): void {
    const status = problem instanceof ApiProblem ? problem.status : 400
    if (this.now.theirs) return this.set({ phase: 'conflict', problem })
    if (status !== 0 && status !== 429 && status < 500) {
      // Refused as it is: the next words are a new request.
      return this.set({ phase: 'refused', problem, creation: null })
    }
    this.set({ phase: 'offline', problem })
    this.failures += 1
    this.plan(RETRY_MS[Math.min(this.failures, RETRY_MS.length) - 1])
  }

  private set(changes: Partial<Kept>): void {
    this.now = { ...this.now, ...changes }
    for (const listener of this.listeners) listener()
  }
}
