import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { Button, IconButton, useFormat, useProblemWords } from '#web/ui/index.ts'
import type { Upload } from './use-uploads.ts'

const LOOK = 'size-18 shrink-0 rounded-md border border-rule bg-sunken object-cover opacity-60'

/** A picture or a video on its way: how far it is, or why it was refused. */
export function UploadSlip({
  upload,
  retry,
  remove,
}: {
  upload: Upload
  retry: () => void
  remove: () => void
}) {
  const { t } = useLingui()
  const f = useFormat()
  const words = useProblemWords()
  const { name, preview, part, problem, isWaiting } = upload
  return (
    <li className="flex items-start gap-3">
      {upload.isVideo ? (
        <video src={preview} muted preload="metadata" aria-hidden className={LOOK} />
      ) : (
        <img src={preview} alt="" className={LOOK} />
      )}
      <div className="min-w-0 flex-1 text-sm">
        <p className="truncate">{name}</p>
        {problem ? (
          <div role="alert">
            <p className="text-bad">{words(problem).title}</p>
            <p className="text-ink-2">{words(problem).detail}</p>
            <Button size="sm" className="mt-1" onClick={retry}>
              <Trans>Try again</Trans>
            </Button>
          </div>
        ) : (
          <>
            <progress
              aria-label={t`Uploading ${name}`}
              value={part}
              className="mt-1 block h-1 w-full appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
            />
            <p className="mt-1 text-xs text-ink-3">
              {isWaiting ? (
                <Trans>Interrupted. Retrying automatically…</Trans>
              ) : part < 1 ? (
                f.percent(part)
              ) : (
                <Trans>Being prepared…</Trans>
              )}
            </p>
          </>
        )}
      </div>
      <IconButton size="sm" label={t`Remove`} icon={X} onClick={remove} />
    </li>
  )
}
