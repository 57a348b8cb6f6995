import { useLingui } from '@lingui/react/macro'
import type { HandCount } from '#connectors/_contract/connector.ts'

/** What can be counted, in words. */
export function useCountNames(): Record<HandCount | 'check-outs', string> {
  const { t } = useLingui()
  return {
    views: t`Views`,
    likes: t`Likes`,
    replies: t`Replies`,
    reposts: t`Reposts`,
    clicks: t`Clicks`,
    'check-ins': t`Check-ins`,
    'check-outs': t`Check-outs`,
  }
}
