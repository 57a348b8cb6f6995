import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { Placed } from './arrange.ts'

/** Lets a post be dragged. @returns how to stop */
export function makeDraggable(element: HTMLElement, placed: Placed): () => void {
  return draggable({
    element,
    getInitialData: () => ({ placed }),
    onDragStart: () => element.toggleAttribute('data-dragged', true),
    onDrop: () => element.removeAttribute('data-dragged'),
  })
}

/** Receives posts on the squares of an element; the one under the pointer is marked `data-over`. */
export function receive(
  element: HTMLElement,
  drop: (placed: Placed, square: { day: string; hour: number | null }) => void,
): () => void {
  let over: HTMLElement | null = null
  const mark = (square: HTMLElement | null) => {
    if (square === over) return
    over?.removeAttribute('data-over')
    square?.setAttribute('data-over', '')
    over = square
  }
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => isPlaced(source.data['placed']),
    onDrag: ({ location }) => mark(squareAt(location.current.input)),
    onDragLeave: () => mark(null),
    onDrop: ({ source, location }) => {
      mark(null)
      const square = squareAt(location.current.input)
      const { placed } = source.data
      const day = square?.dataset['day']
      if (!square || !day || !isPlaced(placed)) return
      const hour = square.dataset['hour']
      drop(placed, { day, hour: hour === undefined ? null : Number(hour) })
    },
  })
}

function squareAt({ clientX, clientY }: { clientX: number; clientY: number }): HTMLElement | null {
  return document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-day]') ?? null
}

function isPlaced(value: unknown): value is Placed {
  return value !== null && typeof value === 'object' && 'post' in value && 'wallTime' in value
}
