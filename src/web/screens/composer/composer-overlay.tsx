import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import type { OverlayProps } from '#web/shell/index.ts'
import { Dialog, ProblemMessage, Skeleton } from '#web/ui/index.ts'
import { postQuery } from '../calendar/queries.ts'
import { Composer } from './composer.tsx'
import { useChannelList } from './queries.ts'

type Search = Record<string, unknown>

/** A post being written or read, above whatever screen asked for it: `?compose=new` or `?compose=<id>`. */
export default function ComposerOverlay({ value, close }: OverlayProps) {
  const { t } = useLingui()
  const search: Search = useSearch({ strict: false })
  const [date] = useState(() => String(search['date'] ?? ''))
  const { isNew, onBorn } = useBirth(value)
  const channels = useChannelList()
  const post = useQuery({ ...postQuery(value), enabled: value !== 'new', refetchOnMount: 'always' })
  const leave = useRef<() => void>(close)
  const register = useCallback((run: () => void) => {
    leave.current = run
  }, [])
  const problem = channels.error ?? (isNew ? null : post.error)
  const isReady = channels.data && (isNew || (post.data && post.isFetchedAfterMount))
  return (
    <Dialog
      open
      onClose={() => leave.current()}
      size="full"
      hideTitle
      title={value === 'new' ? t`New post` : t`Post`}
    >
      {isReady && channels.data ? (
        <Composer
          key={isNew ? 'new' : value}
          post={value === 'new' ? null : (post.data ?? null)}
          postId={isNew ? null : value}
          {...{ date, close, onBorn }}
          onLeave={register}
          channels={channels.data}
        />
      ) : (
        <div className="p-6 md:h-[80vh]">
          {problem ? (
            <ProblemMessage
              problem={problem}
              retry={() => void (channels.error ? channels : post).refetch()}
            />
          ) : (
            <Skeleton rows={6} height={48} />
          )}
        </div>
      )}
    </Dialog>
  )
}

/** A new post gets its own address when the desk first keeps it; what is on the screen stays. */
function useBirth(value: string) {
  const [born, setBorn] = useState('')
  const navigate = useNavigate()
  const onBorn = useCallback(
    (id: string) => {
      setBorn(id)
      void navigate({
        to: '.',
        replace: true,
        // Closed meanwhile: what was kept does not open it again.
        search: (before: Search) =>
          before['compose'] === 'new' ? { ...before, compose: id } : before,
      })
    },
    [navigate],
  )
  return { isNew: value === 'new' || value === born, onBorn }
}
