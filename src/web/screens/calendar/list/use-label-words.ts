import { useLingui } from '@lingui/react/macro'
import type { Label } from '#domain/publishing/api.ts'

/** The content labels and their names, in the order they are always shown. */
export function useLabelWords(): { label: Label; word: string }[] {
  const { t } = useLingui()
  return [
    { label: 'informative', word: t`Informative` },
    { label: 'useful', word: t`Useful` },
    { label: 'exclusive', word: t`Exclusive` },
    { label: 'visual', word: t`Visual` },
    { label: 'inspiring', word: t`Inspiring` },
    { label: 'spontaneous', word: t`Spontaneous` },
    { label: 'unexpected', word: t`Unexpected` },
  ]
}
