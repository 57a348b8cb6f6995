import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Label, PostView } from '#domain/publishing/api.ts'
import type { CampaignSummary } from '#domain/publishing/campaigns/api.ts'
import { api } from '#web/api/index.ts'
import { useText } from '#web/shell/index.ts'
import { SelectField, useToast } from '#web/ui/index.ts'
import { CampaignStamp } from './campaign-stamp.tsx'
import { LabelPicker, type SuggestedLabels } from './label-picker.tsx'
import { ABOUT_WORDS, LABEL_WORDS } from './labels.ts'
import { useCampaigns } from './queries.ts'
import { useMayWrite } from './use-may-write.ts'

type About = 'us' | 'customer' | null

interface Filed {
  campaignId: string | null
  labels: Label[]
  about: About
}

interface FilingFormProps {
  filed: Filed
  onFiled: (changes: Partial<Filed>) => void
  suggested?: SuggestedLabels
  /** null while it is written for the first time: then of the campaign that is looked at, if any. */
  postId: string | null
  /** Its words are only read; where it is filed may still change, and is told to the desk at once. */
  hasLeft: boolean
}

/** Where a post is filed: its campaign, and what it is to its reader. */
export default function FilingForm(props: FilingFormProps) {
  const { filed, suggested, postId, hasLeft } = props
  const fileLater = useFileLater(postId)
  const onFiled = hasLeft ? fileLater : props.onFiled
  const disabled = !useMayWrite()
  const { t } = useLingui()
  const say = useText()
  const { campaignId, labels, about } = filed
  const { data, isFetching } = useCampaigns()
  const campaigns = data ?? []
  // Saved meanwhile, it is still the new post of the campaign one came from.
  const [isNew] = useState(postId === null)
  const chosen = campaigns.find(({ id }) => id === campaignId)
  const offered = campaigns.filter(
    ({ id, stage }) => id === campaignId || stage === 'running' || stage === 'planned',
  )
  useCampaignLookedAt({ known: data, isFetching }, isNew && campaignId === null, (id) =>
    onFiled({ campaignId: id }),
  )
  const words = [
    chosen?.name,
    ...labels.map((name) => say(LABEL_WORDS[name].word)),
    about && say(ABOUT_WORDS[about]),
  ].filter(Boolean)
  return (
    <details className="group/filing border-t border-rule">
      <summary className="flex min-h-9 w-full list-none items-center gap-2 text-sm text-ink-2 hover:text-ink">
        <ChevronRight
          size={16}
          strokeWidth={1.5}
          aria-hidden
          className="shrink-0 transition-transform group-open/filing:rotate-90"
        />
        <Trans>Campaign and labels</Trans>
        {chosen && <CampaignStamp campaign={chosen} silent />}
        <span className="truncate text-ink-3">{words.join(', ')}</span>
      </summary>
      <div className="space-y-4 pt-1 pb-4">
        <SelectField
          label={t`Campaign it belongs to`}
          value={campaignId ?? ''}
          onValue={(id) => onFiled({ campaignId: id || null })}
          disabled={disabled}
          options={[
            { value: '', label: t({ message: 'None', context: 'campaign' }) },
            ...offered.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <LabelPicker
          labels={labels}
          about={about}
          onLabels={(next) => onFiled({ labels: next })}
          onAbout={(next) => onFiled({ about: next })}
          suggested={suggested}
          disabled={disabled}
        />
      </div>
    </details>
  )
}

/** Files what has left; the desk's answer takes the place of what was read. */
function useFileLater(postId: string | null): (changes: Partial<Filed>) => void {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  return (changes) =>
    void api
      .patch<PostView>(`/posts/${postId}/filing`, changes)
      .then((post) => {
        client.setQueryData(['posts', 'one', post.id], post)
        return client.invalidateQueries({ queryKey: ['campaigns'] })
      })
      .catch(() => toast({ text: t`Vigie did not respond: nothing was changed.`, kind: 'bad' }))
}

/** `?campaign=<id>`: on the calendar that shows one campaign, and from its own page, a new post belongs to it. */
function useCampaignLookedAt(
  { known, isFetching }: { known: readonly CampaignSummary[] | undefined; isFetching: boolean },
  isFree: boolean,
  file: (campaignId: string) => void,
) {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const asked = useRef(String(search['campaign'] ?? ''))
  useEffect(() => {
    // An address may name anything: only a campaign of this company is taken.
    if (!known || asked.current === '') return
    const found = known.find(({ id, stage }) => id === asked.current && stage !== 'archived')
    // One opened a moment ago is not in the list that was kept.
    if (!found && isFetching) return
    if (found && isFree) file(found.id)
    // Once: whoever then chooses none means none.
    asked.current = ''
  })
}
