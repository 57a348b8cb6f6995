import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { RuleView } from '#domain/publishing/approvals/api.ts'
import { Checkbox, Choice } from '#web/ui/index.ts'
import { useCovered } from './use-covered.ts'

export type Scope = RuleView['scope']

export const isEverything = ({ channelIds, connectorIds, campaignIds }: Scope): boolean =>
  channelIds.length + connectorIds.length + campaignIds.length === 0

interface WhichPostsProps {
  scope: Scope
  onScope: (scope: Scope) => void
  /** Only some posts, though which are not chosen yet. */
  some: boolean
  onSome: (some: boolean) => void
  /** Nothing is ticked, and something must be. */
  isWanting: boolean
}

/** Which posts a rule is about: all, or those of accounts, networks and campaigns. */
export function WhichPosts({ scope, onScope, some, onSome, isWanting }: WhichPostsProps) {
  const { t } = useLingui()
  const { accounts, networks, campaigns } = useCovered(scope)
  return (
    <div>
      <Choice
        legend={t`Which posts`}
        value={some ? 'some' : 'all'}
        onValue={(which) => onSome(which === 'some')}
        options={[
          { value: 'all', label: t`All posts` },
          {
            value: 'some',
            label: t`Some posts`,
            hint: t`Posts published through one of the accounts or networks ticked, or that belong to one of the campaigns.`,
          },
        ]}
      />
      {some && (
        <div
          className="mt-3 space-y-3 pl-6"
          aria-describedby={isWanting ? 'which-posts-error' : undefined}
          role="group"
          aria-label={t`Some posts`}
        >
          <Boxes
            legend={<Trans>Accounts</Trans>}
            offered={accounts}
            chosen={scope.channelIds}
            choose={(channelIds) => onScope({ ...scope, channelIds })}
          />
          <Boxes
            legend={<Trans>Networks, with all their accounts</Trans>}
            offered={networks}
            chosen={scope.connectorIds}
            choose={(connectorIds) => onScope({ ...scope, connectorIds })}
          />
          <Boxes
            legend={<Trans>Campaigns</Trans>}
            offered={campaigns}
            chosen={scope.campaignIds}
            choose={(campaignIds) => onScope({ ...scope, campaignIds })}
          />
          {isWanting && (
            <p id="which-posts-error" role="alert" className="text-xs font-medium text-bad">
              <Trans>Tick at least one account, network or campaign.</Trans>
            </p>
          )}
        </div>
      )}
    </div>
  )
}

interface BoxesProps {
  legend: ReactNode
  offered: readonly { id: string; name: string }[]
  chosen: readonly string[]
  choose: (ids: string[]) => void
}

function Boxes({ legend, offered, chosen, choose }: BoxesProps) {
  if (offered.length === 0) return null
  return (
    <fieldset>
      <legend className="mb-1 text-sm text-ink-2">{legend}</legend>
      <div className="space-y-1">
        {offered.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChecked={(on) => choose(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
    </fieldset>
  )
}
