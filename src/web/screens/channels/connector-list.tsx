import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import type { ConnectorView } from '#domain/channels/api.ts'
import { useText } from '#web/shell/text.ts'
import { NetworkStamp } from '#web/ui/index.ts'

interface ConnectorListProps {
  connectors: ConnectorView[]
  onPick: (id: string) => void
}

/** The networks found on this desk, each saying what it can do here. */
export function ConnectorList({ connectors, onPick }: ConnectorListProps) {
  const say = useText()
  const abilities = useAbilities()
  if (connectors.length === 0) {
    return (
      <p className="text-ink-2">
        <Trans>No network can be connected in this company.</Trans>
      </p>
    )
  }
  return (
    <ul className="border-t border-ink">
      {connectors.map((connector) => (
        <li key={connector.id} className="border-b border-rule">
          <button
            type="button"
            className="flex w-full items-start gap-3 py-3 text-left hover:bg-sunken focus-visible:-outline-offset-2"
            onClick={() => onPick(connector.id)}
          >
            <NetworkStamp stamp={connector.stamp} name={nameIn(connector, say)} size="md" />
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{nameIn(connector, say)}</span>
              <span className="block text-ink-2">{say(connector.description)}</span>
              <span className="mt-1 block text-xs text-ink-3">{abilities(connector)}</span>
            </span>
            <ChevronRight
              size={16}
              strokeWidth={1.5}
              aria-hidden
              className="mt-1 shrink-0 text-ink-3"
            />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A brand is called the same everywhere; words of a language are not. */
export const nameIn = (
  { name, called }: Pick<ConnectorView, 'name' | 'called'>,
  say: ReturnType<typeof useText>,
): string => (called ? say(called) : name)

function useAbilities(): (connector: ConnectorView) => string {
  const { t } = useLingui()
  return ({ capabilities, connect, handed }) =>
    [
      capabilities.publish && !handed && t`Publishing`,
      handed && t`Publishing by a person`,
      capabilities.inbox && t`Conversations`,
      capabilities.metrics && t`Figures`,
      capabilities.listen && t`Listening`,
      connect.app && t`With your own app`,
    ]
      .filter(Boolean)
      .join(' · ')
}
