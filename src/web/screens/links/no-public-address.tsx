import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { LinkView } from '#domain/links/api.ts'
import { useCompany } from '#web/api/index.ts'
import { buttonLook } from '#web/ui/button-look.ts'
import { EmptyState } from '#web/ui/index.ts'
import { staysHere } from './plain-address.ts'

/**
 * Whether nobody outside can open the company's short links. The links themselves tell best: the
 * address may have been set for the whole desk rather than for this company.
 */
export function useUnreachable(links: readonly Pick<LinkView, 'url'>[]): boolean {
  const { practice, publicUrl } = useCompany()
  if (practice || publicUrl) return false
  const [first] = links
  return first ? staysHere(first.url) : true
}

/** Above links that nobody outside can open: why nothing is counted, and where to change it. */
export function NoPublicAddress() {
  const { t } = useLingui()
  return (
    <section
      aria-label={t`No public address`}
      className="mb-6 max-w-prose border-l-2 border-wait bg-wait-soft px-4 py-3"
    >
      <p>
        <Trans>Clicks cannot be counted.</Trans> <Why />
      </p>
      <Link
        to="/settings"
        hash="company"
        className="mt-1 inline-flex min-h-6 items-center font-medium underline"
      >
        <Trans>Set the company’s public address</Trans>
      </Link>
    </section>
  )
}

/** The same, when there is no link either. */
export function NothingToCount() {
  const { t } = useLingui()
  return (
    <EmptyState
      title={t`Links cannot be counted yet`}
      action={
        <Link to="/settings" hash="company" className={buttonLook('solid', 'md')}>
          <Trans>Set the company’s public address</Trans>
        </Link>
      }
    >
      <Why />
    </EmptyState>
  )
}

function Why() {
  return (
    <Trans>
      This company has no address that people on the internet can reach, so a short link would lead
      nowhere. Posts go out with their full addresses.
    </Trans>
  )
}
