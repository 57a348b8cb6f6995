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
  /** What was typed in the last time, where it is changed. */
  filled?: Record<string, string>
  onDone: (channel: ChannelView) => void
}

/** The form a network's manifest asks for: nothing here knows which network it is. */
export function ConnectForm({ connector, filled, onDone }: ConnectFormProps) {
  const { app } = connector.connect
  const form = (
    <>
      <Help connector={connector} />
      <Account {...{ connector, onDone }} {...(filled ? { filled } : {})} />
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

function Account(props: ConnectFormProps) {
  if (props.connector.connect.method !== 'none') return <Credentials {...props} />
  return (
    <LinkButton to="/listening">
      <Trans>Go to Listening</Trans>
    </LinkButton>
  )
}

function Credentials({ connector, filled, onDone }: ConnectFormProps) {
  const { t } = useLingui()
  const say = useText()
  const { connect, handed, site } = connector
  const name = nameIn(connector, say)
  const form = useConnect(connector, filled, onDone)
  return (
    <form {...form.props} className="space-y-5">
      {connect.fields.map((field) => (
        <ConnectField key={field.name} field={field} form={form} />
      ))}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        {connect.method === 'oauth'
          ? t`Continue on ${name}`
          : filled
            ? t`Save the changes`
            : handed || connector.called
              ? t`Connect this account`
              : t`Connect ${name}`}
      </Button>
      {connect.fields.length > 0 && !handed && !site && (
        <p className="text-xs text-ink-3">
          <Trans>What you enter is encrypted on this desk and used for {name} only.</Trans>
        </p>
      )}
    </form>
  )
}

function useConnect(
  connector: ConnectorView,
  filled: Record<string, string> | undefined,
  onDone: ConnectFormProps['onDone'],
) {
  const { id, connect } = connector
  const { t } = useLingui()
  const say = useText()
  const client = useQueryClient()
  const toast = useToast()
  const name = nameIn(connector, say)
  // What the account is known again by, beside what is shown.
  const unseen = Object.fromEntries(
    Object.entries(filled ?? {}).filter(([key]) => !connect.fields.some((one) => one.name === key)),
  )
  const check = useChecked(connect.fields, (label) => t`Fill in “${label}”.`)
  return useForm({
    initial: Object.fromEntries(
      connect.fields.map((field) => [
        field.name,
        filled?.[field.name] ?? proposedFor(field.name, connect.fields, say),
      ]),
    ),
    check,
    send: async (values) => {
      const body = { connectorId: id, fields: { ...unseen, ...trimmed(values) } }
      if (connect.method === 'oauth') {
        const { url } = await api.post<{ url: string }>('/channels/oauth', body)
        location.assign(url)
        return
      }
      const channel = await api.post<ChannelView>('/channels', body)
      const { handle } = channel
      await client.invalidateQueries({ queryKey: ['channels'] })
      toast({ text: filled ? t`The changes are saved.` : t`${handle} is connected on ${name}.` })
      onDone(channel)
    },
  })
}
