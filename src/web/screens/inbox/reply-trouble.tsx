import { useLingui } from '@lingui/react/macro'
import type { MessageView } from '#domain/inbox/api.ts'
import { Button, ProblemMessage } from '#web/ui/index.ts'
import { useDecision } from './queries.ts'

type Delivery = NonNullable<MessageView['delivery']>

interface ReplyTroubleProps {
  conversationId: string
  delivery: Delivery
}

/** Why a reply of ours is not simply there, and what can be decided about it. */
export function ReplyTrouble({ conversationId, delivery }: ReplyTroubleProps) {
  const { t } = useLingui()
  const { mutate, isPending, variables, error } = useDecision(conversationId, delivery.id)
  const labels: Partial<Record<Delivery['actions'][number], string>> = {
    'check-again': t`Look again`,
    'mark-published': t`It is there`,
    retry: delivery.state === 'unknown' ? t`It is not there: send it` : t`Send again`,
    cancel: t`Do not send`,
  }
  const isAtRest = delivery.state === 'failed' || delivery.state === 'unknown'
  return (
    <div className="mt-1 max-w-prose text-sm">
      {delivery.trouble && <p className="text-bad">{delivery.trouble}</p>}
      {isAtRest && (
        <div className="mt-1 flex flex-wrap justify-end gap-1.5">
          {delivery.actions.map((action) => (
            <Button
              key={action}
              size="sm"
              kind="quiet"
              busy={isPending && variables === action}
              onClick={() => mutate(action)}
            >
              {labels[action]}
            </Button>
          ))}
        </div>
      )}
      {error && <ProblemMessage problem={error} className="mt-1" />}
    </div>
  )
}
