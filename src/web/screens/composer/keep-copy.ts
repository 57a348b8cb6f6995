import type { DraftKeeper } from './draft-keeper.ts'
import { isBlank } from './draft.ts'
import { dropCopy, writeCopy } from './local-copy.ts'
import type { When } from './when.ts'

const PAUSE_MS = 250

/**
 * Keeps a copy on this machine while the desk does not hold the same; written too when the tab closes. Once
 * released it goes on until the desk has answered: a copy left behind would come back as a new post.
 * @returns how to release it
 */
export function keepCopy(
  keeper: DraftKeeper,
  companyId: string,
  chosen: () => { when: When; isWhenChosen: boolean },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReleased = false
  const keep = () => {
    clearTimeout(timer)
    timer = undefined
    const { draft, saved, creation, phase } = keeper.state()
    const { when, isWhenChosen } = chosen()
    // It had no name at the desk until now.
    if (saved.postId !== null && wasNew) dropCopy(companyId, null)
    wasNew = saved.postId === null
    const isHeld = phase === 'clean' || (wasNew && isBlank(draft))
    if (isHeld && !isWhenChosen) dropCopy(companyId, saved.postId)
    else {
      const copy = { draft, saved, creation, when: isWhenChosen ? when : null, at: Date.now() }
      writeCopy(companyId, saved.postId, copy)
    }
    if (isReleased && isHeld) stop()
  }
  const stop = keeper.watch(() => {
    if (isReleased) keep()
    else timer ??= setTimeout(keep, PAUSE_MS)
  })
  let wasNew = keeper.state().saved.postId === null
  addEventListener('pagehide', keep)
  return () => {
    isReleased = true
    removeEventListener('pagehide', keep)
    keep()
  }
}
