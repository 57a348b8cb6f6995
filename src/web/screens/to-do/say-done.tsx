import { Trans, useLingui } from '@lingui/react/macro'
import { Camera } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import type { TaskView } from '#domain/publishing/tasks/api.ts'
import { buttonLook } from '#web/ui/button-look.ts'
import { Button, cx, ProblemMessage, TextField, useToast } from '#web/ui/index.ts'
import { useUploads } from '../library/use-uploads.ts'
import { useSay, useUndo } from './queries.ts'

/** "Done": with the link, with a photo, with both, or just so. */
export function SayDone({ task }: { task: TaskView }) {
  const { t } = useLingui()
  const toast = useToast()
  const undo = useUndo()
  const { mutate, isPending } = useSay(task.id)
  const [url, setUrl] = useState('')
  const [isRefused, refuse] = useState(false)
  const [photo, setPhoto] = useState<MediaView | null>(null)
  const { name } = task.account
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const address = url.trim()
    if (address !== '' && !/^https:\/\/\S+\.\S+$/.test(address)) return refuse(true)
    mutate(
      {
        what: 'done',
        body: {
          content: task.content,
          ...(address ? { url: address } : {}),
          ...(photo ? { mediaId: photo.id } : {}),
        },
      },
      { onSuccess: () => toast({ text: t`Done: ${name}.`, undo: () => undo(task.id) }) },
    )
  }
  const link = (
    <TextField
      key="link"
      label={t`Its address`}
      optional
      type="url"
      inputMode="url"
      placeholder="https://"
      value={url}
      onValue={(value) => {
        setUrl(value)
        refuse(false)
      }}
      error={isRefused ? t`An address starts with https://` : undefined}
    />
  )
  const picture = <Photo key="photo" photo={photo} onPhoto={setPhoto} />
  return (
    <form
      noValidate
      onSubmit={submit}
      className="mt-4 space-y-4 border-l-2 border-rule-strong pl-4"
    >
      {task.proof === 'photo' ? [picture, link] : [link, picture]}
      <Button type="submit" kind="solid" busy={isPending}>
        <Trans>Say that it is done</Trans>
      </Button>
    </form>
  )
}

interface PhotoProps {
  photo: MediaView | null
  onPhoto: (photo: MediaView | null) => void
}

/** Taken on the spot by a phone, or chosen; it goes into the library. */
function Photo({ photo, onPhoto }: PhotoProps) {
  const { t } = useLingui()
  const id = useId()
  const { uploads, add, forget } = useUploads(onPhoto)
  const [upload] = uploads
  return (
    <div>
      <p id={`${id}-label`} className="mb-1 flex items-baseline justify-between gap-3 font-medium">
        <Trans>A photo of it</Trans>
        <span className="text-xs font-normal text-ink-3">
          <Trans context="a photo">optional</Trans>
        </span>
      </p>
      {photo ? (
        <div className="flex items-center gap-3">
          <img
            src={photo.thumbnailUrl}
            alt={photo.alt || photo.fileName}
            className="size-20 rounded-md bg-sunken object-cover"
          />
          <Button size="sm" kind="quiet" onClick={() => onPhoto(null)}>
            <Trans>Remove</Trans>
          </Button>
        </div>
      ) : (
        <label
          htmlFor={id}
          className={cx(
            buttonLook('line', 'md'),
            'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
          )}
        >
          <Camera size={16} strokeWidth={1.5} aria-hidden />
          {upload && !upload.problem ? (
            <Trans>Sending it…</Trans>
          ) : (
            <Trans>Take or choose a photo</Trans>
          )}
          <input
            id={id}
            type="file"
            accept="image/*"
            aria-label={t`A photo of it`}
            className="sr-only"
            onChange={(event) => {
              for (const { key, problem } of uploads) if (problem) forget(key)
              add([...(event.target.files ?? [])].slice(0, 1))
              event.target.value = ''
            }}
          />
        </label>
      )}
      {upload?.problem ? <ProblemMessage problem={upload.problem} className="mt-2" /> : null}
    </div>
  )
}
