import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Flag } from 'lucide-react'
import type { CampaignSummary, Stage } from '#domain/publishing/campaigns/api.ts'
import { useUrlState } from '#web/shell/index.ts'
import { Button, Page, QueryView, Skeleton } from '#web/ui/index.ts'
import { CampaignRow } from './campaign-row.tsx'
import { CampaignSheet } from './campaign-sheet.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { useCampaigns } from './queries.ts'
import { Shelves } from './shelves.tsx'
import { useMayWrite } from './use-may-write.ts'

/** What belongs together: the campaigns that run, those that come, those that are over. */
export default function CampaignsScreen() {
  const { t } = useLingui()
  const campaigns = useCampaigns()
  const mayWrite = useMayWrite()
  const [opening, setOpening] = useUrlState('new', '')
  const all = campaigns.data ?? []
  const running = all.filter(({ stage }) => stage === 'running').length
  const open = mayWrite && (
    <Button kind="solid" icon={Flag} onClick={() => setOpening('1')}>
      <Trans>Open a campaign</Trans>
    </Button>
  )
  return (
    <Page
      title={t`Campaigns`}
      folio={
        all.length > 0 && (
          <Plural value={running} _0="none running" one="# running now" other="# running now" />
        )
      }
      actions={all.length > 0 && open}
    >
      <Shelves />
      <QueryView query={campaigns} skeleton={<Skeleton rows={4} height={72} />}>
        {(list) => (list.length === 0 ? <NothingYet action={open} /> : <Sections all={list} />)}
      </QueryView>
      {mayWrite && opening !== '' && <CampaignSheet close={() => setOpening('')} />}
    </Page>
  )
}

function Sections({ all }: { all: readonly CampaignSummary[] }) {
  const { t } = useLingui()
  const sections: [Stage, string][] = [
    ['running', t`Running now`],
    ['planned', t`To come`],
    ['ended', t`Past`],
  ]
  const archived = all.filter(({ stage }) => stage === 'archived')
  return (
    <>
      {sections.map(([stage, title]) => (
        <Section key={stage} title={title} campaigns={all.filter((one) => one.stage === stage)} />
      ))}
      {archived.length > 0 && (
        <details className="mt-8">
          <summary className="min-h-8 text-ink-2 hover:text-ink">
            <Plural
              value={archived.length}
              one="# archived campaign"
              other="# archived campaigns"
            />
          </summary>
          <ul className="border-t border-rule">
            {archived.map((campaign) => (
              <CampaignRow key={campaign.id} campaign={campaign} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Section({ title, campaigns }: { title: string; campaigns: readonly CampaignSummary[] }) {
  if (campaigns.length === 0) return null
  return (
    <section className="mt-8 first-of-type:mt-0">
      <h2 className="title-serif mb-2 text-xl">{title}</h2>
      <ul className="border-t border-ink">
        {campaigns.map((campaign) => (
          <CampaignRow key={campaign.id} campaign={campaign} />
        ))}
      </ul>
    </section>
  )
}
