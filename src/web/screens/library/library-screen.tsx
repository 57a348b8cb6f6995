import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ImagePlus } from 'lucide-react'
import { useRef } from 'react'
import type { MediaItem, MediaView } from '#domain/publishing/api.ts'
import { useUrlState } from '#web/shell/index.ts'
import { Button, EmptyState, Page, QueryView } from '#web/ui/index.ts'
import { Shelves } from '../campaigns/shelves.tsx'
import { MediaInput } from './media-input.tsx'
import { UploadSlip } from './upload-slip.tsx'
import { useFileDrop, usePaste } from './use-file-drop.ts'
import { useUploads } from './use-uploads.ts'
import { LibraryFilters } from './library-filters.tsx'
import { LibraryExample } from './library-example.tsx'
import { PictureCard } from './picture-card.tsx'
import { type Asked, useMedia } from './queries.ts'

/** The pictures of the company: described here once, used in any post. */
export default function LibraryScreen() {
  const { t } = useLingui()
  const client = useQueryClient()
  const [shown, show] = useUrlState<Asked['show']>('show', 'all')
  const [search, setSearch] = useUrlState('search', '')
  const isFiltered = shown !== 'all' || search !== ''
  const media = useMedia({ search, show: shown })
  const input = useRef<HTMLInputElement>(null)
  const uploads = useUploads(() => void client.invalidateQueries({ queryKey: ['media'] }))
  const drop = useFileDrop(uploads.add, true)
  usePaste(uploads.add)
  const all = media.data?.pages.flatMap(({ items }) => items) ?? []
  const undescribed = all.filter(isUndescribed).length
  const send = (
    <Button kind="solid" icon={ImagePlus} onClick={() => input.current?.click()}>
      <Trans>Add pictures or a video</Trans>
    </Button>
  )
  return (
    <div {...drop.props} className="relative min-h-full">
      <Page
        title={t`Library`}
        folio={
          all.length > 0 && (
            <>
              <Plural value={all.length} one="# picture" other="# pictures" />
              {media.hasNextPage && '+'}
              {undescribed > 0 && (
                <>
                  {', '}
                  <Plural value={undescribed} one="# not described" other="# not described" />
                </>
              )}
            </>
          )
        }
        actions={
          (all.length > 0 || isFiltered) && (
            <>
              <LibraryFilters asked={{ search, show: shown }} onSearch={setSearch} onShow={show} />
              {send}
            </>
          )
        }
      >
        <Shelves />
        <MediaInput ref={input} onFiles={uploads.add} />
        {uploads.uploads.length > 0 && (
          <ul className="mb-6 grid gap-4 border-y border-rule py-4 md:grid-cols-2 xl:grid-cols-3">
            {uploads.uploads.map((upload) => (
              <UploadSlip
                key={upload.key}
                upload={upload}
                retry={() => uploads.retry(upload.key)}
                remove={() => uploads.forget(upload.key)}
              />
            ))}
          </ul>
        )}
        <QueryView query={media}>
          {() =>
            all.length === 0 && !isFiltered ? (
              <EmptyState title={t`No picture yet`} action={send} example={<LibraryExample />}>
                <Trans>
                  Pictures uploaded with a post, or dropped here, stay at hand with their
                  descriptions.
                </Trans>
              </EmptyState>
            ) : (
              <Grid pictures={all} />
            )
          }
        </QueryView>
        {media.hasNextPage && (
          <Button
            className="mt-6"
            busy={media.isFetchingNextPage}
            onClick={() => void media.fetchNextPage()}
          >
            <Trans>Older pictures</Trans>
          </Button>
        )}
      </Page>
      {drop.isOver && (
        <p className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-paper/90 font-serif text-xl">
          <Trans>Drop the pictures here</Trans>
        </p>
      )}
    </div>
  )
}

const isUndescribed = ({ alt }: MediaView) => alt.trim() === ''

function Grid({ pictures }: { pictures: readonly MediaItem[] }) {
  if (pictures.length === 0) {
    return (
      <p className="border-t border-ink py-6 text-ink-2">
        <Trans>Nothing in the library matches.</Trans>
      </p>
    )
  }
  return (
    <ul className="grid grid-cols-1 gap-x-6 gap-y-8 border-t border-ink pt-5 sm:grid-cols-2 md:grid-cols-3 xl:grid-cols-4 2xl:grid-cols-5">
      {pictures.map((media) => (
        <PictureCard key={media.id} media={media} />
      ))}
    </ul>
  )
}
