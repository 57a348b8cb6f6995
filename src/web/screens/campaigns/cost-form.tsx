import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { CampaignView } from '#domain/publishing/campaigns/api.ts'
import { api } from '#web/api/index.ts'
import { Button, ProblemMessage, TextField, useForm, useFormat } from '#web/ui/index.ts'
import { wallTimeAt } from '../calendar/days.ts'
import { sumOf } from './campaign-form.ts'
import { useChangeCampaign } from './queries.ts'

/** What was spent: the day, on what, how much. */
export function CostForm({ campaign, close }: { campaign: CampaignView; close: () => void }) {
  const { t } = useLingui()
  const { zone } = useFormat()
  const enter = useChangeCampaign((cost: object) =>
    api.post<CampaignView>(`/campaigns/${campaign.id}/costs`, cost),
  )
  const [today] = useState(() => wallTimeAt(new Date(), zone).slice(0, 10))
  const whole = useRef<HTMLDivElement>(null)
  // The button that opened it is gone: the focus goes on to what it asked for.
  useEffect(() => whole.current?.querySelector('input')?.focus(), [])
  const form = useForm({
    initial: { day: today, what: '', amount: '' },
    check: ({ day, what, amount }) => ({
      ...(day ? {} : { day: t`Choose a day.` }),
      ...(what.trim() ? {} : { what: t`Say what it was spent on.` }),
      ...(sumOf(amount) ? {} : { amount: t`Enter an amount, such as 400 or 399.90.` }),
    }),
    send: async ({ day, what, amount }) => {
      await enter.mutateAsync({ day, what, amount: sumOf(amount) })
      close()
    },
  })
  return (
    <div ref={whole}>
      <form {...form.props} className="mt-3 space-y-3">
        <TextField {...form.field('what')} label={t`Spent on`} maxLength={200} autoComplete="off" />
        <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-3">
          <TextField {...form.field('day')} label={t`Day`} type="date" />
          <TextField
            {...form.field('amount')}
            label={campaign.currency}
            inputMode="decimal"
            autoComplete="off"
          />
        </div>
        {form.problem !== null && <ProblemMessage problem={form.problem} />}
        <div className="flex gap-2">
          <Button kind="solid" size="sm" type="submit" busy={form.busy}>
            <Trans>Enter the cost</Trans>
          </Button>
          <Button kind="quiet" size="sm" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </div>
  )
}
