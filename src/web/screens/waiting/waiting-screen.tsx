import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { WaitingItem } from '#domain/publishing/waiting/api.ts'
import { useChannelMap } from '#web/api/index.ts'
import { Button, EmptyState, LinkButton, Page, QueryView } from '#web/ui/index.ts'
import { useWaiting } from './queries.ts'
import { useDecide } from './use-decide.ts'
import { WaitingRow } from './waiting-row.tsx'

/** Everything that leaves only when a person says so, and the word to say. */
export default function WaitingScreen() {
  const { t } = useLingui()
  const waiting = useWaiting()
  const count = waiting.data?.length ?? 0
  return (
    <Page
      title={t`Waiting for you`}
      width="text"
      back={{ to: '/calendar', label: t`Calendar` }}
      folio={count > 0 && <Plural value={count} one="# post" other="# posts" />}
    >
      <QueryView query={waiting}>
        {(items) => (items.length === 0 ? <Nothing /> : <WaitingList items={items} />)}
      </QueryView>
    </Page>
  )
}

function Nothing() {
  const { t } = useLingui()
  return (
    <EmptyState
      title={t`Nothing is waiting for you`}
      action={
        <LinkButton to="/settings" hash="publishing">
          <Trans>When to ask me</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Posts appear here when their time passed while Vigie was off, or when a hold on them was
        lifted. None of them goes out without your say.
      </Trans>
    </EmptyState>
  )
}

function WaitingList({ items }: { items: readonly WaitingItem[] }) {
  const { byId: accounts } = useChannelMap()
  const [picked, pick] = useState<ReadonlySet<string>>(new Set())
  const chosen = items.filter(({ key }) => picked.has(key))
  const toggle = (key: string) =>
    pick((was) => new Set(was.has(key) ? [...was].filter((one) => one !== key) : [...was, key]))
  return (
    <>
      {items.length > 1 && (
        <Together items={chosen.length > 0 ? chosen : items} isAll={chosen.length === 0} />
      )}
      <ul className="border-t border-ink">
        {items.map((item) => (
          <WaitingRow
            key={item.key}
            item={item}
            accounts={accounts}
            picked={items.length > 1 ? picked.has(item.key) : null}
            onPick={() => toggle(item.key)}
          />
        ))}
      </ul>
    </>
  )
}

/** The same word for all, or for those that were ticked. */
function Together({ items, isAll }: { items: readonly WaitingItem[]; isAll: boolean }) {
  const { mutate, isPending, variables } = useDecide()
  const count = items.length
  const isLate = items.some((item) => item.isLate)
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <Button
        kind="solid"
        busy={isPending && variables.decision === 'release'}
        onClick={() => mutate({ items, decision: 'release' })}
      >
        {isAll ? <Trans>Publish all {count}</Trans> : <Trans>Publish these {count}</Trans>}
      </Button>
      <Button
        busy={isPending && variables.decision === 'cancel'}
        onClick={() => mutate({ items, decision: 'cancel' })}
      >
        {isAll ? <Trans>Publish none</Trans> : <Trans>Do not publish these {count}</Trans>}
      </Button>
      {isLate && (
        <p className="basis-full text-sm text-ink-2">
          <Trans>
            Late posts on one account go out ten minutes apart, never all at once; the others go out
            at their own time.
          </Trans>
        </p>
      )}
    </div>
  )
}
