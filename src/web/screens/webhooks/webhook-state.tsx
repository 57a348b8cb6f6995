import { Trans } from '@lingui/react/macro'
import type { WebhookView } from '#domain/webhooks/api.ts'
import { RelativeTime } from '#web/ui/index.ts'

/** In words: a colour alone would say nothing. */
export function WebhookState({ webhook: { state, failingSince } }: { webhook: WebhookView }) {
  return (
    <p className="text-sm text-ink-2">
      {state === 'paused' ? (
        <Trans>Paused</Trans>
      ) : state === 'gave-up' ? (
        <span className="font-medium text-bad">
          <Trans>Given up: nothing was accepted for three days</Trans>
        </span>
      ) : failingSince ? (
        <span className="font-medium text-wait">
          <Trans>
            Not accepting messages since <RelativeTime at={failingSince} />
          </Trans>
        </span>
      ) : (
        <Trans context="webhook">On</Trans>
      )}
    </p>
  )
}
