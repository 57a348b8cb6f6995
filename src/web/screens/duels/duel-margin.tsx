import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DuelView } from '#domain/duels/api.ts'
import { api } from '#web/api/index.ts'
import { useOpenComposer } from '#web/shell/index.ts'
import {
  Button,
  DateTime,
  MarginColumn,
  NetworkStamp,
  ProblemMessage,
  useToast,
} from '#web/ui/index.ts'
import { useAccounts } from '../exchange/queries.ts'

/** Where the answers come from, what was set apart, and what may be done. */
export function DuelMargin({ duel }: { duel: DuelView }) {
  const { t } = useLingui()
  const { way, url, doubtful, closed, closesAt, postId } = duel
  const compose = useOpenComposer()
  const setApart = doubtful.first + doubtful.second
  return (
    <MarginColumn label={t`About this duel`}>
      <p>
        {closed ? (
          <Trans>Closed</Trans>
        ) : (
          <Trans>
            Open until <DateTime at={closesAt} />
          </Trans>
        )}
      </p>
      <p>
        {way === 'page' ? (
          <Trans>Counted on the voting page, one answer per browser.</Trans>
        ) : way === 'poll' ? (
          <Trans>
            Counted by the networks, in their own polls, and read from there. It closes with the
            last of them.
          </Trans>
        ) : (
          <Trans>
            Likes count for the first, reposts for the second, as each network reports them.
          </Trans>
        )}
      </p>
      {setApart > 0 && (
        <p>
          <Plural
            value={setApart}
            one="# more answer from an address and browser that had already answered is set apart: it may be the same person."
            other="# more answers from addresses and browsers that had already answered are set apart: they may be the same people."
          />
        </p>
      )}
      <Sources duel={duel} />
      <div className="flex flex-wrap gap-2">
        {postId && (
          <Button size="sm" onClick={() => compose({ postId })}>
            <Trans>Open the post that asks</Trans>
          </Button>
        )}
        {url && (
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-7 items-center underline underline-offset-2"
          >
            <Trans>See the voting page</Trans>
          </a>
        )}
      </div>
      {!closed && <Close duel={duel} />}
    </MarginColumn>
  )
}

function Sources({ duel: { sources } }: { duel: DuelView }) {
  const accounts = useAccounts()
  if (sources.length === 0) return null
  return (
    <ul className="border-t border-rule">
      {sources.map(({ channelId, votes }) => {
        const account = accounts.data?.find(({ id }) => id === channelId)
        return (
          <li key={channelId} className="flex items-center gap-2 border-b border-rule py-1.5">
            {account && <NetworkStamp stamp={account.stamp} name={account.networkName} />}
            <span className="min-w-0 flex-1 truncate">{account?.handle}</span>
            {votes ? `${votes.first} : ${votes.second}` : <Trans>not reported yet</Trans>}
          </li>
        )
      })}
    </ul>
  )
}

function Close({ duel: { id } }: { duel: DuelView }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const close = useMutation({
    mutationFn: () => api.post(`/duels/${id}/close`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['duels'] })
      toast({ text: t`The vote is closed.` })
    },
  })
  return (
    <div className="border-t border-rule pt-3">
      <Button size="sm" kind="quiet" busy={close.isPending} onClick={() => close.mutate()}>
        <Trans>Close the vote now</Trans>
      </Button>
      {close.error && <ProblemMessage problem={close.error} />}
    </div>
  )
}
