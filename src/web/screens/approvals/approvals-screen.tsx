import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { WaitingLists, WaitingView } from '#domain/publishing/approvals/api.ts'
import { useOpenComposer } from '#web/shell/index.ts'
import {
  EmptyState,
  MarginColumn,
  Mark,
  Page,
  ProblemMessage,
  QueryView,
  Skeleton,
  useToast,
  WithMargin,
} from '#web/ui/index.ts'
import { useChannelList } from '../composer/queries.ts'
import { Proof } from './proof.tsx'
import { useDecide, useWaiting } from './queries.ts'
import { useProofKeys } from './use-proof-keys.ts'
import { useHour, useWhom } from './words.ts'

/** What waits for me, to be read as it will leave; beside it, what I asked for and what was decided lately. */
export default function ApprovalsScreen() {
  const { t } = useLingui()
  const waiting = useWaiting()
  const count = waiting.data?.mine.length
  return (
    <Page
      title={t`To approve`}
      folio={
        count !== undefined && (
          <Plural
            value={count}
            _0="nothing is waiting for you"
            one="# post is waiting for you"
            other="# posts are waiting for you"
          />
        )
      }
    >
      <QueryView query={waiting} skeleton={<Skeleton rows={3} height={180} />}>
        {(lists) => <Lists lists={lists} />}
      </QueryView>
    </Page>
  )
}

function Lists({ lists }: { lists: WaitingLists }) {
  const { t } = useLingui()
  return (
    <WithMargin
      margin={
        <MarginColumn label={t`Requested and decided`}>
          <Short
            title={<Trans>What I asked for</Trans>}
            list={lists.asked}
            none={<Trans>Nothing of yours is waiting for anyone.</Trans>}
          />
          <Short
            title={<Trans>Recently decided</Trans>}
            list={lists.decided}
            none={<Trans>Nothing was decided in the last two weeks.</Trans>}
          />
        </MarginColumn>
      }
    >
      {lists.mine.length === 0 ? <NothingWaits /> : <Proofs waiting={lists.mine} />}
    </WithMargin>
  )
}

function NothingWaits() {
  return (
    <EmptyState title={<Trans>Nothing is waiting for you</Trans>}>
      <Trans>
        A post that needs your approval appears here, just as it will be published. It does not go
        out until you approve it.
      </Trans>
    </EmptyState>
  )
}

function Proofs({ waiting }: { waiting: readonly WaitingView[] }) {
  const { t } = useLingui()
  const toast = useToast()
  const decide = useDecide()
  const [failed, fail] = useState<unknown>(null)
  const { data: channels = [] } = useChannelList()
  const byId = new Map(channels.map((one) => [one.id, one]))
  const { post }: { post?: string } = useSearch({ strict: false })
  const approve = ({ approval }: WaitingView) => {
    if (decide.isPending) return
    fail(null)
    const { name } = approval.requestedBy
    decide
      .mutateAsync({ approval, decision: 'approve' })
      .then(() => toast({ text: t`Approved. ${name} is told.` }), fail)
  }
  const { current, list, asking, ask } = useProofKeys(waiting, post ?? '', approve)
  return (
    <div ref={list} className="border-t border-ink">
      {failed !== null && <ProblemMessage problem={failed} className="mt-4" />}
      {waiting.map((one) => (
        <Proof
          key={one.postId}
          waiting={one}
          channels={byId}
          current={one.postId === current}
          asking={one.postId === asking}
          ask={(on) => ask(on ? one.postId : '')}
          onApprove={() => approve(one)}
        />
      ))}
    </div>
  )
}

interface ShortProps {
  title: React.ReactNode
  list: readonly WaitingView[]
  none: React.ReactNode
}

function Short({ title, list, none }: ShortProps) {
  return (
    <section>
      <h2 className="mb-1.5 border-b border-ink pb-1.5 font-semibold text-ink">{title}</h2>
      {list.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className="divide-y divide-rule border-b border-rule">
          {list.map((one) => (
            <Line key={one.postId} waiting={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

const MARKS = {
  open: 'in_review',
  changes: 'in_review',
  approved: 'approved',
  refused: 'failed',
  withdrawn: 'cancelled',
} as const

function Line({ waiting }: { waiting: WaitingView }) {
  const open = useOpenComposer()
  const hour = useHour()
  const whom = useWhom()
  const { approval, versions, postId } = waiting
  const step = approval.steps[approval.active]
  const last = approval.decisions.at(-1)
  return (
    <li>
      <button
        type="button"
        onClick={() => open({ postId })}
        className="flex w-full touch-row items-start gap-2 py-2 text-left hover:bg-sunken"
      >
        <Mark status={MARKS[approval.state]} className="mt-1" />
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 text-ink">{versions[0]?.text}</span>
          <span className="block text-xs">{hour({ ...waiting, asap: approval.asap })}</span>
          <span className="block text-xs">
            {approval.state === 'changes' ? (
              <Trans>{last?.by.name} asks for changes</Trans>
            ) : approval.state === 'open' && step ? (
              <Trans>waiting for {whom(step)}</Trans>
            ) : (
              last?.by.name
            )}
          </span>
        </span>
      </button>
    </li>
  )
}
