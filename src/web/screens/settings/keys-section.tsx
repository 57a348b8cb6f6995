import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { ApiKeyView } from '#domain/governance/api.ts'
import { api, useChannelMap, useCompany } from '#web/api/index.ts'
import {
  Button,
  Confirm,
  QueryView,
  RelativeTime,
  Skeleton,
  useFormat,
  useToast,
} from '#web/ui/index.ts'
import { NewKeyDialog } from './new-key-dialog.tsx'
import { Section } from './section.tsx'

export function KeysSection() {
  const { t } = useLingui()
  const company = useCompany()
  const [making, make] = useState(false)
  const [leaving, leave] = useState<ApiKeyView | null>(null)
  const name = leaving?.name ?? ''
  const revoke = useRevoke()
  const keys = useQuery({
    queryKey: ['keys', company.id],
    queryFn: ({ signal }) => api.get<ApiKeyView[]>('/keys', { signal }),
  })
  return (
    <Section
      id="keys"
      title={t`API keys`}
      lead={
        <Trans>
          For programs: the same API these screens use, described at{' '}
          <a href="/api/docs" className="underline underline-offset-2">
            /api/docs
          </a>
          .
        </Trans>
      }
    >
      <QueryView query={keys} skeleton={<Skeleton rows={2} height={48} />}>
        {(list) => <KeyList keys={list} onRevoke={leave} />}
      </QueryView>
      <Button icon={KeyRound} className="mt-4" onClick={() => make(true)}>
        <Trans>Create a key</Trans>
      </Button>
      {making && <NewKeyDialog onClose={() => make(false)} />}
      <Confirm
        open={leaving !== null}
        onClose={() => leave(null)}
        title={t`Revoke “${name}”?`}
        action={t`Revoke the key`}
        danger
        onConfirm={() => leaving && revoke.mutateAsync(leaving)}
      >
        <p>
          <Trans>Programs that use it are refused at once. A revoked key cannot be restored.</Trans>
        </p>
      </Confirm>
    </Section>
  )
}

function KeyList({ keys, onRevoke }: { keys: ApiKeyView[]; onRevoke: (key: ApiKeyView) => void }) {
  if (keys.length === 0) {
    return (
      <p className="border-y border-rule py-3 text-ink-2">
        <Trans>No key yet. A key lets a program publish or read figures in your name.</Trans>
      </p>
    )
  }
  return (
    <ul className="border-t border-rule">
      {keys.map((key) => (
        <li key={key.id} className="flex items-center gap-4 border-b border-rule py-2">
          <div className="min-w-0 flex-1">
            <p className="font-medium">
              {key.name} <code className="font-normal text-ink-3">{key.prefix}…</code>
            </p>
            <p className="text-xs text-ink-2">{key.scopes.join(' · ')}</p>
            {key.channelIds && <LimitedTo channelIds={key.channelIds} />}
            <p className="text-xs text-ink-3">
              {key.lastUsedAt ? (
                <Trans>
                  Last used <RelativeTime at={key.lastUsedAt} />
                </Trans>
              ) : (
                <Trans>Never used</Trans>
              )}
            </p>
          </div>
          <Button kind="quiet" size="sm" onClick={() => onRevoke(key)}>
            <Trans>Revoke</Trans>
            <span className="sr-only"> {key.name}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** The accounts a key may write for, when not for all. */
function LimitedTo({ channelIds }: { channelIds: readonly string[] }) {
  const f = useFormat()
  const { byId } = useChannelMap()
  const names = f.list(channelIds.flatMap((id) => byId.get(id)?.handle ?? []))
  return (
    <p className="text-xs text-ink-2">
      {names ? <Trans>Writes for {names} only</Trans> : <Trans>Writes for no account</Trans>}
    </p>
  )
}

function useRevoke() {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (key: ApiKeyView) => api.delete(`/keys/${key.id}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['keys'] })
      toast({ text: t`Key revoked.` })
    },
  })
}
