import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { OffersView, SourceView } from '#domain/listening/api.ts'
import { api } from '#web/api/index.ts'
import { useText } from '#web/shell/text.ts'
import { Button, ProblemMessage, useForm, useToast } from '#web/ui/index.ts'

interface OpenSearchProps {
  offer: OffersView['openSearches'][number]
  onDone: () => void
}

/** A network that is searched for the words of the queries and wants no account: nothing to fill in. */
export function OpenSearch({ offer: { connectorId, help }, onDone }: OpenSearchProps) {
  const { t } = useLingui()
  const say = useText()
  const client = useQueryClient()
  const toast = useToast()
  const form = useForm({
    initial: {},
    send: async () => {
      const { name } = await api.post<SourceView>('/sources', { connectorId })
      await client.invalidateQueries({ queryKey: ['mentions'] })
      toast({ text: t`Now listening to ${name}.` })
      onDone()
    },
  })
  return (
    <form {...form.props} className="space-y-4">
      <p className="text-ink-2">{say(help)}</p>
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        <Trans>Listen to this source</Trans>
      </Button>
    </form>
  )
}
