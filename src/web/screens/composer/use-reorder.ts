import { type DragEvent, useState } from 'react'
import { announce } from '#web/ui/index.ts'
import type { Drag } from './picture-slip.tsx'

/** Changes the order of a post's pictures, by a drag or a step. */
export function useReorder(
  ids: readonly string[],
  onOrder: (ids: string[]) => void,
  said: (position: number) => string,
) {
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const stop = () => {
    setDragged(null)
    setOver(null)
  }
  const place = (id: string, position: number) => {
    const others = ids.filter((one) => one !== id)
    const next = [...others.slice(0, position), id, ...others.slice(position)]
    if (next.every((one, index) => one === ids[index])) return
    onOrder(next)
    announce(said(position + 1))
  }
  const dragOf = (id: string): Drag => ({
    isOver: over === id && dragged !== id,
    start: () => setDragged(id),
    end: stop,
    over: (event: DragEvent) => {
      if (!dragged) return
      event.preventDefault()
      setOver(id)
    },
    drop: (event: DragEvent) => {
      if (!dragged) return
      event.preventDefault()
      place(dragged, ids.indexOf(id))
      stop()
    },
  })
  return { dragOf, step: (id: string, by: -1 | 1) => place(id, ids.indexOf(id) + by) }
}
