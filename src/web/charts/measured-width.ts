import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * The width a drawing really has, so that its letters keep their size on a phone as on a wall.
 * @param given a fixed width in px: nothing is measured (a mail, a report)
 * @param otherwise the width before anything is measured, and wherever nothing can be
 */
export function useMeasuredWidth<E extends HTMLElement>(
  given: number | undefined,
  otherwise: number,
): [RefObject<E | null>, number] {
  const place = useRef<E>(null)
  const [width, setWidth] = useState(given ?? otherwise)
  useLayoutEffect(() => {
    const element = place.current
    if (!element || given !== undefined) return
    const measure = () => setWidth(Math.max(240, Math.round(element.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [given])
  return [place, given ?? width]
}
