import { Trans, useLingui } from '@lingui/react/macro'
import { EmptyState, LinkButton } from '#web/ui/index.ts'

/** Beside the list when no conversation is open: what happens here, and the one thing to do. */
export function NobodyYet({ empty, connected }: { empty: boolean; connected: boolean }) {
  const { t } = useLingui()
  if (!empty) {
    return (
      <p className="m-auto max-w-sm p-6 text-center text-ink-2">
        <Trans>Choose a conversation on the left, or press J.</Trans>
      </p>
    )
  }
  return (
    <div className="px-6">
      <EmptyState
        title={connected ? t`Everything is answered` : t`Nobody can reach you here yet`}
        example={
          <p className="font-serif text-lg">
            <Trans>Is the oak table still available in 160 cm?</Trans>
          </p>
        }
        action={
          connected ? undefined : (
            <LinkButton to="/channels" kind="solid">
              <Trans>Connect an account</Trans>
            </LinkButton>
          )
        }
      >
        <Trans>
          Comments, mentions and private messages from your accounts arrive here as they are
          written.
        </Trans>
      </EmptyState>
    </div>
  )
}
