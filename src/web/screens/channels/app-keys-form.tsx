import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { ConnectorView } from '#domain/channels/api.ts'
import type { AppView } from '#domain/channels/apps/api.ts'
import { api } from '#web/api/index.ts'
import { Button, ProblemMessage, useForm, useToast } from '#web/ui/index.ts'
import { initial, ManifestField, trimmed, useChecked } from './manifest-fields.tsx'

type App = NonNullable<ConnectorView['connect']['app']>

interface AppKeysFormProps {
  connector: ConnectorView
  app: App
  /** After the keys are kept. */
  onKept: () => void
  /** Absent: there is nothing to go back to. */
  onCancel?: () => void
}

/** Where the keys of the company's app go in; they never come out. */
export function AppKeysForm({ connector: { id, name }, app, onKept, onCancel }: AppKeysFormProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const missing = (label: string) => t`Fill in “${label}”.`
  const check = useChecked(app.fields, missing)
  const form = useForm({
    initial: initial(app.fields),
    check,
    send: async (values) => {
      await api.put<AppView>(`/connectors/${id}/app`, { fields: trimmed(values) })
      await Promise.all(
        [['app'], ['doctor'], ['channels']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      )
      toast({ text: t`The keys of your ${name} app are saved.` })
      onKept()
    },
  })
  return (
    <form {...form.props} className="space-y-5">
      {app.fields.map((field) => (
        <ManifestField key={field.name} field={field} {...form.field(field.name)} />
      ))}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="solid" busy={form.busy}>
          <Trans>Save these keys</Trans>
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        )}
      </div>
      <p className="text-xs text-ink-3">
        <Trans>The keys are encrypted here, used for {name} only, and never shown again.</Trans>
      </p>
    </form>
  )
}
