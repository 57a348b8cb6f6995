import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { CampaignView, CostView } from '#domain/publishing/campaigns/api.ts'
import { api } from '#web/api/index.ts'
import { Button, cx, IconButton, useFormat, useToast } from '#web/ui/index.ts'
import { CostForm } from './cost-form.tsx'
import { Note } from './note.tsx'
import { useChangeCampaign } from './queries.ts'
import { useMayWrite } from './use-may-write.ts'

/** The budget against the costs entered so far, and each of them. */
export function Money({ campaign }: { campaign: CampaignView }) {
  const [entering, enter] = useState(false)
  const mayWrite = useMayWrite()
  return (
    <Note title={<Trans>Budget and costs</Trans>}>
      <Balance {...campaign} />
      {campaign.costs.length > 0 && (
        <ul className="mt-3 border-t border-rule">
          {campaign.costs.map((cost) => (
            <Cost key={cost.id} cost={cost} campaign={campaign} />
          ))}
        </ul>
      )}
      {entering ? (
        <CostForm campaign={campaign} close={() => enter(false)} />
      ) : (
        mayWrite && (
          <Button
            kind="quiet"
            size="sm"
            icon={Plus}
            className="mt-1 -ml-2"
            onClick={() => enter(true)}
          >
            <Trans>Enter a cost</Trans>
          </Button>
        )
      )}
    </Note>
  )
}

function Balance({ budget, spent, currency }: Pick<CampaignView, 'budget' | 'spent' | 'currency'>) {
  const { t } = useLingui()
  const f = useFormat()
  const cost = f.money(spent, currency)
  if (budget === null) {
    return (
      <p>
        {spent === 0 ? (
          <Trans>No budget, no cost entered.</Trans>
        ) : (
          <Trans>{cost} of costs entered; no budget set.</Trans>
        )}
      </p>
    )
  }
  const planned = f.money(budget, currency)
  const left = f.money(Math.abs(budget - spent), currency)
  const isOver = spent > budget
  const share = budget === 0 ? (spent > 0 ? 1 : 0) : Math.max(0, Math.min(1, spent / budget))
  return (
    <>
      <p className="title-serif text-2xl text-ink tabular-nums">{cost}</p>
      <p>
        <Trans>of costs entered, of a budget of {planned}</Trans>
      </p>
      <div
        role="img"
        aria-label={t`${f.percent(share)} of the budget`}
        className="mt-2 h-2 border border-rule-strong"
      >
        <div
          className={cx('h-full', isOver ? 'bg-bad' : 'bg-ink')}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <p className={cx('mt-1', isOver && 'font-medium text-bad')}>
        {isOver ? <Trans>{left} over the budget</Trans> : <Trans>{left} left</Trans>}
      </p>
    </>
  )
}

function Cost({ cost, campaign }: { cost: CostView; campaign: CampaignView }) {
  const { t } = useLingui()
  const f = useFormat()
  const strike = useStrike(campaign)
  const mayWrite = useMayWrite()
  return (
    <li className="flex items-start gap-2 border-b border-rule py-1.5">
      <span className="min-w-0 flex-1">
        <span className="block text-ink">{cost.what}</span>
        <span className="text-xs text-ink-3">
          {f.day(cost.day)} · {cost.by}
        </span>
      </span>
      <span className="text-ink tabular-nums">{f.money(cost.amount, campaign.currency)}</span>
      {mayWrite && (
        <IconButton
          size="sm"
          label={t`Strike out ${cost.what}`}
          icon={X}
          onClick={() => void strike(cost)}
          className="-my-0.5 -mr-1.5"
        />
      )}
    </li>
  )
}

/** A cost struck out comes back by one press, as it was entered. */
function useStrike({ id }: CampaignView) {
  const { t } = useLingui()
  const toast = useToast()
  const strike = useChangeCampaign((costId: string) =>
    api.delete<CampaignView>(`/campaigns/${id}/costs/${costId}`),
  )
  const enter = useChangeCampaign((cost: object) =>
    api.post<CampaignView>(`/campaigns/${id}/costs`, cost),
  )
  return async ({ id: costId, day, what, amount }: CostView) => {
    try {
      await strike.mutateAsync(costId)
      toast({ text: t`“${what}” struck out.`, undo: () => enter.mutate({ day, what, amount }) })
    } catch {
      toast({ text: t`Vigie did not respond: nothing was changed.`, kind: 'bad' })
    }
  }
}
