import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { CheckView } from '#domain/publishing/api.ts'
import { SelectField, Switch, TextField } from '#web/ui/index.ts'
import type { Draft } from './draft.ts'
import { LinksLeaving } from './links-leaving.tsx'

interface LinksFormProps {
  draft: Draft
  write: (change: (draft: Draft) => Draft) => void
  /** What the desk last told of the text's addresses. */
  leaving: CheckView['channels']
  channels: ReadonlyMap<string, ChannelView>
  disabled: boolean
}

/** How the links of a post are counted, what is added to them, and the language it is written in. */
export function LinksForm({ draft, write, leaving, channels, disabled }: LinksFormProps) {
  const { t } = useLingui()
  const { trackLinks, campaign, language } = draft
  return (
    <details className="group/links border-y border-rule">
      <summary className="flex min-h-9 w-full list-none items-center gap-2 text-sm text-ink-2 hover:text-ink">
        <ChevronRight
          size={16}
          strokeWidth={1.5}
          aria-hidden
          className="shrink-0 transition-transform group-open/links:rotate-90"
        />
        <Trans>Links and language</Trans>
        <span className="truncate text-ink-3">
          {[trackLinks ? t`links counted` : t`links not counted`, campaign]
            .filter(Boolean)
            .join(', ')}
        </span>
      </summary>
      <div className="grid gap-x-4 gap-y-3 pt-1 pb-4 md:grid-cols-2">
        <Switch
          className="md:col-span-2"
          label={t`Track link clicks`}
          hint={t`Links are shortened on your own address and tagged for your site’s statistics.`}
          checked={trackLinks}
          onChecked={(on) => write((now) => ({ ...now, trackLinks: on }))}
          disabled={disabled}
        />
        {trackLinks && <LinksLeaving checked={leaving} channels={channels} />}
        <SelectField
          label={t`Language of the text`}
          value={language ?? ''}
          onValue={(value) =>
            write((now) => ({ ...now, language: value === 'en' || value === 'fr' ? value : null }))
          }
          disabled={disabled}
          options={[
            { value: '', label: t`As the company` },
            { value: 'fr', label: t`French` },
            { value: 'en', label: t`English` },
          ]}
        />
        <details className="md:col-span-2" open={campaign !== null}>
          <summary className="min-h-6 text-sm text-ink-2 hover:text-ink">
            <Trans>Advanced</Trans>
          </summary>
          <TextField
            className="mt-2"
            label={t`utm_campaign for this post only`}
            hint={t`In place of its campaign’s name, whatever the templates say.`}
            optional
            maxLength={80}
            placeholder={t`winter-sale`}
            value={campaign ?? ''}
            onValue={(text) => write((now) => ({ ...now, campaign: text === '' ? null : text }))}
            disabled={disabled || !trackLinks}
          />
        </details>
      </div>
    </details>
  )
}
