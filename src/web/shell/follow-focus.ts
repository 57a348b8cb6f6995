import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * Another screen begins at its top: the focus goes to <main>, so that the keyboard and screen readers follow.
 * Only when the screen changes; inside one, its own lists keep the focus.
 */
export function useFollowFocus(): void {
  const screen = useRouterState({ select: (state) => state.location.pathname.split('/')[1] })
  const before = useRef(screen)
  useEffect(() => {
    if (before.current === screen) return
    before.current = screen
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [screen])
}
