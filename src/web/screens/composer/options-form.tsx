import { useLingui } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import { useText } from '#web/shell/index.ts'
import { NetworkStamp } from '#web/ui/index.ts'
import { type Draft, type Variant, withVariant } from './draft.ts'
import { OptionField } from './option-field.tsx'

interface OptionsFormProps {
  draft: Draft
  channels: ReadonlyMap<string, ChannelView>
  connectors: ReadonlyMap<string, ConnectorView>
  /** Sentences of the networks about an option, by account and option. */
  problemOf: (channelId: string, option: string) => string | undefined
  write: (change: (draft: Draft) => Draft) => void
  disabled: boolean
}

/** The extras of each network, drawn from what its manifest declares. */
export function OptionsForm({
  draft,
  channels,
  connectors,
  problemOf,
  write,
  disabled,
}: OptionsFormProps) {
  const offered = draft.variants.flatMap((variant) => {
    const channel = channels.get(variant.channelId)
    const options = channel && connectors.get(channel.connectorId)?.options
    return channel && options && options.length > 0 ? [{ variant, channel, options }] : []
  })
  return offered.map(({ variant, channel, options }) => (
    <Options
      key={channel.id}
      {...{ variant, channel, options, disabled }}
      problemOf={(option) => problemOf(channel.id, option)}
      set={(changed) => write((now) => withVariant(now, channel.id, { options: changed }))}
    />
  ))
}

interface OptionsProps {
  variant: Variant
  channel: ChannelView
  options: ConnectorView['options']
  problemOf: (option: string) => string | undefined
  set: (options: Variant['options']) => void
  disabled: boolean
}

function Options({ variant, channel, options, problemOf, set, disabled }: OptionsProps) {
  const { t } = useLingui()
  const say = useText()
  const { networkName, stamp, handle } = channel
  const chosen = options.filter(({ name }) => variant.options[name] !== undefined)
  const change = (name: string, value: unknown) => {
    const { [name]: _former, ...rest } = variant.options
    set(value === undefined ? rest : { ...rest, [name]: value })
  }
  return (
    <details className="group/options border-t border-rule">
      <summary className="flex min-h-9 w-full list-none items-center gap-2 text-sm text-ink-2 hover:text-ink">
        <ChevronRight
          size={16}
          strokeWidth={1.5}
          aria-hidden
          className="shrink-0 transition-transform group-open/options:rotate-90"
        />
        <NetworkStamp stamp={stamp} name={networkName} />
        <span className="truncate">{t`Options for ${networkName} (${handle})`}</span>
        {chosen.length > 0 && (
          <span className="truncate text-ink-3">
            {chosen.map(({ label }) => say(label)).join(', ')}
          </span>
        )}
      </summary>
      <div className="grid gap-x-4 gap-y-3 pt-1 pb-4 md:grid-cols-2">
        {options.map((option) => (
          <OptionField
            key={option.name}
            option={option}
            value={variant.options[option.name]}
            onValue={(value) => change(option.name, value)}
            error={problemOf(option.name)}
            disabled={disabled}
          />
        ))}
      </div>
    </details>
  )
}
