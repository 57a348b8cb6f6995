import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OffersView, SourceView } from '#domain/listening/api.ts'
import { api } from '#web/api/index.ts'
import { useText } from '#web/shell/text.ts'
import {
  Button,
  LinkButton,
  NetworkStamp,
  ProblemMessage,
  SelectField,
  TextField,
  useForm,
  useToast,
} from '#web/ui/index.ts'

type Stream = OffersView['streams'][number]

interface StreamFormProps {
  stream: Stream
  /** Heard as it is said, rather than read now and then. */
  live: boolean
  onDone: () => void
}

/** What a network tells as it comes, or a place of it that is read: folded until one wants it, then the form that it declares. */
export function StreamForm({ stream, live, onDone }: StreamFormProps) {
  const { t } = useLingui()
  const [unfolded, unfold] = useState(false)
  const { networkName, stamp, needsAccount, channels } = stream
  return (
    <li className="border-b border-rule py-3">
      <div className="flex items-center gap-2.5">
        <NetworkStamp stamp={stamp} name={networkName} size="md" />
        <p className="min-w-0 flex-1 font-semibold">{networkName}</p>
        {needsAccount && channels.length === 0 ? (
          <LinkButton to="/channels">
            <Trans>Connect an account</Trans>
          </LinkButton>
        ) : (
          !unfolded && (
            <Button
              onClick={() => unfold(true)}
              aria-label={live ? t`Listen to ${networkName} live` : t`Choose on ${networkName}`}
            >
              {live ? <Trans>Listen</Trans> : <Trans>Choose</Trans>}
            </Button>
          )
        )}
      </div>
      {unfolded && <Fields {...{ stream, live, onDone }} />}
    </li>
  )
}

function Fields({ stream, live, onDone }: StreamFormProps) {
  const { t } = useLingui()
  const say = useText()
  const { fields, help, channels } = stream
  const [channelId, choose] = useState(channels[0]?.channelId)
  const form = useAddStream(stream, live, channelId, onDone)
  return (
    <form {...form.props} className="mt-3 space-y-4">
      <p className="text-ink-2">{say(help)}</p>
      {channels.length > 1 && (
        <SelectField
          label={t`Via the account`}
          value={channelId ?? ''}
          onValue={choose}
          options={channels.map((one) => ({ value: one.channelId, label: one.handle }))}
        />
      )}
      {fields.map((field) => (
        <TextField
          key={field.name}
          {...form.field(field.name)}
          label={say(field.label)}
          hint={field.hint && say(field.hint)}
          optional={!field.required}
          placeholder={field.placeholder}
          spellCheck={false}
          autoCapitalize="none"
          autoCorrect="off"
        />
      ))}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        {live ? <Trans>Listen live</Trans> : <Trans>Listen</Trans>}
      </Button>
    </form>
  )
}

function useAddStream(
  { connectorId, fields }: Stream,
  live: boolean,
  channelId: string | undefined,
  onDone: () => void,
) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  return useForm({
    initial: Object.fromEntries(fields.map(({ name }) => [name, ''])),
    send: async (settings) => {
      const asked = { connectorId, settings, live, channelId }
      const { name } = await api.post<SourceView>('/sources', asked)
      await client.invalidateQueries({ queryKey: ['mentions'] })
      toast({ text: live ? t`Now listening to ${name} live.` : t`Now listening to ${name}.` })
      onDone()
    },
  })
}
