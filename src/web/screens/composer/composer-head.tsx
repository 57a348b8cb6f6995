import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { PostStatus } from '#domain/publishing/api.ts'
import { IconButton, Mark } from '#web/ui/index.ts'
import { markOf } from '../calendar/post-mark.ts'
import type { Kept } from './draft-keeper.ts'
import { SaveState } from './save-state.tsx'

const WhoElse = lazy(() => import('../thread/who-else.tsx'))

interface ComposerHeadProps {
  status: PostStatus
  kept: Kept
  auto: boolean
  close: () => void
}

/** What this is, and where its words are. */
export function ComposerHead({ status, kept, auto, close }: ComposerHeadProps) {
  const { t } = useLingui()
  const isNew = kept.saved.postId === null
  return (
    <div className="sticky top-0 z-10 flex min-h-12 items-center gap-3 bg-sheet px-5 pt-2 md:static md:col-start-1 md:row-start-1 md:px-6">
      <p role="status" className="title-serif shrink-0 text-lg">
        {isNew ? <Trans>New post</Trans> : <Mark status={markOf(status)} label />}
      </p>
      <div className="min-w-0 flex-1 text-xs text-ink-3">
        <SaveState kept={kept} auto={auto} />
        {kept.saved.postId && (
          <Suspense>
            <WhoElse postId={kept.saved.postId} />
          </Suspense>
        )}
      </div>
      <IconButton label={t`Close`} icon={X} shortcut="Escape" onClick={close} className="-mr-2" />
    </div>
  )
}
