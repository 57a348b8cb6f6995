import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

type Search = Record<string, unknown>

/**
 * Opens the composer above the current screen: a new post, at a given wall time of the company
 * ('2026-11-24' or '2026-11-24T09:00'), or an existing one.
 */
export function useOpenComposer(): (what?: { date?: string; postId?: string }) => void {
  const navigate = useNavigate()
  return useCallback(
    ({ date, postId } = {}) =>
      void navigate({
        to: '.',
        search: (before: Search) => ({ ...before, compose: postId ?? 'new', date }),
      }),
    [navigate],
  )
}
