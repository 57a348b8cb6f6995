import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import { api } from '#web/api/index.ts'
import { useText } from '#web/shell/text.ts'
import { Button, LinkButton, ProblemMessage, useForm, useToast } from '#web/ui/index.ts'
import { AppFirst } from './app-first.tsx'
import { ConnectField, proposedFor } from './connect-field.tsx'
import { nameIn } from './connector-list.tsx'
import { trimmed, useChecked } from './manifest-fields.tsx'

interface ConnectFormProps {
  connector: ConnectorView
  onDone: () => void
}

/** The form a network's manifest asks for: nothing here knows which network it is. */
export function ConnectForm({ connector, onDone }: ConnectFormProps) {
  const { app } = connector.connect
  const form = (
    <>
      <Help connector={connector} />
      <Account connector={connector} onDone={onDone} />
    </>
  )
  return app ? (
    <AppFirst connector={connector} app={app}>
      <div>{form}</div>
    </AppFirst>
  ) : (
    form
  )
}

function Help({ connector: { connect, name } }: Pick<ConnectFormProps, 'connector'>) {
  const say = useText()
  return (
    <div className="mb-5 border-l-2 border-rule-strong pl-4 text-ink-2">
      <p>{say(connect.help)}</p>
      {connect.helpUrl && (
        <a
          href={connect.helpUrl}
          target="_blank"
          rel="noopener"
          className="mt-2 inline-flex min-h-6 items-center gap-1.5 text-accent underline underline-offset-2"
        >
          <Trans>Open the page on {name}</Trans>
          <ExternalLink size={14} strokeWidth={1.5} aria-hidden />
        </a>
      )}
    </div>
  )
}

function Account({ connector, onDone }: ConnectFormProps) {
  if (connector.connect.method !== 'none')
    return <Credentials connector={connector} onDone={onDone} />
  return (
    <LinkButton to="/listening">
      <Trans>Go to Listening</Trans>
    </LinkButton>
  )
}

function Credentials({ connector, onDone }: ConnectFormProps) {
  const { t } = useLingui()
  const say = useText()
  const { connect, handed } = connector
  const name = nameIn(connector, say)
  const form = useConnect(connector, onDone)
  return (
    <form {...form.props} className="space-y-5">
      {connect.fields.map((field) => (
        <ConnectField key={field.name} field={field} form={form} />
      ))}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        {connect.method === 'oauth'
          ? t`Continue on ${name}`
          : handed
            ? t`Connect this account`
            : t`Connect ${name}`}
      </Button>
      {connect.fields.length > 0 && !handed && (
        <p className="text-xs text-ink-3">
          <Trans>What you enter is encrypted on this desk and used for {name} only.</Trans>
        </p>
      )}
    </form>
  )
}

function useConnect(connector: ConnectorView, onDone: () => void) {
  const { id, connect } = connector
  const { t } = useLingui()
  const say = useText()
  const client = useQueryClient()
  const toast = useToast()
  const name = nameIn(connector, say)
  const check = useChecked(connect.fields, (label) => t`Fill in “${label}”.`)
  return useForm({
    initial: Object.fromEntries(
      connect.fields.map((field) => [field.name, proposedFor(field.name, connect.fields, say)]),
    ),
    check,
    send: async (values) => {
      const body = { connectorId: id, fields: trimmed(values) }
      if (connect.method === 'oauth') {
        const { url } = await api.post<{ url: string }>('/channels/oauth', body)
        location.assign(url)
        return
      }
      const { handle } = await api.post<ChannelView>('/channels', body)
      await client.invalidateQueries({ queryKey: ['channels'] })
      toast({ text: t`${handle} is connected on ${name}.` })
      onDone()
    },
  })
}
