import type { Ref } from 'react'
import { MEDIA_TYPES } from './media-types.ts'

interface MediaInputProps {
  ref: Ref<HTMLInputElement>
  onFiles: (files: Iterable<File>) => void
}

/** Opens the choice of files when a button that says so clicks it; nobody sees it. */
export function MediaInput({ ref, onFiles }: MediaInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      accept={MEDIA_TYPES}
      className="hidden"
      aria-hidden
      tabIndex={-1}
      onChange={(event) => {
        onFiles(event.target.files ?? [])
        event.target.value = ''
      }}
    />
  )
}
