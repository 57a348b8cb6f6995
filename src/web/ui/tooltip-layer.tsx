import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './kbd.tsx'

const DELAY_MS = 350
const GAP = 6

interface Tip {
  text: string
  keys: string | undefined
  target: HTMLElement
}

/**
 * Shows the word of the marked element under the pointer or the focus. Escape takes it away, the pointer may
 * rest on it (WCAG 1.4.13). Hidden from screen readers: the name of the element says the same.
 */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => watchTargets(setTip), [])
  useLayoutEffect(() => {
    if (box.current && tip) place(box.current, tip.target.getBoundingClientRect())
  }, [tip])
  if (!tip) return null
  return (
    <div
      ref={box}
      aria-hidden
      data-tip-box
      className="fixed z-50 flex max-w-72 animate-appear items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-paper"
    >
      {tip.text}
      {tip.keys && <Kbd keys={tip.keys} plain />}
    </div>
  )
}

function watchTargets(show: (tip: Tip | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (event: Event, delay: number) => {
    const from = event.target instanceof Element ? event.target : null
    if (from?.closest('[data-tip-box]')) return
    clearTimeout(timer)
    const target = from?.closest<HTMLElement>('[data-tip]')
    if (!target) return show(null)
    const { tip: text = '', tipKeys: keys } = target.dataset
    timer = setTimeout(() => target.isConnected && show({ text, keys, target }), delay)
  }
  const hide = () => {
    clearTimeout(timer)
    show(null)
  }
  const over = (event: PointerEvent) => event.pointerType === 'mouse' && later(event, DELAY_MS)
  const focus = (event: FocusEvent) => {
    const visible = event.target instanceof Element && event.target.matches(':focus-visible')
    if (visible) later(event, 0)
  }
  const key = (event: KeyboardEvent) => event.key === 'Escape' && hide()
  document.addEventListener('pointerover', over)
  document.addEventListener('focusin', focus)
  document.addEventListener('focusout', hide)
  document.addEventListener('pointerdown', hide)
  document.addEventListener('keydown', key)
  document.addEventListener('scroll', hide, true)
  return () => {
    hide()
    document.removeEventListener('pointerover', over)
    document.removeEventListener('focusin', focus)
    document.removeEventListener('focusout', hide)
    document.removeEventListener('pointerdown', hide)
    document.removeEventListener('keydown', key)
    document.removeEventListener('scroll', hide, true)
  }
}

/** Under the target, above it when there is no room, never outside the window. */
function place(box: HTMLElement, target: DOMRect): void {
  const { width, height } = box.getBoundingClientRect()
  const left = target.left + target.width / 2 - width / 2
  const below = target.bottom + GAP
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
  box.style.top = `${below + height > innerHeight - 8 ? target.top - GAP - height : below}px`
}
