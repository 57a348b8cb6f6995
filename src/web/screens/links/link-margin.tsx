import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { LinkDetail } from '#domain/links/api.ts'
import { useChannels } from '#web/api/index.ts'
import { DateTime, MarginColumn, useFormat } from '#web/ui/index.ts'
import { LeftWith } from './left-with.tsx'
import { type PublishedPost, usePostsOf } from './queries.ts'

/** Where the link goes, what it left with, where people came from, and what is not kept. */
export function LinkMargin({ link }: { link: LinkDetail }) {
  const { t } = useLingui()
  const channels = useChannels().data ?? []
  const posts = usePostsOf([link])
  const channel = channels.find(({ id }) => id === link.channelId)
  return (
    <MarginColumn label={t`About this link`}>
      <dl className="space-y-3 border-t border-ink pt-3">
        <Line term={t`Leads to`}>
          <a href={link.target} target="_blank" rel="noreferrer" className="break-all underline">
            {link.target}
          </a>
        </Line>
        <Line term={t`Went out with`}>
          <LeftWith link={link} channels={channels} posts={posts} />
          <OnTheNetwork post={posts?.get(link.deliveryId ?? '')} />
        </Line>
        {channel && (
          <Line term={t`Account`}>
            {channel.handle} · {channel.networkName}
          </Line>
        )}
        {link.campaign && <Line term={t`Campaign`}>{link.campaign}</Line>}
        <Line term={t`Created on`}>
          <DateTime at={link.createdAt} style="both" />
        </Line>
      </dl>
      <Referrers referrers={link.referrers} />
      <section className="border-t border-ink pt-3">
        <h2 className="font-semibold text-ink">
          <Trans>What is not kept</Trans>
        </h2>
        <p className="mt-2">
          <Trans>
            No network address is kept: a visitor is recognised, on this link alone, by a code made
            with a secret that is destroyed every day.
          </Trans>
        </p>
      </section>
    </MarginColumn>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-3">{term}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  )
}

function OnTheNetwork({ post }: { post: PublishedPost | undefined }) {
  if (!post?.url) return null
  return (
    <a
      href={post.url}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-6 items-center underline"
    >
      <Trans>See the post</Trans>
    </a>
  )
}

function Referrers({ referrers }: Pick<LinkDetail, 'referrers'>) {
  const f = useFormat()
  if (referrers.length === 0) return null
  return (
    <section className="border-t border-ink pt-3">
      <h2 className="font-semibold text-ink">
        <Trans>Where people came from</Trans>
      </h2>
      <ul className="mt-2 space-y-1">
        {referrers.map(({ host, count }) => (
          <li key={host ?? ''} className="flex justify-between gap-4">
            <span className="min-w-0 truncate">
              {host ?? <Trans>Not given by their browser</Trans>}
            </span>
            <span className="tabular-nums">{f.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
