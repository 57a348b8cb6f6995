import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { EmptyState } from '#web/ui/index.ts'
import { CampaignStamp } from './campaign-stamp.tsx'

/** Before the first campaign: what one is, and the one thing to do. */
export function NothingYet({ action }: { action: ReactNode }) {
  const { t } = useLingui()
  const name = t`Christmas at the workshop`
  return (
    <EmptyState
      title={t`No campaign yet`}
      action={action}
      example={
        <div className="flex items-center gap-4">
          <CampaignStamp campaign={{ name, shape: 'drop', letter: name.slice(0, 1) }} size="lg" />
          <span>
            <span className="title-serif block text-xl">{name}</span>
            <span className="text-ink-2">
              <Trans>Forty tables before the holidays</Trans>
            </span>
          </span>
        </div>
      }
    >
      <Trans>
        A campaign gathers the posts of a launch, a season or a sale, with its brief, its dates and
        its budget; later, what they brought.
      </Trans>
    </EmptyState>
  )
}
