import { useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { HintKindView } from '#domain/publishing/hints/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { QueryView, Switch, useFormat } from '#web/ui/index.ts'

/** Which hints this company wants while it writes: those silenced in the composer come back here. */
export default function SilencedHints() {
  const { id, role } = useCompany()
  const query = useQuery({
    queryKey: ['hints', id],
    queryFn: ({ signal }) => api.get<HintKindView[]>('/hints', { signal }),
  })
  const mayChange = !['reviewer', 'analyst'].includes(role)
  return (
    <QueryView query={query}>
      {(kinds) => (
        <ul className="divide-y divide-rule">
          {kinds.map((one) => (
            <HintSwitch key={one.kind} hint={one} disabled={!mayChange} />
          ))}
        </ul>
      )}
    </QueryView>
  )
}

function HintSwitch({ hint, disabled }: { hint: HintKindView; disabled: boolean }) {
  const { t } = useLingui()
  const f = useFormat()
  const client = useQueryClient()
  const { id } = useCompany()
  const { kind, name, silencedBy, silencedAt } = hint
  const when = silencedAt ? f.date(silencedAt) : ''
  const set = async (isHeard: boolean) => {
    const kinds = await api.put<HintKindView[]>(`/hints/${kind}`, { silenced: !isHeard })
    client.setQueryData(['hints', id], kinds)
    await client.invalidateQueries({ queryKey: ['posts', 'check'] })
  }
  return (
    <li className="py-2">
      <Switch
        label={name}
        checked={silencedBy === null}
        disabled={disabled}
        onChecked={(checked) => void set(checked)}
        {...(silencedBy ? { hint: t`Silenced by ${silencedBy}, ${when}` } : {})}
      />
    </li>
  )
}
