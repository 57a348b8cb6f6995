import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiKeyView } from '#domain/governance/api.ts'
import type { Scope } from '#platform/http/route.ts'
import { api, useCompany } from '#web/api/index.ts'
import { Button, Checkbox, Dialog, ProblemMessage, TextField, useForm } from '#web/ui/index.ts'
import { AccountsChoice } from '../members/accounts-choice.tsx'
import { FreshKey } from './fresh-key.tsx'
import { useScopes } from './scopes.ts'

/** Name and rights first, then the key itself, once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const [key, setKey] = useState<string | null>(null)
  return (
    <Dialog
      open
      onClose={onClose}
      title={key ? t`Copy the key now` : t`New API key`}
      description={
        key ? (
          <Trans>It is shown only once: Vigie keeps its fingerprint, not the key.</Trans>
        ) : (
          <Trans>Give it only what the program needs.</Trans>
        )
      }
    >
      {key ? <FreshKey value={key} onClose={onClose} /> : <KeyForm onMade={setKey} />}
    </Dialog>
  )
}

/** Rights that a key may have for some accounts only. */
const WRITES_FOR_ACCOUNTS: ReadonlySet<Scope> = new Set([
  'posts:write',
  'posts:publish',
  'posts:approve',
  'channels:write',
  'inbox:write',
])

function KeyForm({ onMade }: { onMade: (key: string) => void }) {
  const { t } = useLingui()
  const scopes = useScopes()
  const client = useQueryClient()
  const [chosen, choose] = useState<readonly Scope[]>([])
  const [needsOne, need] = useState(false)
  const { channelIds: own } = useCompany()
  const [channelIds, limit] = useState<string[] | null>(own)
  const writes = chosen.some((scope) => WRITES_FOR_ACCOUNTS.has(scope))
  const form = useForm({
    initial: { name: '' },
    check: ({ name }): { name?: string } => {
      need(chosen.length === 0)
      return name.trim() ? {} : { name: t`Name the program that will use it.` }
    },
    send: async ({ name }) => {
      if (chosen.length === 0) return
      const made = await api.post<ApiKeyView & { key: string }>('/keys', {
        name,
        scopes: chosen,
        channelIds: writes ? channelIds : own,
      })
      await client.invalidateQueries({ queryKey: ['keys'] })
      onMade(made.key)
    },
  })
  const toggle = (scope: Scope, on: boolean) => {
    need(false)
    choose(on ? [...chosen, scope] : chosen.filter((one) => one !== scope))
  }
  return (
    <form {...form.props} className="space-y-5">
      <TextField
        {...form.field('name')}
        label={t`Name`}
        placeholder={t`Weekly report`}
        autoComplete="off"
      />
      <fieldset aria-describedby={needsOne ? 'scopes-error' : undefined}>
        <legend className="mb-1 font-medium">
          <Trans>What it may do</Trans>
        </legend>
        <div className="grid gap-x-6 border-y border-rule py-2 sm:grid-cols-2">
          {scopes.map(({ scope, label }) => (
            <Checkbox
              key={scope}
              className="py-1"
              label={label}
              checked={chosen.includes(scope)}
              onChecked={(on) => toggle(scope, on)}
            />
          ))}
        </div>
        {needsOne && (
          <p id="scopes-error" className="mt-1 text-xs font-medium text-bad">
            <Trans>Tick at least one permission.</Trans>
          </p>
        )}
      </fieldset>
      {writes && <AccountsChoice value={channelIds} onValue={limit} among={own} />}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        <Trans>Create the key</Trans>
      </Button>
    </form>
  )
}
