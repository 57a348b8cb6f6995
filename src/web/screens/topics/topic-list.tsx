import { Trans } from '@lingui/react/macro'
import type { TopicView } from '#domain/listening/topics/api.ts'
import { TopicRow } from './topic-row.tsx'

interface TopicListProps {
  topics: readonly TopicView[]
  label: string
  /** Offers to save a query about each. */
  mayFollow?: boolean
  /** The mentions that they are of, as their list reads it in its address. */
  among?: Record<string, string>
}

export function TopicList({ topics, label, mayFollow = false, among }: TopicListProps) {
  if (topics.length === 0) {
    return (
      <p className="border-t border-ink pt-3 text-ink-2">
        <Trans>Nothing is above its usual level beyond chance.</Trans>
      </p>
    )
  }
  return (
    <ul aria-label={label} className="border-t border-ink">
      {topics.map((topic) => (
        <TopicRow
          key={topic.words.join(' ')}
          topic={topic}
          mayFollow={mayFollow}
          among={among ?? null}
        />
      ))}
    </ul>
  )
}
