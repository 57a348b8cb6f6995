import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { PreparedView, ProposalView, Task } from '#domain/assistance/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { Button, ProblemMessage, QueryView } from '#web/ui/index.ts'
import { Proposal } from './proposal.tsx'

interface HelpPanelProps {
  task: Task
  /** As it stood when help was asked for. */
  text: string
  take: (proposed: string) => void
  leave: () => void
}

/** First all that would leave and where to; then, only after a click, what came back as a difference. */
export function HelpPanel({ task, text, take, leave }: HelpPanelProps) {
  const { t } = useLingui()
  const { id } = useCompany()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const prepared = useQuery({
    queryKey: ['assistant', id, 'prepared', task, text],
    queryFn: ({ signal }) =>
      api.post<PreparedView>('/assistant/prepare', { task, text }, { signal }),
    staleTime: 0,
  })
  const help = useMutation({
    mutationFn: () => api.post<ProposalView>('/assistant/ask', { task, text }),
  })
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={t`Help with the text`}
      className="mt-1 mb-3 border-l-2 border-accent bg-sunken px-3 py-2.5 text-sm outline-none"
    >
      {help.data ? (
        <Proposal before={text} after={help.data.text} host={help.data.host} />
      ) : (
        <QueryView query={prepared}>{(one) => <WhatLeaves prepared={one} />}</QueryView>
      )}
      {help.error && <ProblemMessage problem={help.error} />}
      <div className="mt-2 flex flex-wrap gap-2">
        {help.data ? (
          <Button size="sm" kind="solid" onClick={() => take(help.data.text)}>
            <Trans>Use it</Trans>
          </Button>
        ) : (
          prepared.data && (
            <Button size="sm" kind="solid" busy={help.isPending} onClick={() => help.mutate()}>
              <Trans>Send it to {prepared.data.host}</Trans>
            </Button>
          )
        )}
        <Button size="sm" kind="quiet" onClick={leave}>
          {help.data ? <Trans>Keep my text</Trans> : <Trans>Send nothing</Trans>}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {help.isPending ? t`Waiting for the response` : help.data ? t`The suggestion is ready` : ''}
      </p>
    </section>
  )
}

function WhatLeaves({ prepared: { host, model, messages } }: { prepared: PreparedView }) {
  return (
    <>
      <p className="text-ink-2">
        <Trans>
          This, and nothing else, would be sent to <strong>{host}</strong> (model {model}):
        </Trans>
      </p>
      {messages.map(({ role, content }) => (
        <blockquote
          key={role}
          className="mt-1.5 max-h-40 overflow-auto border-l border-rule-strong pl-2 whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]"
        >
          {content}
        </blockquote>
      ))}
    </>
  )
}
