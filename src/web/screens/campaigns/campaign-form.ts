import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { UtmPreset } from '#domain/links/api.ts'
import type { CampaignView, Shape } from '#domain/publishing/campaigns/api.ts'
import { api } from '#web/api/index.ts'
import { useForm, useToast } from '#web/ui/index.ts'
import { useChangeCampaign } from './queries.ts'

const TAGS = ['source', 'medium', 'campaign', 'content'] as const

/** The fields of a campaign being opened or changed, and how it is sent. */
export function useCampaignForm(
  campaign: CampaignView | undefined,
  done: (campaign: CampaignView) => void,
) {
  const { t } = useLingui()
  const toast = useToast()
  const [channelIds, chooseChannels] = useState(campaign?.channelIds ?? [])
  const [shape, chooseShape] = useState<Shape | undefined>(campaign?.shape)
  const save = useChangeCampaign((body: object) =>
    campaign
      ? api.patch<CampaignView>(`/campaigns/${campaign.id}`, body)
      : api.post<CampaignView>('/campaigns', body),
  )
  const form = useForm({
    initial: initialOf(campaign),
    check: ({ name, letter, budget, startsOn, endsOn }) => ({
      ...(name.trim() ? {} : { name: t`Give the campaign a name.` }),
      ...(letter === '' || /^[\p{L}\p{N}]$/u.test(letter)
        ? {}
        : { letter: t`One letter or one digit.` }),
      ...(budget.trim() === '' || sumOf(budget) !== null
        ? {}
        : { budget: t`Enter an amount, such as 400 or 399.90.` }),
      ...(startsOn && endsOn && endsOn < startsOn
        ? { endsOn: t`The last day comes before the first.` }
        : {}),
    }),
    send: async ({ letter, budget, startsOn, endsOn, ...values }) => {
      const { source: _s, medium: _m, campaign: _c, content: _o, ...words } = values
      const kept = await save.mutateAsync({
        ...words,
        ...(letter ? { letter } : {}),
        ...(shape ? { shape } : {}),
        startsOn: startsOn || null,
        endsOn: endsOn || null,
        budget: sumOf(budget),
        channelIds,
        utm: presetOf(values),
      })
      toast({ text: campaign ? t`Campaign changed.` : t`Campaign opened.` })
      done(kept)
    },
  })
  return { form, channelIds, chooseChannels, shape, chooseShape }
}

export type CampaignForm = ReturnType<typeof useCampaignForm>

/** Templates as they are sent: what is empty is as one level up. */
export function presetOf(values: Partial<Record<(typeof TAGS)[number], string>>): UtmPreset {
  return Object.fromEntries(
    TAGS.flatMap((name) => {
      const text = values[name]?.trim()
      return text ? [[name, text]] : []
    }),
  )
}

/** A sum as people write it, `1 299,90` or `1299.9`; null for anything else. */
export function sumOf(text: string): number | null {
  const plain = text.replace(/[\s  €$£]/g, '').replace(',', '.')
  return /^-?\d+(\.\d{1,2})?$/.test(plain) ? Number(plain) : null
}

function initialOf(campaign: CampaignView | undefined) {
  return {
    name: campaign?.name ?? '',
    objective: campaign?.objective ?? '',
    audience: campaign?.audience ?? '',
    message: campaign?.message ?? '',
    tone: campaign?.tone ?? '',
    startsOn: campaign?.startsOn ?? '',
    endsOn: campaign?.endsOn ?? '',
    budget: campaign?.budget?.toString() ?? '',
    currency: campaign?.currency ?? 'EUR',
    letter: campaign?.letter ?? '',
    source: campaign?.utm.source ?? '',
    medium: campaign?.utm.medium ?? '',
    campaign: campaign?.utm.campaign ?? '',
    content: campaign?.utm.content ?? '',
  }
}
