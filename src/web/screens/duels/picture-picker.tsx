import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { cx, QueryView, Skeleton } from '#web/ui/index.ts'
import { usePictures } from './queries.ts'

interface PicturePickerProps {
  name: string
  chosen: string
  /** The other one’s picture: it cannot stand for both. */
  taken: string
  pick: (mediaId: string) => void
  error?: string | undefined
}

/** One of the latest pictures of the library. */
export function PicturePicker({ name, chosen, taken, pick, error }: PicturePickerProps) {
  const { t } = useLingui()
  const pictures = usePictures()
  return (
    <fieldset aria-describedby={error ? `${name}-picture-error` : undefined}>
      <legend className="mb-1 font-medium">
        <Trans>Its picture</Trans>
      </legend>
      <QueryView query={pictures} skeleton={<Skeleton rows={1} height={120} />}>
        {(list) =>
          list.length === 0 ? (
            <p className="text-sm text-ink-2">
              <Trans>
                The library is empty.{' '}
                <Link to="/library" className="underline underline-offset-2">
                  Upload pictures
                </Link>{' '}
                first.
              </Trans>
            </p>
          ) : (
            <div className="grid max-h-64 grid-cols-4 gap-1.5 overflow-y-auto p-0.5">
              {list.map(({ id, alt, fileName, thumbnailUrl }) => (
                <label
                  key={id}
                  className={cx(
                    'relative block aspect-square cursor-pointer overflow-hidden rounded-md border bg-sunken',
                    'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
                    'has-checked:border-accent has-checked:outline-2 has-checked:outline-accent',
                    id === taken && 'opacity-30',
                  )}
                >
                  <input
                    type="radio"
                    name={`${name}-picture`}
                    className="absolute inset-0 cursor-pointer appearance-none outline-none"
                    aria-label={alt || fileName || t`A picture`}
                    checked={id === chosen}
                    disabled={id === taken}
                    onChange={() => pick(id)}
                  />
                  <img
                    src={thumbnailUrl}
                    alt=""
                    loading="lazy"
                    className="size-full object-cover"
                  />
                </label>
              ))}
            </div>
          )
        }
      </QueryView>
      {error && (
        <p id={`${name}-picture-error`} className="mt-1 text-xs font-medium text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}
