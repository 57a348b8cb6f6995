import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import type { WaitingView } from '#domain/publishing/approvals/api.ts'
import { useShortcuts } from '#web/shell/index.ts'

/** J and K walk the posts, A approves the one reached, R asks for changes of it. */
export function useProofKeys(
  waiting: readonly WaitingView[],
  first: string,
  approve: (one: WaitingView) => void,
) {
  const { t } = useLingui()
  const [reached, reach] = useState(first)
  const [asking, ask] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const at = Math.max(
    waiting.findIndex(({ postId }) => postId === reached),
    0,
  )
  const current = waiting[at]
  const goTo = (index: number) => {
    const next = waiting[Math.min(Math.max(index, 0), waiting.length - 1)]
    if (!next) return
    reach(next.postId)
    const row = list.current?.querySelector<HTMLElement>(`[data-proof="${next.postId}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  useShortcuts([
    { keys: 'j', label: t`Next post to approve`, run: () => goTo(at + 1) },
    { keys: 'k', label: t`Previous post to approve`, run: () => goTo(at - 1) },
    { keys: 'a', label: t`Approve`, run: () => current && approve(current) },
    { keys: 'r', label: t`Ask for changes`, run: () => current && ask(current.postId) },
  ])
  return { current: current?.postId ?? '', list, asking, ask }
}
