import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

type Search = Record<string, unknown>

/**
 * One filter kept in the address: `?filter=unread`. The value `otherwise` is left out of it.
 * Changing it replaces the current entry of the history.
 */
export function useUrlState<T extends string = string>(
  name: string,
  otherwise: NoInfer<T>,
): [T, (value: T) => void] {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const given = search[name]
  const set = useCallback(
    (value: T) =>
      void navigate({
        to: '.',
        replace: true,
        search: (before: Search) => ({
          ...before,
          [name]: value === otherwise ? undefined : value,
        }),
      }),
    [navigate, name, otherwise],
  )
  return [given === undefined ? otherwise : (String(given) as T), set]
}
