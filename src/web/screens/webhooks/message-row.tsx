import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChevronRight, RotateCw } from 'lucide-react'
import type { MessageView } from '#domain/webhooks/api.ts'
import { api } from '#web/api/index.ts'
import { Button, DateTime, Mark, ProblemMessage, useToast } from '#web/ui/index.ts'

const MARKS = { planned: 'sending', delivered: 'published', failed: 'failed' } as const

/** One message: whether it was taken, each try in words, what it said, and a way to send it again. */
export function MessageRow({ message, canReplay }: { message: MessageView; canReplay: boolean }) {
  const { event, at, state, attempts, body, nextAt } = message
  const replay = useReplay(message)
  return (
    <li className="border-b border-rule">
      <details className="group/message">
        <summary className="flex min-h-11 list-none items-center gap-3 py-1.5 hover:bg-sunken">
          <ChevronRight
            size={16}
            strokeWidth={1.5}
            aria-hidden
            className="shrink-0 transition-transform group-open/message:rotate-90"
          />
          <Mark status={MARKS[state]} />
          <code className="min-w-0 flex-1 truncate">{event}</code>
          <span className="hidden truncate text-sm text-ink-2 md:block">
            {attempts.at(-1)?.sentence}
          </span>
          <span className="shrink-0 text-xs text-ink-3">
            <DateTime at={at} />
          </span>
        </summary>
        <div className="space-y-3 pb-4 pl-7">
          <ol className="space-y-1 text-sm text-ink-2">
            {attempts.map((attempt) => (
              <li key={attempt.at}>
                <DateTime at={attempt.at} /> · {attempt.sentence} ({attempt.ms} ms)
              </li>
            ))}
            {nextAt && (
              <li>
                <Trans>
                  Tried again <DateTime at={nextAt} />
                </Trans>
              </li>
            )}
          </ol>
          <Body body={body} />
          {canReplay && (
            <Button
              size="sm"
              icon={RotateCw}
              busy={replay.isPending}
              onClick={() => replay.mutate()}
            >
              <Trans>Send again</Trans>
            </Button>
          )}
          {replay.error && <ProblemMessage problem={replay.error} />}
        </div>
      </details>
    </li>
  )
}

function Body({ body }: { body: string }) {
  const { t } = useLingui()
  return (
    <pre
      // It scrolls, so it must be reachable by keyboard.
      tabIndex={0}
      role="group"
      aria-label={t`What was sent`}
      className="overflow-x-auto rounded-md bg-sunken p-3 text-xs"
    >
      {JSON.stringify(JSON.parse(body), null, 2)}
    </pre>
  )
}

function useReplay({ id }: MessageView) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: () => api.post(`/webhook-messages/${id}/replay`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['webhooks', 'messages'] })
      toast({ text: t`Sent again, under the same id.` })
    },
  })
}
