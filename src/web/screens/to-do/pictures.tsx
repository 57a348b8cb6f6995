import { Trans, useLingui } from '@lingui/react/macro'
import { Download, Share2 } from 'lucide-react'
import { useState } from 'react'
import type { TaskView } from '#domain/publishing/tasks/api.ts'
import { Button, useToast } from '#web/ui/index.ts'
import { buttonLook } from '#web/ui/button-look.ts'
import { canShare } from './copy-text.tsx'

type Media = TaskView['media'][number]

/** The pictures as they are to be put up: saved one by one, or handed to another app of the phone. */
export function Pictures({ media }: { media: Media[] }) {
  const { t } = useLingui()
  return (
    <section aria-label={t`Pictures`}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {media.map((one) => (
          <li key={one.mediaId}>
            <Picture media={one} />
          </li>
        ))}
      </ul>
      <ShareAll media={media} />
    </section>
  )
}

function Picture({ media }: { media: Media }) {
  const { t } = useLingui()
  const { url, thumbnailUrl, alt, fileName } = media
  return (
    <figure>
      <img
        src={thumbnailUrl}
        alt={alt || fileName}
        loading="lazy"
        className="aspect-square w-full rounded-md bg-sunken object-cover"
      />
      <figcaption className="mt-1.5">
        <a
          href={url}
          download={nameFor(media)}
          className={buttonLook('line', 'sm')}
          aria-label={t`Save ${fileName}`}
        >
          <Download size={16} strokeWidth={1.5} aria-hidden />
          <Trans>Save</Trans>
        </a>
        {alt && <span className="mt-1 block text-xs text-ink-3">{alt}</span>}
      </figcaption>
    </figure>
  )
}

/** Offered where the browser can hand files to another app. */
function ShareAll({ media }: { media: Media[] }) {
  const { t } = useLingui()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  if (!canShare({ files: [new File([], 'a.jpg', { type: 'image/jpeg' })] })) return null
  const share = async () => {
    setBusy(true)
    try {
      const files = await Promise.all(media.map(fileOf))
      await navigator.share({ files })
    } catch (error) {
      // Somebody who changes their mind needs no sentence.
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        toast({ kind: 'bad', text: t`The pictures could not be shared: save them instead.` })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button icon={Share2} busy={busy} className="mt-3" onClick={() => void share()}>
      <Trans>Share the pictures</Trans>
    </Button>
  )
}

async function fileOf(media: Media): Promise<File> {
  const answer = await fetch(media.url)
  if (!answer.ok) throw new Error(`the picture answered ${answer.status}`)
  const blob = await answer.blob()
  return new File([blob], nameFor(media), { type: blob.type })
}

const nameFor = ({ fileName }: Media) => fileName
