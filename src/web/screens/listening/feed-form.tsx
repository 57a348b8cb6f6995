import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { OffersView, SourceView } from '#domain/listening/api.ts'
import { api } from '#web/api/index.ts'
import { useText } from '#web/shell/text.ts'
import { Button, ProblemMessage, TextField, useForm, useToast } from '#web/ui/index.ts'

type Feed = OffersView['feeds'][number]

interface FeedFormProps {
  feed: Feed
  /** What watches a page where there turns out to be no feed. */
  watcher?: Feed | undefined
  /** Goes to the form of that kind, with the address as it was written. */
  watch?: (connectorId: string, address: string) => void
  address?: string
  onDone: () => void
}

/** The form that a kind of feed declares: nothing here knows which it is. */
export function FeedForm({ feed, watcher, watch, address: given, onDone }: FeedFormProps) {
  const say = useText()
  const form = useAddFeed(feed, given ?? '', onDone)
  const { value: address, error: refusal } = form.field('url')
  const { fields, help } = feed
  return (
    <form {...form.props} className="space-y-4">
      <p className="text-ink-2">{say(help)}</p>
      {fields.map((field) => (
        <TextField
          key={field.name}
          {...form.field(field.name)}
          label={say(field.label)}
          hint={field.hint && say(field.hint)}
          optional={!field.required}
          placeholder={field.placeholder}
          {...(field.kind === 'url' ? ({ type: 'text', inputMode: 'url' } as const) : {})}
          spellCheck={false}
          autoCapitalize="none"
          autoCorrect="off"
        />
      ))}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="solid" busy={form.busy}>
          <Trans>Listen to this source</Trans>
        </Button>
        {watcher && watch && refusal && address && (
          <Button onClick={() => watch(watcher.connectorId, address)}>
            <Trans>Watch this page instead</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}

function useAddFeed({ connectorId, fields }: Feed, address: string, onDone: () => void) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  return useForm({
    initial: Object.fromEntries(fields.map(({ name }) => [name, name === 'url' ? address : ''])),
    send: async (settings) => {
      const { name } = await api.post<SourceView>('/sources', { connectorId, settings })
      await client.invalidateQueries({ queryKey: ['mentions'] })
      toast({ text: t`Now listening to ${name}.` })
      onDone()
    },
  })
}
