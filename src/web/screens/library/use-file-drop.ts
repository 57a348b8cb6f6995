import {
  type ClipboardEvent,
  type DragEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'

/** Pictures dropped or pasted anywhere on an element. */
export function useFileDrop(add: (files: File[]) => void, enabled: boolean) {
  const [isOver, setOver] = useState(false)
  const depth = useRef(0)
  const carries = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files')
  const step = (change: number) => {
    depth.current = Math.max(0, depth.current + change)
    setOver(depth.current > 0)
  }
  return {
    isOver,
    props: {
      onDragEnter: (event: DragEvent) => {
        if (carries(event)) step(1)
      },
      onDragLeave: (event: DragEvent) => {
        if (carries(event)) step(-1)
      },
      onDragOver: (event: DragEvent) => {
        if (carries(event)) event.preventDefault()
      },
      onDrop: (event: DragEvent) => {
        if (!carries(event)) return
        event.preventDefault()
        step(-depth.current)
        add([...event.dataTransfer.files])
      },
      onPaste: (event: ClipboardEvent) => {
        if (enabled) takePasted(event.nativeEvent, add)
      },
    },
  }
}

/** Pictures pasted on a screen where nothing is being written, wherever the keyboard stands. */
export function usePaste(add: (files: File[]) => void): void {
  const take = useEffectEvent((event: globalThis.ClipboardEvent) => {
    // Taken already by what lies above, such as the composer.
    if (!event.defaultPrevented) takePasted(event, add)
  })
  useEffect(() => {
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  }, [])
}

function takePasted(event: globalThis.ClipboardEvent, add: (files: File[]) => void) {
  const pictures = [...(event.clipboardData?.files ?? [])].filter(({ type }) =>
    type.startsWith('image/'),
  )
  // Words copied from a page bring a picture of themselves along: the words are what is meant.
  if (pictures.length === 0 || event.clipboardData?.types.includes('text/plain')) return
  event.preventDefault()
  add(pictures)
}
