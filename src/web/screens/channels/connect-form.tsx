import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import { api } from '#web/api/index.ts'
import { useText } from '#web/shell/text.ts'
import { Button, LinkButton, ProblemMessage, TextField, useForm, useToast } from '#web/ui/index.ts'

type Field = ConnectorView['connect']['fields'][number]

interface ConnectFormProps {
  connector: ConnectorView
  onDone: () => void
}

/** The form a network's manifest asks for: nothing here knows which network it is. */
export function ConnectForm({ connector, onDone }: ConnectFormProps) {
  const say = useText()
  const { connect, name } = connector
  return (
    <>
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
      {connect.method === 'none' ? (
        <LinkButton to="/listening">
          <Trans>Go to Listening</Trans>
        </LinkButton>
      ) : (
        <Credentials connector={connector} onDone={onDone} />
      )}
    </>
  )
}

function Credentials({ connector, onDone }: ConnectFormProps) {
  const { t } = useLingui()
  const say = useText()
  const { connect, name } = connector
  const form = useConnect(connector, onDone)
  return (
    <form {...form.props} className="space-y-5">
      {connect.fields.map((field) => (
        <TextField
          key={field.name}
          {...form.field(field.name)}
          {...inputFor(field)}
          label={say(field.label)}
          hint={field.hint && say(field.hint)}
          optional={!field.required}
          placeholder={field.placeholder}
        />
      ))}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        {connect.method === 'oauth' ? t`Continue on ${name}` : t`Connect ${name}`}
      </Button>
      <p className="text-xs text-ink-3">
        <Trans>What you enter is encrypted on this desk and used for {name} only.</Trans>
      </p>
    </form>
  )
}

function useConnect({ id, name, connect }: ConnectorView, onDone: () => void) {
  const { t } = useLingui()
  const say = useText()
  const client = useQueryClient()
  const toast = useToast()
  return useForm({
    initial: Object.fromEntries(connect.fields.map((field) => [field.name, ''])),
    check: (values) =>
      Object.fromEntries(
        connect.fields
          .filter((field) => field.required && !values[field.name]?.trim())
          .map((field) => {
            const label = say(field.label)
            return [field.name, t`Fill in “${label}”.`]
          }),
      ),
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

/** Pasted secrets often carry a space or a line end; empty fields are left out. */
function trimmed(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  )
}

function inputFor({ kind }: Field) {
  const plain = { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off' } as const
  if (kind === 'password') return { ...plain, type: 'password', autoComplete: 'off' }
  if (kind === 'url') return { ...plain, type: 'url', inputMode: 'url' } as const
  if (kind === 'email') return { ...plain, type: 'email', inputMode: 'email' } as const
  return { ...plain, type: 'text' }
}
