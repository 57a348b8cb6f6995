import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import type { CalendarFeedView, FreshCalendarFeed } from '#domain/exchange/api.ts'
import { api } from '#web/api/index.ts'
import {
  Button,
  ProblemMessage,
  QueryView,
  RelativeTime,
  SelectField,
  Skeleton,
  TextField,
  useForm,
  useToast,
} from '#web/ui/index.ts'
import { CopyOnce } from './copy-once.tsx'
import { useAccounts, useCalendarFeeds } from './queries.ts'

/** Addresses that calendar programs subscribe to: made, shown once, closed. */
export function CalendarFeeds() {
  const feeds = useCalendarFeeds()
  const [fresh, setFresh] = useState<FreshCalendarFeed | null>(null)
  return (
    <div className="space-y-5">
      <QueryView query={feeds} skeleton={<Skeleton rows={1} height={48} />}>
        {(list) =>
          list.length > 0 && (
            <ul className="border-t border-rule">
              {list.map((feed) => (
                <Row key={feed.id} feed={feed} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {fresh ? (
        <CopyOnce url={fresh.url} onDone={() => setFresh(null)} />
      ) : (
        <NewFeed onMade={setFresh} />
      )}
    </div>
  )
}

function Row({ feed: { id, name, lastReadAt } }: { feed: CalendarFeedView }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const close = useMutation({
    mutationFn: () => api.delete(`/calendar-feeds/${id}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['calendar-feeds'] })
      toast({ text: t`The address is closed.` })
    },
  })
  return (
    <li className="flex items-center gap-4 border-b border-rule py-2">
      <p className="min-w-0 flex-1">
        <span className="font-medium">{name}</span>
        <span className="block text-xs text-ink-3">
          {lastReadAt ? (
            <Trans>
              Last read <RelativeTime at={lastReadAt} />
            </Trans>
          ) : (
            <Trans>Never read yet</Trans>
          )}
        </span>
      </p>
      <Button kind="quiet" size="sm" busy={close.isPending} onClick={() => close.mutate()}>
        <Trans>Close it</Trans>
        <span className="sr-only"> {name}</span>
      </Button>
    </li>
  )
}

function NewFeed({ onMade }: { onMade: (feed: FreshCalendarFeed) => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const accounts = useAccounts()
  const [channelId, setChannel] = useState('')
  const form = useForm({
    initial: { name: '' },
    check: ({ name }): { name?: string } =>
      name.trim() ? {} : { name: t`Name who will read it.` },
    send: async ({ name }) => {
      const made = await api.post<FreshCalendarFeed>('/calendar-feeds', {
        name,
        channelId: channelId || null,
      })
      await client.invalidateQueries({ queryKey: ['calendar-feeds'] })
      onMade(made)
    },
  })
  return (
    <form {...form.props} className="flex flex-wrap items-end gap-3">
      <TextField
        {...form.field('name')}
        label={t`Who it’s for`}
        placeholder={t`Sofia’s phone`}
        autoComplete="off"
        className="min-w-44 flex-1"
      />
      <SelectField
        label={t`Account`}
        className="w-44"
        value={channelId}
        onValue={setChannel}
        options={[
          { value: '', label: t`All accounts` },
          ...(accounts.data ?? []).map(({ id, handle }) => ({ value: id, label: handle })),
        ]}
      />
      <Button type="submit" icon={CalendarPlus} busy={form.busy}>
        <Trans>Create an address</Trans>
      </Button>
      {form.problem !== null && <ProblemMessage problem={form.problem} className="w-full" />}
    </form>
  )
}
