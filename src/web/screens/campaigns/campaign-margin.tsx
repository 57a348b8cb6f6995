import { Trans, useLingui } from '@lingui/react/macro'
import type { CampaignView } from '#domain/publishing/campaigns/api.ts'
import { useChannelMap } from '#web/api/index.ts'
import { MarginColumn, Mark, NetworkStamp, useMarkWord } from '#web/ui/index.ts'
import { markOf } from '../calendar/post-mark.ts'
import { Money } from './money.tsx'
import { Note } from './note.tsx'
import { statusesOf } from './post-marks.tsx'

/** Beside the campaign: its money, its posts counted, its accounts, the tags of its links. */
export function CampaignMargin({ campaign }: { campaign: CampaignView }) {
  const { t } = useLingui()
  return (
    <MarginColumn label={t`About the campaign`}>
      <Money campaign={campaign} />
      <Counts campaign={campaign} />
      <Tags campaign={campaign} />
    </MarginColumn>
  )
}

function Counts({ campaign }: { campaign: CampaignView }) {
  const { byId } = useChannelMap()
  const word = useMarkWord()
  const statuses = statusesOf(campaign.posts)
  const counted = new Map(campaign.byAccount.map(({ channelId, posts }) => [channelId, posts]))
  const accounts = [...new Set([...campaign.channelIds, ...counted.keys()])].flatMap(
    (id) => byId.get(id) ?? [],
  )
  return (
    <>
      {statuses.length > 0 && (
        <Note title={<Trans>Its posts</Trans>}>
          <dl>
            {statuses.map(([status, count]) => (
              <div key={status} className="flex min-h-7 items-center gap-2">
                <dt className="flex flex-1 items-center gap-2">
                  <span aria-hidden>
                    <Mark status={markOf(status)} />
                  </span>
                  {word(markOf(status))}
                </dt>
                <dd className="text-ink">{count}</dd>
              </div>
            ))}
          </dl>
        </Note>
      )}
      {accounts.length > 0 && (
        <Note title={<Trans>By account</Trans>}>
          <dl>
            {accounts.map(({ id, handle, stamp, networkName }) => (
              <div key={id} className="flex min-h-7 items-center gap-2">
                <dt className="flex min-w-0 flex-1 items-center gap-2">
                  <NetworkStamp stamp={stamp} name={networkName} />
                  <span className="truncate">{handle}</span>
                </dt>
                <dd className="text-ink">{counted.get(id) ?? 0}</dd>
              </div>
            ))}
          </dl>
        </Note>
      )}
    </>
  )
}

function Tags({ campaign: { utm } }: { campaign: CampaignView }) {
  const own = Object.entries(utm)
  if (own.length === 0) return null
  return (
    <Note title={<Trans>Its link tags</Trans>}>
      <ul>
        {own.map(([name, template]) => (
          <li key={name} className="break-all">
            utm_{name} = {template}
          </li>
        ))}
      </ul>
    </Note>
  )
}
