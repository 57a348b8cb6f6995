import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SubscriberView } from '#domain/subscribers/api.ts'
import { api } from '#web/api/index.ts'
import { Button, Confirm, DateTime, ProblemMessage, Skeleton } from '#web/ui/index.ts'
import { usePeople } from './queries.ts'

/** Everybody of a list, by address, with how we know that they agreed. */
export function People({ channelId }: { channelId: string }) {
  const people = usePeople(channelId)
  const [leaving, setLeaving] = useState<SubscriberView | null>(null)
  const all = people.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="mb-2 text-lg font-medium">
        <Trans>People</Trans>
      </h2>
      {people.isPending && <Skeleton rows={4} height={40} />}
      {people.error && <ProblemMessage problem={people.error} />}
      {people.data && all.length === 0 && (
        <p className="text-ink-2">
          <Trans>
            Nobody yet. Add people from a table: you see what it holds before anything is kept.
          </Trans>
        </p>
      )}
      {all.length > 0 && (
        <ul className="border-t border-ink">
          {all.map((person) => (
            <PersonRow key={person.id} person={person} onTakeOff={() => setLeaving(person)} />
          ))}
        </ul>
      )}
      {people.hasNextPage && (
        <Button
          size="sm"
          busy={people.isFetchingNextPage}
          onClick={() => void people.fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
      <TakeOff person={leaving} onClose={() => setLeaving(null)} />
    </section>
  )
}

function PersonRow({ person, onTakeOff }: { person: SubscriberView; onTakeOff: () => void }) {
  const { t } = useLingui()
  const { address, name, state, consentSource, consentAt, endedBy } = person
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-rule py-2 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="truncate">
          {address} {name && <span className="text-ink-2">{name}</span>}
        </p>
        <p className="text-xs text-ink-3">
          {state === 'left' && endedBy !== 'complaint' && <Trans>Unsubscribed</Trans>}
          {state === 'left' && endedBy === 'complaint' && (
            <Trans>Unsubscribed: marked a letter as spam</Trans>
          )}
          {state === 'suspended' && <Trans>Out of reach: {endedBy}</Trans>}
          {state === 'subscribed' && (
            <>
              {consentSource}, <DateTime at={consentAt} style="date" />
            </>
          )}
        </p>
      </div>
      {state === 'subscribed' && (
        <Button size="sm" kind="quiet" aria-label={t`Unsubscribe ${address}`} onClick={onTakeOff}>
          <Trans>Unsubscribe</Trans>
        </Button>
      )}
    </li>
  )
}

function TakeOff({ person, onClose }: { person: SubscriberView | null; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const address = person?.address ?? ''
  return (
    <Confirm
      open={person !== null}
      onClose={onClose}
      title={t`Unsubscribe ${address}?`}
      action={t`Unsubscribe`}
      danger
      onConfirm={async () => {
        await api.post(`/subscribers/${person?.id}/leave`)
        await client.invalidateQueries({ queryKey: ['lists'] })
      }}
    >
      <p>
        <Trans>They get no more letters, and no import adds them back.</Trans>
      </p>
    </Confirm>
  )
}
