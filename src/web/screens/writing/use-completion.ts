import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type SyntheticEvent, useEffect, useId, useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import { announce, useToast } from '#web/ui/index.ts'
import { placeOf } from './caret-place.ts'
import { type Proposal, useProposals } from './use-proposals.ts'
import { type WordAt, wordAt } from './word-at.ts'

/** The list of proposals, where it stands and which of them is chosen by Enter. */
export interface OpenList {
  id: string
  proposals: readonly Proposal[]
  active: number
  place: { left: number; bottom: number }
  take: (proposal: Proposal) => void
}

/**
 * Completes hashtags and mentions in a textarea. The focus never leaves it; arrows move in the list, Enter and Tab
 * take, Escape closes the list and nothing else. While an input method composes, nothing happens.
 * @param channels the accounts the text leaves by
 * @returns what to spread on the textarea, and the list when there is one
 */
export function useCompletion(channels: readonly ChannelView[], disabled: boolean) {
  const { t } = useLingui()
  const toast = useToast()
  const id = useId()
  const [at, setAt] = useState<{ area: HTMLTextAreaElement; word: WordAt } | null>(null)
  const [closed, close] = useState('')
  const proposals = useProposals(
    disabled ? null : (at?.word ?? null),
    channels.map((one) => one.id),
  )
  const [chosen, choose] = useState({ of: proposals, index: 0 })
  // Other letters, other proposals: the first of them again.
  const active = chosen.of === proposals ? chosen.index : 0
  const activate = (index: number) => choose({ of: proposals, index })
  const signature = at ? `${at.word.start} ${at.word.begins}` : ''
  const isOpen = at !== null && proposals.length > 0 && closed !== signature
  const count = isOpen ? proposals.length : 0

  useEffect(() => {
    if (count > 0) announce(t`${count} suggestions. Arrows to choose, Enter to insert.`)
  }, [count, t])
  useEscape(isOpen, () => close(signature))

  const read = (event: SyntheticEvent<HTMLTextAreaElement>) => {
    const area = event.currentTarget
    const caret = area.selectionStart
    const word = caret === area.selectionEnd ? wordAt(area.value, caret) : null
    setAt(word && { area, word })
  }
  const take = (proposal: Proposal) => {
    if (!at) return
    const { area, word } = at
    insert(area, word, proposal.insert)
    setAt(null)
    const others = new Set(channels.map((one) => one.networkName))
    if (proposal.kind !== 'mention' || others.size < 2) return
    const { handle, networkName } = proposal.person
    toast({
      text: t`@${handle} is a mention on ${networkName} only. Elsewhere it stays plain text: adapt the text there.`,
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!isOpen || event.nativeEvent.isComposing) return
    const { key } = event
    const first = proposals[active]
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1
      activate((active + step + proposals.length) % proposals.length)
    } else if (first && (key === 'Enter' || key === 'Tab') && !hasModifier(event)) take(first)
    else return
    event.preventDefault()
  }
  const list: OpenList | null = isOpen
    ? { id, proposals, active, place: placeOf(at.area, at.word.start), take }
    : null
  return {
    list,
    area: {
      'aria-autocomplete': 'list' as const,
      'aria-controls': isOpen ? id : undefined,
      'aria-activedescendant': isOpen ? `${id}-${active}` : undefined,
      onKeyDown,
      onSelect: read,
      onBlur: () => setAt(null),
    },
  }
}

const hasModifier = ({ metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent) =>
  metaKey || ctrlKey || altKey || shiftKey

/** As typing does, so that undo takes it back. */
function insert(area: HTMLTextAreaElement, { start, end }: WordAt, words: string): void {
  area.focus()
  area.setSelectionRange(start, end)
  if (document.execCommand('insertText', false, words)) return
  area.setRangeText(words, start, end, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Before the dialog around hears it, which would close the whole composer. */
function useEscape(isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopImmediatePropagation()
      close()
    }
    addEventListener('keydown', hear, true)
    return () => removeEventListener('keydown', hear, true)
  })
}
