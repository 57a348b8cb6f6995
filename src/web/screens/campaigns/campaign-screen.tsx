import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { Archive, ArchiveRestore, CalendarDays, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { CampaignView } from '#domain/publishing/campaigns/api.ts'
import { api } from '#web/api/index.ts'
import {
  Button,
  LinkButton,
  Page,
  QueryView,
  Skeleton,
  useToast,
  WithMargin,
} from '#web/ui/index.ts'
import { Brief } from './brief.tsx'
import { CampaignMargin } from './campaign-margin.tsx'
import { CampaignPosts } from './campaign-posts.tsx'
import { CampaignSheet } from './campaign-sheet.tsx'
import { CampaignStamp } from './campaign-stamp.tsx'
import { Results } from './results.tsx'
import { StageWord, useSpan } from './stage-word.tsx'
import { useCampaign, useChangeCampaign } from './queries.ts'
import { useMayWrite } from './use-may-write.ts'

/** One campaign: what it is for, its posts, what they brought, what it cost. */
export default function CampaignScreen() {
  const { t } = useLingui()
  const { campaignId = '' } = useParams({ strict: false })
  const campaign = useCampaign(campaignId)
  const span = useSpan()
  const back = { to: '/library/campaigns', label: t`Campaigns` }
  return (
    <Page
      title={campaign.data?.name ?? t`Campaign`}
      back={back}
      folio={
        campaign.data && (
          <span className="inline-flex items-center gap-2">
            <CampaignStamp campaign={campaign.data} size="md" silent />
            <StageWord stage={campaign.data.stage} /> · {span(campaign.data)}
          </span>
        )
      }
      actions={campaign.data && <Actions campaign={campaign.data} />}
    >
      <QueryView query={campaign} skeleton={<Skeleton rows={6} height={64} />}>
        {(one) => (
          <WithMargin margin={<CampaignMargin campaign={one} />}>
            <Brief campaign={one} />
            <Results id={one.id} />
            <CampaignPosts campaign={one} />
          </WithMargin>
        )}
      </QueryView>
    </Page>
  )
}

function Actions({ campaign }: { campaign: CampaignView }) {
  const { t } = useLingui()
  const [editing, edit] = useState(false)
  const archive = useArchive(campaign)
  const mayWrite = useMayWrite()
  const isArchived = campaign.stage === 'archived'
  return (
    <>
      <LinkButton
        to="/calendar"
        search={{ campaign: campaign.id }}
        kind="quiet"
        icon={CalendarDays}
      >
        <Trans>On the calendar</Trans>
      </LinkButton>
      {mayWrite && (
        <>
          <Button
            kind="quiet"
            icon={isArchived ? ArchiveRestore : Archive}
            onClick={() => void archive(!isArchived)}
          >
            {isArchived ? t`Bring it back` : t`Archive`}
          </Button>
          <Button icon={Pencil} onClick={() => edit(true)}>
            <Trans>Change</Trans>
          </Button>
        </>
      )}
      {editing && <CampaignSheet campaign={campaign} close={() => edit(false)} />}
    </>
  )
}

/** Putting away is undone by one press. */
function useArchive({ id, name }: CampaignView) {
  const { t } = useLingui()
  const toast = useToast()
  const send = useChangeCampaign((verb: 'archive' | 'restore') =>
    api.post<CampaignView>(`/campaigns/${id}/${verb}`),
  )
  return async (archived: boolean) => {
    try {
      await send.mutateAsync(archived ? 'archive' : 'restore')
      toast({
        text: archived ? t`“${name}” is archived; its posts stay.` : t`“${name}” is back.`,
        undo: () => send.mutate(archived ? 'restore' : 'archive'),
      })
    } catch {
      toast({ text: t`Vigie did not respond: nothing was changed.`, kind: 'bad' })
    }
  }
}
