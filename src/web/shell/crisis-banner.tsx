import { lazy, Suspense } from 'react'
import { useCrisis } from './crisis.ts'
import { loadMessages } from './locale.ts'

const HeldBanner = lazy(async () => {
  const [banner] = await Promise.all([
    import('../screens/crisis/held-banner.tsx'),
    loadMessages('../screens/crisis'),
  ])
  return banner
})

/** On every screen while something is held: who, since when, what. Weighs nothing the rest of the year. */
export function CrisisBanner() {
  const on = useCrisis()
  return (
    <Suspense>
      {on.map((one) => (
        <HeldBanner key={one.id} one={one} />
      ))}
    </Suspense>
  )
}
