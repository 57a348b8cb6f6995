import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PostView } from '#domain/publishing/api.ts'
import { newKey, useCompany } from '#web/api/index.ts'
import { draftOf, emptyDraft, isBlank, isSame } from './draft.ts'
import { DraftKeeper, type Saved } from './draft-keeper.ts'
import { keepCopy } from './keep-copy.ts'
import { dropCopy, type LocalCopy, readCopy } from './local-copy.ts'
import { deskDoor } from './queries.ts'
import type { When } from './when.ts'

interface KeeperOptions {
  post: PostView | null
  postId: string | null
  /** Accounts a new post begins with. */
  accounts: readonly string[]
  firstWhen: When
  /** The address asks for that time: it wins over the one this machine remembers. */
  isAsked: boolean
  onBorn: (postId: string) => void
}

/** The text being written with its keeper, and its copy on this machine. */
export function useKeeper(options: KeeperOptions) {
  const { post, postId, firstWhen, isAsked, onBorn } = options
  const company = useCompany()
  const client = useQueryClient()
  const [opened] = useState(() =>
    openKeeper(options, company.id, (saved) => {
      client.setQueryData(['posts', 'one', saved.id], saved)
      void client.invalidateQueries({ queryKey: ['posts', 'list'] })
    }),
  )
  const [when, setWhen] = useState<When>(isAsked ? firstWhen : (opened.when ?? firstWhen))
  const { keeper } = opened
  const kept = useSyncExternalStore(keeper.watch, keeper.state)

  const auto = !post || post.status === 'draft'
  useEffect(() => keeper.setAuto(auto), [keeper, auto])
  useEffect(() => {
    if (post) keeper.hear(post)
  }, [keeper, post])
  const id = kept.saved.postId
  useEffect(() => {
    if (postId === null && id !== null) onBorn(id)
  }, [postId, id, onBorn])

  const latest = useRef({ when, isWhenChosen: false })
  useLayoutEffect(() => {
    latest.current.when = when
  })
  useEffect(() => keepCopy(keeper, company.id, () => latest.current), [keeper, company.id])
  return {
    keeper,
    kept,
    /** Saved by itself; else when asked to. */
    auto,
    when,
    setWhen: (next: When) => {
      latest.current.isWhenChosen = true
      setWhen(next)
    },
    restored: opened.restored,
    forgetCopy: () => {
      latest.current.isWhenChosen = false
      dropCopy(company.id, keeper.state().saved.postId)
    },
  }
}

/** Restores what this machine holds and the desk does not. */
function openKeeper(
  { post, postId, accounts }: KeeperOptions,
  companyId: string,
  onSaved: (post: PostView) => void,
) {
  const copy = readCopy(companyId, postId)
  const held: Saved = post
    ? { postId: post.id, version: post.version, draft: draftOf(post) }
    : { postId: null, version: 0, draft: emptyDraft(accounts) }
  const unsaved = copy && isWorthRestoring(copy, held) ? copy : null
  const keeper = new DraftKeeper({
    desk: deskDoor,
    // Written upon an older version: the keeper compares the two when it saves.
    saved: unsaved && post ? { ...unsaved.saved, postId: post.id } : held,
    draft: unsaved?.draft ?? held.draft,
    creation: unsaved && !post ? unsaved.creation : null,
    newKey,
    onSaved,
  })
  return {
    keeper,
    /** Words found on this machine: since when, and what the desk held instead; null for a post it did not know. */
    restored: unsaved && { at: unsaved.at, held: post && held.draft },
    when: copy?.when ?? null,
  }
}

function isWorthRestoring({ draft, saved }: LocalCopy, held: Saved): boolean {
  return !isBlank(draft) && !isSame(draft, saved.draft) && !isSame(draft, held.draft)
}
