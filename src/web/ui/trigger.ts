import { cloneElement, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react'

export interface TriggerProps {
  'aria-haspopup'?: 'menu' | 'dialog'
  'aria-expanded'?: boolean
  'data-state'?: 'open' | 'closed'
  onPointerEnter?: () => void
  onFocus?: () => void
  onClick?: (event: MouseEvent<HTMLElement>) => void
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
}

interface Opening {
  popup: 'menu' | 'dialog'
  open: boolean
  /** Fetches what will open; called on the first sign that it may be wanted. */
  load: () => Promise<unknown>
  toggle: (button: HTMLElement, keyboard: boolean) => void
}

/** The given button, opening something: it stays the same element, so that it never loses the focus. */
export function withTrigger(
  trigger: ReactElement<TriggerProps>,
  { popup, open, load, toggle }: Opening,
): ReactElement {
  const given = trigger.props
  const { onClick, onKeyDown } = given
  return cloneElement(trigger, {
    'aria-haspopup': popup,
    'aria-expanded': open,
    'data-state': open ? 'open' : 'closed',
    onPointerEnter: () => {
      given.onPointerEnter?.()
      void load()
    },
    onFocus: () => {
      given.onFocus?.()
      void load()
    },
    onClick: (event) => {
      onClick?.(event)
      // A click made by Enter or Space has no count of presses.
      if (!event.defaultPrevented) toggle(event.currentTarget, event.detail === 0)
    },
    onKeyDown: (event) => {
      onKeyDown?.(event)
      if (popup !== 'menu' || event.key !== 'ArrowDown' || event.defaultPrevented) return
      event.preventDefault()
      toggle(event.currentTarget, true)
    },
  })
}
