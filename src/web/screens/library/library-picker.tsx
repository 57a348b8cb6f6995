import { Trans, useLingui } from '@lingui/react/macro'
import { Check, Play } from 'lucide-react'
import { useState } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import { Button, cx, Dialog, QueryView } from '#web/ui/index.ts'
import { LibraryFilters } from './library-filters.tsx'
import { type Asked, useMedia } from './queries.ts'

interface LibraryPickerProps {
  chosen: readonly string[]
  onPick: (media: MediaView) => void
  onUnpick: (id: string) => void
  close: () => void
}

/** Pictures sent before, to be used again. */
export default function LibraryPicker({ chosen, onPick, onUnpick, close }: LibraryPickerProps) {
  const { t } = useLingui()
  const [asked, ask] = useState<Asked>({ search: '', show: 'all' })
  const query = useMedia(asked)
  const isFiltered = asked.search !== '' || asked.show !== 'all'
  return (
    <Dialog
      open
      onClose={close}
      size="lg"
      title={t`Library`}
      footer={
        <Button kind="solid" onClick={close}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <div className="mb-3 flex flex-wrap gap-2">
        <LibraryFilters
          asked={asked}
          onSearch={(search) => ask({ ...asked, search })}
          onShow={(show) => ask({ ...asked, show })}
        />
      </div>
      <QueryView query={query}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items)
          if (all.length === 0) {
            return (
              <p className="py-6 text-ink-2">
                {isFiltered ? (
                  <Trans>Nothing in the library matches.</Trans>
                ) : (
                  <Trans>The pictures you upload will be here, ready to reuse.</Trans>
                )}
              </p>
            )
          }
          return (
            <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4 md:grid-cols-6">
              {all.map((media) => (
                <li key={media.id}>
                  <Pickable
                    media={media}
                    isChosen={chosen.includes(media.id)}
                    onToggle={() =>
                      chosen.includes(media.id) ? onUnpick(media.id) : onPick(media)
                    }
                  />
                </li>
              ))}
            </ul>
          )
        }}
      </QueryView>
      {query.hasNextPage && (
        <Button
          className="mt-4"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          <Trans>Older pictures</Trans>
        </Button>
      )}
    </Dialog>
  )
}

function Pickable({
  media,
  isChosen,
  onToggle,
}: {
  media: MediaView
  isChosen: boolean
  onToggle: () => void
}) {
  const { alt, fileName, thumbnailUrl } = media
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={alt || fileName}
      onClick={onToggle}
      className={cx(
        'relative block aspect-square w-full overflow-hidden rounded-md border bg-sunken',
        isChosen ? 'border-accent outline-2 outline-accent' : 'border-rule',
      )}
    >
      <img src={thumbnailUrl} alt="" loading="lazy" className="size-full object-cover" />
      {media.video && (
        <Play
          size={16}
          strokeWidth={1.5}
          aria-hidden
          className="absolute bottom-1 left-1 rounded-sm bg-sheet/90 p-0.5 text-ink"
        />
      )}
      {isChosen && (
        <span className="absolute top-1 right-1 grid size-5 place-items-center rounded-full bg-accent text-on-accent">
          <Check size={14} strokeWidth={2} aria-hidden />
        </span>
      )}
    </button>
  )
}
