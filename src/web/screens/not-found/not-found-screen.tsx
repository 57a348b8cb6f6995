import { Trans, useLingui } from '@lingui/react/macro'
import { LinkButton, Page } from '#web/ui/index.ts'

export default function NotFoundScreen() {
  const { t } = useLingui()
  return (
    <Page title={t`Nothing at this address`} width="text">
      <p className="mb-5 max-w-prose text-lg text-ink-2">
        <Trans>
          The page may have been moved or deleted, or the address mistyped. Nothing was lost.
        </Trans>
      </p>
      <LinkButton kind="solid" to="/calendar">
        <Trans>Go to the calendar</Trans>
      </LinkButton>
    </Page>
  )
}
