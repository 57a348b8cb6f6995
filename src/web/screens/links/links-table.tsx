import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { LinkView } from '#domain/links/api.ts'
import { useChannels } from '#web/api/index.ts'
import { DataTable, DateTime, useFormat } from '#web/ui/index.ts'
import { LeftWith } from './left-with.tsx'
import { plainAddress } from './plain-address.ts'
import { usePostsOf } from './queries.ts'
import { useVerdictWords, type Verdict } from './verdict-words.ts'

/** Every link with its requests by verdict; the phone keeps people, and the rest in one line. */
export function LinksTable({ links }: { links: readonly LinkView[] }) {
  const { t } = useLingui()
  const f = useFormat()
  const words = useVerdictWords()
  const channels = useChannels().data ?? []
  const posts = usePostsOf(links)
  const count = (verdict: Verdict) => ({
    key: verdict,
    label: words[verdict].name,
    align: 'end' as const,
    width: '84px',
    hideOnPhone: verdict !== 'human',
    cell: ({ clicks }: LinkView) => (
      <span className={verdict === 'human' ? 'font-medium' : 'text-ink-2'}>
        {f.number(clicks[verdict])}
      </span>
    ),
  })
  return (
    <DataTable
      caption={t`Short links, latest first`}
      hideCaption
      rows={links}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'target',
          label: t`Leads to`,
          cell: (link) => (
            <div className="grid min-w-0">
              <Link
                to="/links/$linkId"
                params={{ linkId: link.id }}
                className="line-clamp-2 min-h-6 font-medium wrap-anywhere hover:underline"
                title={link.target}
              >
                {plainAddress(link.target)}
              </Link>
              <div className="text-xs text-ink-2 md:hidden">
                <LeftWith link={link} channels={channels} posts={posts} />
              </div>
              <p className="text-xs wrap-anywhere text-ink-3">
                <DateTime at={link.createdAt} style="day" />
                {link.campaign && ` · ${link.campaign}`}
              </p>
              <SetApart link={link} />
            </div>
          ),
        },
        {
          key: 'with',
          label: t`Went out with`,
          width: '34%',
          hideOnPhone: true,
          cell: (link) => (
            <div className="grid text-ink-2">
              <LeftWith link={link} channels={channels} posts={posts} />
            </div>
          ),
        },
        count('human'),
        count('repeat'),
        count('preview'),
        count('bot'),
      ]}
    />
  )
}

function SetApart({ link: { clicks } }: { link: LinkView }) {
  const f = useFormat()
  const [again, previews, robots] = [clicks.repeat, clicks.preview, clicks.bot].map(f.number)
  if (clicks.repeat + clicks.preview + clicks.bot === 0) return null
  return (
    <p className="text-xs text-ink-3 md:hidden">
      <Trans>
        Again: {again} · previews: {previews} · robots: {robots}
      </Trans>
    </p>
  )
}
