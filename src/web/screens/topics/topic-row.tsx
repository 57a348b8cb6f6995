import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { BellPlus } from 'lucide-react'
import type { TopicView } from '#domain/listening/topics/api.ts'
import { useMay } from '#web/api/index.ts'
import { Sparkline } from '#web/charts/index.ts'
import { LinkButton, OuterLink, RelativeTime, useFormat } from '#web/ui/index.ts'

interface TopicRowProps {
  topic: TopicView
  mayFollow: boolean
  /** Which mentions it is of; null where it is of posts that are not kept. */
  among: Record<string, string> | null
}

/** One topic: its words, how much against the usual, since when, how fast, and two posts. */
export function TopicRow({ topic, mayFollow, among }: TopicRowProps) {
  const { t } = useLingui()
  const f = useFormat()
  const may = useMay('listening:write')
  const { words, posts, voices, sources, usual, periods, since, examples, expression } = topic
  const [lead = '', ...others] = words
  const usually = f.number(usual < 10 ? Math.round(usual * 10) / 10 : Math.round(usual))
  const counts = periods.map((count) => f.number(count)).join(', ')
  return (
    <li className="border-b border-rule py-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2 md:flex-nowrap">
        <div className="min-w-0 flex-1 max-md:basis-full">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold break-words">{lead}</span>
            {others.length > 0 && (
              <span className="text-ink-2 break-words">{others.join(' · ')}</span>
            )}
          </p>
          <p className="mt-0.5 text-xs text-ink-2">
            <Plural value={voices} one="# voice" other="# voices" />
            {', '}
            <Plural value={sources} one="# source" other="# sources" />
            {' · '}
            {topic.neverBefore ? (
              <Trans>
                never seen before, first post <RelativeTime at={since} />
              </Trans>
            ) : (
              <Trans>
                first post of the period <RelativeTime at={since} />
              </Trans>
            )}
            {' · '}
            <Trans>
              {f.number(topic.lastDay)} in the last day, {f.number(topic.dayBefore)} in the one
              before
            </Trans>
          </p>
        </div>
        <div className="flex shrink-0 items-center gap-4">
          <Sparkline
            values={periods}
            label={t`Posts with “${lead}” by period, the current one last: ${counts}`}
          />
          <p className="min-w-28 text-right whitespace-nowrap">
            <span className="title-serif block text-xl">{f.number(posts)}</span>
            <span className="block text-xs text-ink-2">
              <Trans>posts, usually {usually}</Trans>
            </span>
          </p>
        </div>
      </div>
      <ul className="mt-1.5 space-y-1.5">
        {examples.map(({ excerpt, url, author, source, at }) => (
          <li key={url} className="max-w-prose text-sm">
            <blockquote className="line-clamp-2 break-words">{excerpt}</blockquote>
            <p className="text-xs text-ink-2">
              {author ? `${author} · ${source}` : source} · <RelativeTime at={at} />
              {url !== '' && ' · '}
              <OuterLink url={url} className="text-accent underline">
                <Trans>Open the original</Trans>
              </OuterLink>
            </p>
          </li>
        ))}
      </ul>
      {among && topic.kind !== 'link' && (
        <LinkButton
          size="sm"
          to="/listening"
          search={{ ...among, said: `"${lead}"` }}
          className="mt-2"
        >
          <Trans>See the mentions</Trans>
          <span className="sr-only">: {lead}</span>
        </LinkButton>
      )}
      {mayFollow && may && (
        <LinkButton
          size="sm"
          icon={BellPlus}
          to="/listening"
          search={{ edit: 'new', words: expression }}
          className="mt-2"
        >
          <Trans>Follow this</Trans>
          <span className="sr-only">: {lead}</span>
        </LinkButton>
      )}
    </li>
  )
}
