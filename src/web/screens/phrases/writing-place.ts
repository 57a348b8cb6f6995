import { type RefObject, useEffect, useRef } from 'react'

export type Where = 'caret' | 'end'

/** Where one writes: the text that had the cursor last, and how to put words into it. */
export function useWritingPlace(main: RefObject<HTMLTextAreaElement | null>) {
  const last = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const isText = target instanceof HTMLTextAreaElement && !target.readOnly
      if (isText && main.current?.closest('[role=dialog]')?.contains(target)) last.current = target
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [main])
  const area = () => (last.current?.isConnected ? last.current : main.current)
  return {
    text: () => area()?.value ?? '',
    put: (words: string, where: Where) => {
      const text = area()
      if (!text || words === '') return
      // After the menu has given the focus back to its button.
      requestAnimationFrame(() => {
        text.focus()
        if (where === 'end') text.setSelectionRange(text.value.length, text.value.length)
        write(text, words)
      })
    },
  }
}

/**
 * As if typed: the browser tells React, and Ctrl+Z takes it back. `execCommand` is the only way that keeps the
 * history of a textarea (whatwg/html#3095, read 2026-11); where it refuses, the value is set.
 */
function write(text: HTMLTextAreaElement, words: string): void {
  if (document.execCommand('insertText', false, words)) return
  text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end')
  text.dispatchEvent(new Event('input', { bubbles: true }))
}
