import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CampaignView } from '#domain/publishing/campaigns/api.ts'
import {
  Button,
  ProblemMessage,
  SelectField,
  Sheet,
  TextAreaField,
  TextField,
} from '#web/ui/index.ts'
import { AccountBoxes } from './account-boxes.tsx'
import { type CampaignForm, presetOf, useCampaignForm } from './campaign-form.ts'
import { StampField } from './stamp-field.tsx'
import { UtmFields } from './utm-fields.tsx'

interface CampaignSheetProps {
  /** Absent: a new one. */
  campaign?: CampaignView
  close: () => void
}

/** A campaign’s brief and what goes with it, written or rewritten. */
export function CampaignSheet({ campaign, close }: CampaignSheetProps) {
  const { t } = useLingui()
  return (
    <Sheet
      open
      onClose={close}
      width={560}
      title={campaign ? t`Change the campaign` : t`New campaign`}
    >
      <Form campaign={campaign} close={close} />
    </Sheet>
  )
}

function Form({ campaign, close }: { campaign: CampaignView | undefined; close: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const whole = useCampaignForm(campaign, ({ id }) => {
    if (campaign) return close()
    void navigate({ to: '/library/campaigns/$campaignId', params: { campaignId: id }, search: {} })
  })
  const { form } = whole
  return (
    <form {...form.props} className="space-y-5">
      <TextField
        {...form.field('name')}
        label={t`Campaign name`}
        placeholder={t`Christmas at the workshop`}
        maxLength={80}
        autoComplete="off"
        data-autofocus
      />
      <Brief {...whole} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...form.field('startsOn')} label={t`First day`} type="date" optional />
        <TextField {...form.field('endsOn')} label={t`Last day`} type="date" optional />
        <TextField
          {...form.field('budget')}
          label={t`Budget`}
          inputMode="decimal"
          autoComplete="off"
          optional
        />
        <SelectField {...form.field('currency')} label={t`Currency`} options={CURRENCIES} />
      </div>
      <AccountBoxes chosen={whole.channelIds} onChosen={whole.chooseChannels} />
      <Fold title={t`Its stamp on the calendar`}>
        <StampField
          name={form.values.name}
          shape={whole.shape}
          onShape={whole.chooseShape}
          letter={form.field('letter')}
        />
      </Fold>
      <Fold title={t`Its link tags`}>
        <UtmFields
          field={form.field}
          preset={presetOf(form.values)}
          campaignName={form.values.name}
        />
      </Fold>
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
        <Button kind="solid" type="submit" busy={form.busy}>
          {campaign ? <Trans>Save the campaign</Trans> : <Trans>Open the campaign</Trans>}
        </Button>
      </div>
    </form>
  )
}

function Brief({ form }: Pick<CampaignForm, 'form'>) {
  const { t } = useLingui()
  return (
    <>
      <TextAreaField
        {...form.field('objective')}
        label={t`What it is for`}
        placeholder={t`Sell forty tables before the holidays`}
        maxLength={2000}
        autosize
        optional
      />
      <TextAreaField
        {...form.field('audience')}
        label={t`Who it speaks to`}
        maxLength={2000}
        autosize
        optional
      />
      <TextAreaField
        {...form.field('message')}
        label={t`What it says, in one sentence`}
        maxLength={2000}
        autosize
        optional
      />
      <TextField
        {...form.field('tone')}
        label={t`Tone of voice`}
        placeholder={t`Warm, without superlatives`}
        maxLength={500}
        optional
      />
    </>
  )
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group/fold border-t border-rule pt-2">
      <summary className="flex min-h-8 list-none items-center gap-2 font-medium">
        <ChevronRight
          size={16}
          strokeWidth={1.5}
          aria-hidden
          className="transition-transform group-open/fold:rotate-90"
        />
        {title}
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  )
}

const CURRENCIES = ['EUR', 'CHF', 'GBP', 'USD', 'CAD', 'MAD', 'XOF'].map((code) => ({
  value: code,
  label: code,
}))
