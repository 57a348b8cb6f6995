import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import type { CrisisView } from '#domain/publishing/crisis/api.ts'

/** After a press: how many posts stay, and how many were already on their way. */
export function useWhatItDid(): (one: CrisisView) => string {
  const { t } = useLingui()
  return useCallback(
    ({ held, leaving }) => {
      const stay = t`Held: ${plural(held, { one: '# post', other: '# posts' })}.`
      if (leaving === 0) return stay
      const left = t`${plural(leaving, { one: '# post was', other: '# posts were' })} already going out and could not be stopped.`
      return `${stay} ${left}`
    },
    [t],
  )
}
