import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import type { MentionView } from '#domain/listening/api.ts'
import { useMay } from '#web/api/index.ts'
import { useShortcuts } from '#web/shell/index.ts'
import { useAssign } from './assign.ts'
import { useDismiss, useMarkSeen } from './mention-actions.ts'

/** J and K walk the list, E dismisses, A puts oneself in charge, O opens. Walking onto a mention marks it as seen. */
export function useMentionKeys(mentions: readonly MentionView[], folded: boolean) {
  const { t } = useLingui()
  const [current, setCurrent] = useState('')
  const list = useRef<HTMLUListElement>(null)
  // Given the focus as soon as it is drawn.
  const wanted = useRef('')
  const markSeen = useMarkSeen()
  const dismiss = useDismiss()
  const at = mentions.findIndex((mention) => mention.id === current)
  const mention = mentions[at]

  const goTo = (index: number) => {
    const next = mentions[Math.min(Math.max(index, 0), mentions.length - 1)]
    if (!next) return
    setCurrent(next.id)
    wanted.current = next.id
    void markSeen([next], folded)
  }
  const dismissCurrent = () => {
    if (!mention) return
    void dismiss(mention, !mention.dismissed, { alike: folded })
    const next = mentions[at + 1] ?? mentions[at - 1]
    setCurrent(next?.id ?? '')
  }
  const open = () => {
    if (!mention) return
    window.open(mention.url, '_blank', 'noopener,noreferrer')
  }

  const assign = useAssign()
  const take = () => {
    if (mention) void assign(mention, 'me')
  }

  const may = useMay('listening:write')
  const changes = [
    { keys: 'e', label: t`Dismiss the mention`, run: dismissCurrent },
    { keys: 'a', label: t`Assign the mention to me`, run: take },
  ]
  useShortcuts([
    { keys: 'j', label: t`Next mention`, run: () => goTo(at + 1) },
    { keys: 'k', label: t`Previous mention`, run: () => goTo(at < 0 ? 0 : at - 1) },
    ...(may ? changes : []),
    { keys: 'o', label: t`Open the original`, run: open },
  ])
  return { current, list, wanted }
}
