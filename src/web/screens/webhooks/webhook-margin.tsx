import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FreshWebhook, WebhookView } from '#domain/webhooks/api.ts'
import { api } from '#web/api/index.ts'
import { Button, Confirm, ProblemMessage, Sheet, useToast } from '#web/ui/index.ts'
import { EventChoice } from './event-choice.tsx'
import { FreshSecret } from './fresh-secret.tsx'
import { WebhookState } from './webhook-state.tsx'

/** Beside the messages: how the webhook is, and what may be done. */
export function WebhookMargin({ webhook }: { webhook: WebhookView }) {
  const { t } = useLingui()
  const { id, name, state } = webhook
  const [secret, setSecret] = useState<string | null>(null)
  const [isLeaving, leave] = useState(false)
  const navigate = useNavigate()
  const act = useAct()
  const isOn = state === 'on'
  const rotate = async () => {
    const { secret: fresh } = (await act.mutateAsync(() =>
      api.post<FreshWebhook>(`/webhooks/${id}/rotate`),
    )) as FreshWebhook
    setSecret(fresh)
  }
  return (
    <div className="space-y-4">
      <WebhookState webhook={webhook} />
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          disabled={!isOn}
          onClick={() => act.mutate(() => api.post(`/webhooks/${id}/test`))}
        >
          <Trans>Send a test</Trans>
        </Button>
        <Button
          size="sm"
          onClick={() =>
            act.mutate(() => api.patch(`/webhooks/${id}`, { state: isOn ? 'paused' : 'on' }))
          }
        >
          {isOn ? <Trans>Pause</Trans> : <Trans>Turn on again</Trans>}
        </Button>
        <Button size="sm" onClick={() => void rotate()}>
          <Trans>New secret</Trans>
        </Button>
        <Button size="sm" kind="quiet" onClick={() => leave(true)}>
          <Trans>Remove</Trans>
        </Button>
      </div>
      {act.error && <ProblemMessage problem={act.error} />}
      <Events webhook={webhook} />
      <Sheet
        open={secret !== null}
        onClose={() => setSecret(null)}
        title={t`Copy the secret now`}
        width={560}
      >
        <p className="mb-4 text-ink-2">
          <Trans>
            The former one keeps signing alongside it for a day, so that nothing is lost.
          </Trans>
        </p>
        <FreshSecret secret={secret ?? ''} onClose={() => setSecret(null)} />
      </Sheet>
      <Confirm
        open={isLeaving}
        onClose={() => leave(false)}
        title={t`Remove “${name}”?`}
        action={t`Remove`}
        danger
        onConfirm={async () => {
          await act.mutateAsync(() => api.delete(`/webhooks/${id}`))
          await navigate({ to: '/webhooks' })
        }}
      >
        <p>
          <Trans>It gets nothing more, and its messages are deleted. This cannot be undone.</Trans>
        </p>
      </Confirm>
    </div>
  )
}

/** Saved at each tick: the last one stays, for a webhook that hears nothing is one to pause. */
function Events({ webhook: { id, events } }: { webhook: WebhookView }) {
  const { t } = useLingui()
  const act = useAct()
  const [isEmpty, tell] = useState(false)
  return (
    <EventChoice
      chosen={events}
      choose={(chosen) => {
        tell(chosen.length === 0)
        if (chosen.length > 0) act.mutate(() => api.patch(`/webhooks/${id}`, { events: chosen }))
      }}
      error={isEmpty ? t`One event must stay; to hear nothing, pause the webhook.` : undefined}
    />
  )
}

function useAct() {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['webhooks'] })
      toast({ text: t`Done.` })
    },
  })
}
