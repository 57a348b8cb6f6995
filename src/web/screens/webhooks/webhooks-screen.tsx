import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Webhook } from 'lucide-react'
import type { WebhookView } from '#domain/webhooks/api.ts'
import { useUrlState } from '#web/shell/index.ts'
import { Button, EmptyState, Page, QueryView, Skeleton } from '#web/ui/index.ts'
import { NewWebhookSheet } from './new-webhook-sheet.tsx'
import { useWebhooks } from './queries.ts'
import { WebhookRow } from './webhook-row.tsx'

/** The programs that are told what happens here. */
export default function WebhooksScreen() {
  const { t } = useLingui()
  const [making, setMaking] = useUrlState('new', '')
  const webhooks = useWebhooks()
  const count = webhooks.data?.length ?? 0
  const make = () => setMaking('1')
  return (
    <Page
      title={t`Webhooks`}
      back={{ to: '/settings', label: t`Settings` }}
      folio={
        count > 0 && (
          <Plural value={count} one="# program is notified" other="# programs are notified" />
        )
      }
      actions={
        count > 0 && (
          <Button kind="solid" icon={Webhook} onClick={make}>
            <Trans>New webhook</Trans>
          </Button>
        )
      }
    >
      <QueryView query={webhooks} skeleton={<Skeleton rows={3} height={64} />}>
        {(list) => <Listed webhooks={list} onMake={make} />}
      </QueryView>
      <NewWebhookSheet open={making !== ''} onClose={() => setMaking('')} />
    </Page>
  )
}

function Listed({ webhooks, onMake }: { webhooks: WebhookView[]; onMake: () => void }) {
  if (webhooks.length > 0) {
    return (
      <ul className="border-t border-ink">
        {webhooks.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} />
        ))}
      </ul>
    )
  }
  return (
    <EmptyState
      title={<Trans>No program is notified yet</Trans>}
      example={
        <ul>
          <WebhookRow webhook={example} />
        </ul>
      }
      action={
        <Button kind="solid" icon={Webhook} onClick={onMake}>
          <Trans>New webhook</Trans>
        </Button>
      }
    >
      <Trans>
        A webhook tells another program, within seconds, that a post went out, failed or is waiting
        for you. Each message is signed, and retried for three days when nobody accepts it.
      </Trans>
    </EmptyState>
  )
}

const example: WebhookView = {
  id: '',
  name: 'Stock',
  url: 'https://stock.example/vigie',
  events: ['delivery.published', 'delivery.failed'],
  state: 'on',
  failingSince: null,
  createdAt: '',
  createdBy: '',
}
