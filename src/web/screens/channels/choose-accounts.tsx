import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { ReturnView } from '#domain/channels/returns/api.ts'
import { api } from '#web/api/index.ts'
import { Avatar, Button, ProblemMessage, Sheet, useToast } from '#web/ui/index.ts'

type Account = NonNullable<ReturnView['accounts']>[number]

interface ChooseAccountsProps {
  id: string
  networkName: string
  accounts: readonly Account[]
  onDone: () => void
}

/** The accounts that somebody may connect after a visit to the network: they tick which. */
export function ChooseAccounts({ id, networkName, accounts, onDone }: ChooseAccountsProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set())
  const before = accounts.filter((one) => one.connected).length
  const count = ticked.size
  const connect = useMutation({
    mutationFn: () =>
      api.post<ChannelView[]>(`/channels/returns/${id}/connect`, { accounts: [...ticked] }),
    onSuccess: async ({ length }) => {
      onDone()
      await client.invalidateQueries({ queryKey: ['channels'] })
      toast({
        text: length === 1 ? t`The account is connected.` : t`${length} accounts are connected.`,
      })
    },
  })
  const toggle = (remoteId: string) =>
    tick((now) => {
      const next = new Set(now)
      if (!next.delete(remoteId)) next.add(remoteId)
      return next
    })
  return (
    <Sheet
      open
      onClose={onDone}
      title={t`Choose accounts of ${networkName}`}
      width={560}
      footer={
        <>
          <Button kind="quiet" onClick={onDone}>
            <Trans>Not now</Trans>
          </Button>
          <Button
            kind="solid"
            disabled={count + before === 0}
            busy={connect.isPending}
            onClick={() => connect.mutate()}
          >
            {count === 0 && before > 0 ? (
              <Trans>Renew access</Trans>
            ) : (
              <Plural
                value={count}
                _0="Connect"
                one="Connect # account"
                other="Connect # accounts"
              />
            )}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-ink-2">
        <Trans>
          {networkName} lets you publish for these accounts. Tick the ones to connect; access to the
          others is dropped after 15 minutes.
        </Trans>
      </p>
      <ul className="border-t border-ink">
        {accounts.map((account) => (
          <AccountLine
            key={account.remoteId}
            account={account}
            checked={account.connected || ticked.has(account.remoteId)}
            onToggle={() => toggle(account.remoteId)}
          />
        ))}
      </ul>
      {connect.isError && <ProblemMessage className="mt-4" problem={connect.error} />}
    </Sheet>
  )
}

interface AccountLineProps {
  account: Account
  checked: boolean
  onToggle: () => void
}

function AccountLine({ account, checked, onToggle }: AccountLineProps) {
  const { displayName, avatarUrl, handle, kind, connected } = account
  return (
    <li className="border-b border-rule">
      <label className="flex min-h-11 cursor-pointer items-center gap-3 py-2.5 has-disabled:cursor-default hover:not-has-disabled:bg-sunken">
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-(--accent)"
          checked={checked}
          disabled={connected}
          onChange={onToggle}
        />
        <Avatar name={displayName} src={avatarUrl} size={40} />
        <span className="min-w-0">
          <span className="block truncate font-semibold">{displayName}</span>
          <span className="block truncate text-ink-2">
            {[handle, kind].filter(Boolean).join(' · ')}
          </span>
          {connected && (
            <span className="block text-xs text-ink-3">
              <Trans>Already connected: its access will be renewed.</Trans>
            </span>
          )}
        </span>
      </label>
    </li>
  )
}
