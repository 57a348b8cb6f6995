import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Overview } from '#domain/listening/overview/api.ts'
import { DataTable, useFormat } from '#web/ui/index.ts'
import type { MentionsSearch } from './mentions-of.ts'

interface TopAuthorsProps {
  authors: Overview['authors']
  all: MentionsSearch
}

/** Who speaks of it most, and to how many where the network tells. */
export function TopAuthors({ authors, all }: TopAuthorsProps) {
  const { t } = useLingui()
  const f = useFormat()
  return (
    <section aria-labelledby="authors-title">
      <h2 id="authors-title" className="title-serif mb-2 text-xl">
        <Trans>Top authors</Trans>
      </h2>
      <DataTable
        caption={t`Authors by mentions`}
        hideCaption
        rows={authors}
        rowKey={({ network, handle, name }) => `${network} ${handle} ${name}`}
        initialSort={{ key: 'mentions', dir: 'desc' }}
        empty={<Trans>No author is known in this period.</Trans>}
        columns={[
          {
            key: 'name',
            label: t`Author`,
            cell: ({ name, url }) =>
              url ? (
                <a href={url} target="_blank" rel="noreferrer" className="underline">
                  {name}
                </a>
              ) : (
                name
              ),
          },
          { key: 'network', label: t`Network`, hideOnPhone: true, cell: ({ network }) => network },
          {
            key: 'mentions',
            label: t`Mentions`,
            align: 'end',
            sort: ({ mentions }) => mentions,
            cell: ({ key, name, mentions }) =>
              key === null ? (
                f.number(mentions)
              ) : (
                <Link
                  to="/listening"
                  search={{ ...all, author: key }}
                  aria-label={t`Mentions by ${name}: ${f.number(mentions)}`}
                  className="text-accent underline"
                >
                  {f.number(mentions)}
                </Link>
              ),
          },
          {
            key: 'followers',
            label: t`Followers`,
            align: 'end',
            sort: ({ followers }) => followers,
            cell: ({ followers }) =>
              followers === null ? (
                <span className="text-ink-3">{t`unknown`}</span>
              ) : (
                f.compact(followers)
              ),
          },
        ]}
      />
    </section>
  )
}
