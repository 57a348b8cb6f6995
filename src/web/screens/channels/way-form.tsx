import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import { api } from '#web/api/index.ts'
import { useText } from '#web/shell/text.ts'
import { Button, ProblemMessage, useForm, useToast } from '#web/ui/index.ts'
import { ConnectField, proposedFor } from './connect-field.tsx'
import { nameIn } from './connector-list.tsx'
import { trimmed, useChecked } from './manifest-fields.tsx'

/** One way to connect: what is asked, where it is found, and whether a visit to the network follows. */
export type Way = Pick<ConnectorView['connect'], 'method' | 'fields' | 'help' | 'helpUrl'>

export function Help({ name, way: { help, helpUrl } }: { name: string; way: Way }) {
  const say = useText()
  return (
    <div className="mb-5 border-l-2 border-rule-strong pl-4 text-ink-2">
      <p>{say(help)}</p>
      {helpUrl && (
        <a
          href={helpUrl}
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

interface WayFormProps {
  connector: ConnectorView
  /** May change while one writes: what two ways both ask for stays as it was typed. */
  way: Way
  /** What was typed in the last time, where it is changed. */
  filled?: Record<string, string>
  onDone: (channel: ChannelView) => void
}

export function WayForm({ connector, way, filled, onDone }: WayFormProps) {
  const { t } = useLingui()
  const say = useText()
  const { handed, site } = connector
  const name = nameIn(connector, say)
  const form = useConnect({ connector, way, filled, onDone })
  return (
    <form {...form.props} className="space-y-5">
      {way.fields.map((field) => (
        <ConnectField key={field.name} field={field} form={form} />
      ))}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        {way.method === 'oauth'
          ? t`Continue on ${name}`
          : filled
            ? t`Save changes`
            : handed || connector.called
              ? t`Connect this account`
              : t`Connect ${name}`}
      </Button>
      {way.fields.length > 0 && !handed && !site && (
        <p className="text-xs text-ink-3">
          <Trans>What you enter is encrypted here and used for {name} only.</Trans>
        </p>
      )}
    </form>
  )
}

function useConnect({ connector, way: { method, fields }, filled, onDone }: WayFormProps) {
  const { t } = useLingui()
  const say = useText()
  const client = useQueryClient()
  const toast = useToast()
  const name = nameIn(connector, say)
  const all = [...connector.connect.fields, ...(connector.connect.visit?.fields ?? [])]
  // What the account is known again by, beside what is shown.
  const unseen = Object.fromEntries(
    Object.entries(filled ?? {}).filter(([key]) => !all.some((field) => field.name === key)),
  )
  const check = useChecked(fields, (label) => t`Fill in “${label}”.`)
  return useForm({
    initial: Object.fromEntries(
      all.map((field) => [field.name, filled?.[field.name] ?? proposedFor(field.name, all, say)]),
    ),
    check,
    send: async (values) => {
      const asked = Object.entries(values).filter(([name]) => fields.some((f) => f.name === name))
      const body = {
        connectorId: connector.id,
        fields: { ...unseen, ...trimmed(Object.fromEntries(asked)) },
      }
      if (method === 'oauth') {
        const { url } = await api.post<{ url: string }>('/channels/oauth', body)
        location.assign(url)
        return
      }
      const channel = await api.post<ChannelView>('/channels', body)
      const { handle } = channel
      await client.invalidateQueries({ queryKey: ['channels'] })
      toast({ text: filled ? t`Changes saved.` : t`${handle} is connected on ${name}.` })
      onDone(channel)
    },
  })
}
