import { Trans, useLingui } from '@lingui/react/macro'
import { useDeferredValue } from 'react'
import type { UtmPreset } from '#domain/links/api.ts'
import { TextField } from '#web/ui/index.ts'
import { useUtmExamples } from './queries.ts'
import { TaggedAddress } from './tagged-address.tsx'

type TagName = 'source' | 'medium' | 'campaign' | 'content'

interface UtmFieldsProps {
  field: (name: TagName) => {
    value: string
    onValue: (value: string) => void
    error: string | undefined
    name: string
  }
  preset: UtmPreset
  /** Of the campaign they are for: the company’s own stand below them. Absent: the company’s own. */
  campaignName?: string
  disabled?: boolean
}

const DESK: Record<TagName, string> = {
  source: '{network}',
  medium: 'social',
  campaign: '{campaign}',
  content: '{post}',
}

/** The templates of a link’s tags, and what they make of an address by each network. */
export function UtmFields({ field, preset, campaignName, disabled = false }: UtmFieldsProps) {
  const { t } = useLingui()
  const ofCampaign = campaignName !== undefined
  const names = '{network}, {account}, {campaign}, {post}'
  return (
    <div className="space-y-4">
      <p className="text-sm text-ink-2">
        <Trans>
          Your site’s analytics read these. <span data-holes>{names}</span> are replaced by what
          they stand for; a link that already carries a tag keeps its own.
        </Trans>{' '}
        {ofCampaign && <Trans>Anything left empty follows the company’s settings.</Trans>}
      </p>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {(['source', 'medium', 'campaign', 'content'] as const).map((name) => (
          <TextField
            key={name}
            {...field(name)}
            label={`utm_${name}`}
            placeholder={ofCampaign ? t`same as the company` : DESK[name]}
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
            disabled={disabled}
            optional
          />
        ))}
      </div>
      <Examples preset={preset} {...(ofCampaign ? { campaignName } : {})} />
    </div>
  )
}

function Examples({ preset, campaignName }: { preset: UtmPreset; campaignName?: string }) {
  const asked = useDeferredValue(JSON.stringify(preset))
  const { data, isError } = useUtmExamples(JSON.parse(asked) as UtmPreset, campaignName?.trim())
  if (!data || isError) return null
  return (
    <div>
      <p className="text-xs text-ink-3">
        <Trans>For example, a link would go out as</Trans>
      </p>
      <ul className="mt-1 space-y-1">
        {data.map(({ networkName, handle, leaves }) => (
          <li key={`${networkName} ${handle}`} className="border-l-2 border-rule pl-2 text-sm">
            {networkName && (
              <span className="block text-xs text-ink-3">
                {networkName} · {handle}
              </span>
            )}
            <TaggedAddress target={leaves} />
          </li>
        ))}
      </ul>
    </div>
  )
}
