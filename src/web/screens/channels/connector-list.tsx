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
  const groups = useGroups()
  if (connectors.length === 0) {
    return (
      <p className="text-ink-2">
        <Trans>No network can be connected in this company.</Trans>
      </p>
    )
  }
  return (
    <div className="space-y-7">
      {groups(connectors).map(({ title, those }) => (
        <section key={title} aria-label={title}>
          <h3 className="mb-2 text-sm text-ink-2">{title}</h3>
          <ul className="border-t border-ink">
            {those.map((connector) => (
              <ConnectorRow key={connector.id} connector={connector} onPick={onPick} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface ConnectorRowProps {
  connector: ConnectorView
  onPick: (id: string) => void
}

function ConnectorRow({ connector, onPick }: ConnectorRowProps) {
  const say = useText()
  const abilities = useAbilities()
  const name = nameIn(connector, say)
  return (
    <li className="border-b border-rule">
      <button
        type="button"
        className="flex w-full items-start gap-3 py-3 text-left hover:bg-sunken focus-visible:-outline-offset-2"
        onClick={() => onPick(connector.id)}
      >
        <NetworkStamp stamp={connector.stamp} name={name} size="md" />
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{name}</span>
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
  )
}

/** The quickest first: what one has is enough, then an app to register, then what no machine does. */
function useGroups() {
  const { t } = useLingui()
  const say = useText()
  const kinds = [
    { title: t`Connected in two minutes`, has: isQuick },
    { title: t`With an app of your company’s own`, has: needsApp },
    { title: t`By a person`, has: ({ handed }: ConnectorView) => Boolean(handed) },
    { title: t`Listening only`, has: isReadOnly },
  ]
  return (connectors: readonly ConnectorView[]) => {
    const sorted = connectors.toSorted((a, b) => nameIn(a, say).localeCompare(nameIn(b, say)))
    return kinds
      .map(({ title, has }) => ({ title, those: sorted.filter(has) }))
      .filter(({ those }) => those.length > 0)
  }
}

const needsApp = ({ connect }: ConnectorView) =>
  connect.app?.fields.some(({ required }) => required) ?? false
const isReadOnly = ({ connect, handed }: ConnectorView) => connect.method === 'none' && !handed
const isQuick = (one: ConnectorView) => !needsApp(one) && !one.handed && !isReadOnly(one)

/** A brand is called the same everywhere; words of a language are not. */
export const nameIn = (
  { name, called }: Pick<ConnectorView, 'name' | 'called'>,
  say: ReturnType<typeof useText>,
): string => (called ? say(called) : name)

function useAbilities(): (connector: ConnectorView) => string {
  const { t } = useLingui()
  return ({ capabilities, handed }) =>
    [
      capabilities.publish && !handed && t`Publishing`,
      handed && t`Publishing by a person`,
      capabilities.inbox && t`Conversations`,
      capabilities.metrics && t`Figures`,
      capabilities.listen && t`Listening`,
    ]
      .filter(Boolean)
      .join(' · ')
}
