import { useLingui } from '@lingui/react/macro'
import { EllipsisVertical, Filter, Pause, Play, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SourceView } from '#domain/listening/api.ts'
import { useMay } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/url-state.ts'
import { IconButton, Menu, type MenuEntry, NetworkStamp } from '#web/ui/index.ts'
import { RemoveSource } from './remove-source.tsx'
import { useSourceActions } from './source-actions.ts'
import { SourceHealth } from './source-health.tsx'

export function SourceRow({ source }: { source: SourceView }) {
  const { t } = useLingui()
  const { name, stamp, networkName, state } = source
  const paused = state === 'paused'
  // A file is read once; what our accounts receive comes by itself.
  const isRead = source.kind !== 'file' && source.kind !== 'our-accounts'
  const goesOn = source.kind !== 'file'
  const [leaving, leave] = useState(false)
  const [, chooseSource] = useUrlState('source', '')
  const { readNow, pause, resume } = useSourceActions(source)
  const may = useMay('listening:write')
  const changes: MenuEntry[] = [
    ...(isRead
      ? [{ label: t`Read now`, icon: RefreshCw, onSelect: readNow, disabled: paused }]
      : []),
    ...(goesOn
      ? [
          paused
            ? { label: t`Resume`, icon: Play, onSelect: resume }
            : { label: t`Pause`, icon: Pause, onSelect: pause },
        ]
      : []),
    'rule',
    { label: t`Remove`, icon: Trash2, danger: true, onSelect: () => leave(true) },
  ]
  return (
    <li className="flex items-start gap-2 border-b border-rule py-3">
      <NetworkStamp stamp={stamp} name={networkName} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold text-ink">{name}</p>
        <SourceHealth source={source} />
      </div>
      <Menu
        label={t`Actions on ${name}`}
        trigger={
          <IconButton
            label={t`Actions on ${name}`}
            icon={EllipsisVertical}
            size="sm"
            className="-mt-1"
          />
        }
        items={[
          {
            label: t`Only its mentions`,
            icon: Filter,
            onSelect: () => chooseSource(source.id),
          },
          ...(may ? changes : []),
        ]}
      />
      <RemoveSource source={source} open={leaving} onClose={() => leave(false)} />
    </li>
  )
}
