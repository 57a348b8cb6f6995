import { Trans } from '@lingui/react/macro'

/** What a count is worth. */
export function CountedHere() {
  return <Trans>Counted by Vigie; posts made elsewhere are not seen.</Trans>
}
