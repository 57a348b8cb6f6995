import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import type { WebhookView } from '#domain/webhooks/api.ts'
import { Page, QueryView, Skeleton, useFormat, WithMargin } from '#web/ui/index.ts'
import { MessageRow } from './message-row.tsx'
import { useMessages, useWebhooks } from './queries.ts'
import { WebhookMargin } from './webhook-margin.tsx'

/** One program: what it was told, what it answered, and what may be done about it. */
export default function WebhookScreen() {
  const { t } = useLingui()
  const { webhookId = '' } = useParams({ strict: false })
  const webhooks = useWebhooks()
  const webhook = webhooks.data?.find(({ id }) => id === webhookId)
  return (
    <Page
      title={webhook?.name ?? t`Webhook`}
      back={{ to: '/webhooks', label: t`Webhooks` }}
      folio={webhook && <span className="wrap-anywhere">{webhook.url}</span>}
    >
      <QueryView query={webhooks} skeleton={<Skeleton rows={6} height={48} />}>
        {() =>
          webhook ? (
            <WithMargin margin={<WebhookMargin webhook={webhook} />}>
              <Messages webhook={webhook} />
            </WithMargin>
          ) : (
            <p className="text-ink-2">
              <Trans>This webhook was removed.</Trans>
            </p>
          )
        }
      </QueryView>
    </Page>
  )
}

function Messages({ webhook }: { webhook: WebhookView }) {
  const { t } = useLingui()
  const { locale } = useFormat()
  const messages = useMessages(webhook.id, locale)
  return (
    <section aria-label={t`Messages`}>
      <QueryView query={messages} skeleton={<Skeleton rows={6} height={48} />}>
        {(list) =>
          list.length === 0 ? (
            <p className="border-y border-rule py-3 text-ink-2">
              <Trans>Nothing was sent yet. Send a test to see whether it responds.</Trans>
            </p>
          ) : (
            <ul className="border-t border-ink">
              {list.map((message) => (
                <MessageRow key={message.id} message={message} canReplay={webhook.state === 'on'} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <p className="mt-3 text-xs text-ink-3">
        <Trans>The latest hundred; messages are kept for a month.</Trans>
      </p>
    </section>
  )
}
