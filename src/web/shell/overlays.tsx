import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback } from 'react'
import { overlays } from './screens.ts'

type Search = Record<string, unknown>

const known = overlays.map(({ param, load }) => ({ param, Overlay: lazy(load) }))

/** What the address asks to open above the screen, the composer first of all. */
export function Overlays() {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const close = useCallback(
    (param: string) =>
      void navigate({
        to: '.',
        search: (before: Search) => ({ ...before, [param]: undefined, date: undefined }),
      }),
    [navigate],
  )
  return known.map(({ param, Overlay }) => {
    const value = search[param]
    if (typeof value !== 'string' || value === '') return null
    return (
      <Suspense key={param}>
        <Overlay value={value} close={() => close(param)} />
      </Suspense>
    )
  })
}
