import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { DeliveryView } from '#domain/publishing/api.ts'
import { api } from '#web/api/index.ts'
import { Button, cx, LinkButton, TextField, useNow, useProblemWords } from '#web/ui/index.ts'

type Action = DeliveryView['actions'][number]

interface DeliveryActionsProps {
  delivery: DeliveryView
  channel: ChannelView | undefined
  /** On the line of its account. */
  inline?: boolean
}

/** What a person may decide about a delivery now. */
export function DeliveryActions({ delivery, channel, inline = false }: DeliveryActionsProps) {
  const { t } = useLingui()
  const words = useProblemWords()
  const now = useNow()
  const [isMarking, mark] = useState(false)
  const { mutate, isPending, variables, error } = useAct(delivery.id)
  const labels: Record<Action, string> = {
    release: Date.parse(delivery.dueAt) > now ? t`Publish at its hour` : t`Publish now`,
    retry: delivery.state === 'unknown' ? t`It did not go out: send it` : t`Try again`,
    'check-again': t`Check again`,
    'mark-published': t`It did go out`,
    cancel: t`Do not send`,
  }
  if (delivery.actions.length === 0) return null
  const mustReconnect = channel?.state === 'broken' && delivery.state !== 'planned'
  return (
    <div className={cx(inline ? '-mr-2' : 'mt-1.5 pl-5')}>
      <div className="flex flex-wrap gap-1.5">
        {mustReconnect && (
          <LinkButton size="sm" to="/channels" search={{ connect: channel.connectorId }}>
            <Trans>Reconnect the account</Trans>
          </LinkButton>
        )}
        {delivery.actions.map((action, index) => (
          <Button
            key={action}
            size="sm"
            kind={index === 0 && !inline && !mustReconnect ? 'line' : 'quiet'}
            busy={isPending && variables.action === action}
            aria-expanded={action === 'mark-published' ? isMarking : undefined}
            onClick={() => (action === 'mark-published' ? mark(!isMarking) : mutate({ action }))}
          >
            {labels[action]}
          </Button>
        ))}
      </div>
      {isMarking && <MarkPublished onMark={(url) => mutate({ action: 'mark-published', url })} />}
      {error && (
        <p role="alert" className="mt-1 text-bad">
          {words(error).title}. {words(error).detail}
        </p>
      )}
    </div>
  )
}

/** "It did go out: here is the link." The link may be missing. */
function MarkPublished({ onMark }: { onMark: (url: string | null) => void }) {
  const { t } = useLingui()
  const [url, setUrl] = useState('')
  const [isRefused, refuse] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (url !== '' && !/^https?:\/\/\S+$/.test(url)) return refuse(true)
    onMark(url || null)
  }
  return (
    <form noValidate onSubmit={submit} className="mt-2 flex items-end gap-2">
      <TextField
        className="min-w-0 flex-1"
        label={t`Its address on the network`}
        optional
        type="url"
        placeholder="https://"
        value={url}
        onValue={setUrl}
        error={isRefused ? t`An address starts with https://` : undefined}
      />
      <Button type="submit">
        <Trans>Confirm</Trans>
      </Button>
    </form>
  )
}

function useAct(deliveryId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ action, url }: { action: Action; url?: string | null }) =>
      api.post<DeliveryView>(
        `/deliveries/${deliveryId}/${action}`,
        url === undefined ? {} : { url },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['posts'] }),
  })
}
