import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react'

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
        const pictures = [...event.clipboardData.files].filter(({ type }) =>
          type.startsWith('image/'),
        )
        if (!enabled || pictures.length === 0) return
        event.preventDefault()
        add(pictures)
      },
    },
  }
}
