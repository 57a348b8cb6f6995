import { useLingui } from '@lingui/react/macro'
import type { PostSummary } from '#domain/publishing/api.ts'
import { Button, DateTime, Mark } from '#web/ui/index.ts'
import { markOf } from '../calendar/post-mark.ts'

/** The version that a post is in; '': in none. */
export type Arm = '' | 'a' | 'b'

interface PickerRowProps {
  post: PostSummary
  arm: Arm
  onArm: (arm: Arm) => void
}

/** A post to put into a version. */
export function PickerRow({ post, arm, onArm }: PickerRowProps) {
  const { t } = useLingui()
  const excerpt = post.excerpt.trim() || '…'
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-2 md:flex-nowrap">
      <div className="min-w-0 flex-1 max-md:basis-full">
        <p className="line-clamp-2">{excerpt}</p>
        <p className="flex items-center gap-2 text-xs text-ink-3">
          <Mark status={markOf(post.status)} label />
          {post.scheduledAt && <DateTime at={post.scheduledAt} style="both" />}
        </p>
      </div>
      <div role="group" aria-label={t`Version of “${excerpt}”`} className="flex gap-2">
        {(['a', 'b'] as const).map((name) => (
          <Button
            key={name}
            kind={arm === name ? 'solid' : 'line'}
            aria-pressed={arm === name}
            className="w-11 justify-center"
            onClick={() => onArm(arm === name ? '' : name)}
          >
            {name.toUpperCase()}
          </Button>
        ))}
      </div>
    </li>
  )
}
