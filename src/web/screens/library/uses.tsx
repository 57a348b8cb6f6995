import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MediaItem, MediaUses } from '#domain/publishing/api.ts'
import { api } from '#web/api/index.ts'

/** How many posts show it, and, unfolded, which. */
export function Uses({ media }: { media: MediaItem }) {
  const [isOpen, open] = useState(false)
  const { data } = useQuery({
    queryKey: ['media', 'uses', media.id, media.uses],
    queryFn: ({ signal }) => api.get<MediaUses>(`/media/${media.id}/uses`, { signal }),
    enabled: isOpen,
  })
  if (media.uses === 0) {
    return (
      <p className="text-xs text-ink-3">
        <Trans>No post shows it</Trans>
      </p>
    )
  }
  return (
    <details className="text-xs text-ink-2" onToggle={(event) => open(event.currentTarget.open)}>
      <summary className="cursor-pointer">
        <Plural value={media.uses} one="# post shows it" other="# posts show it" />
      </summary>
      <ul className="mt-1 space-y-1 border-l-2 border-rule pl-2">
        {(data?.posts ?? []).map(({ id, excerpt }) => (
          <li key={id} className="truncate">
            <Link
              to="."
              search={(before: Record<string, unknown>) => ({ ...before, compose: id })}
              className="underline decoration-rule-strong underline-offset-2 hover:decoration-ink"
            >
              {excerpt || <Trans>No text</Trans>}
            </Link>
          </li>
        ))}
        {data && data.count > data.posts.length && (
          <li className="text-ink-3">
            <Plural value={data.count - data.posts.length} one="and # other" other="and # others" />
          </li>
        )}
      </ul>
    </details>
  )
}
