import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FreshWebhook } from '#domain/webhooks/api.ts'
import { api } from '#web/api/index.ts'
import { Button, ProblemMessage, Sheet, TextField, useForm } from '#web/ui/index.ts'
import { EventChoice } from './event-choice.tsx'
import { FreshSecret } from './fresh-secret.tsx'

/** Where to, and what; then the secret, once. */
export function NewWebhookSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const [made, setMade] = useState<FreshWebhook | null>(null)
  const close = () => {
    setMade(null)
    onClose()
  }
  return (
    <Sheet
      open={open}
      onClose={close}
      title={made ? t`Copy the secret now` : t`New webhook`}
      width={560}
    >
      {made ? (
        <FreshSecret secret={made.secret} onClose={close} />
      ) : (
        <WebhookForm onMade={setMade} />
      )}
    </Sheet>
  )
}

const USUAL = ['delivery.published', 'delivery.failed', 'delivery.unknown']

function WebhookForm({ onMade }: { onMade: (webhook: FreshWebhook) => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [events, choose] = useState(USUAL)
  const [isAsked, ask] = useState(false)
  const form = useForm({
    initial: { name: '', url: '' },
    check: ({ name, url }): { name?: string; url?: string } => {
      ask(true)
      if (!name.trim()) return { name: t`Name the program that listens.` }
      return /^https?:\/\/\S+$/.test(url.trim()) ? {} : { url: t`An address starts with https://` }
    },
    send: async ({ name, url }) => {
      if (events.length === 0) return
      const made = await api.post<FreshWebhook>('/webhooks', { name, url: url.trim(), events })
      await client.invalidateQueries({ queryKey: ['webhooks'] })
      onMade(made)
    },
  })
  const nothing = isAsked && events.length === 0
  return (
    <form {...form.props} className="space-y-5">
      <TextField
        {...form.field('name')}
        label={t`Program`}
        placeholder={t`Stock, newsletter, spreadsheet…`}
        autoComplete="off"
        data-autofocus
      />
      <TextField
        {...form.field('url')}
        label={t`Endpoint URL`}
        type="url"
        inputMode="url"
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
      />
      <EventChoice
        chosen={events}
        choose={choose}
        error={nothing ? t`Tick at least one event.` : undefined}
      />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        <Trans>Create the webhook</Trans>
      </Button>
    </form>
  )
}
