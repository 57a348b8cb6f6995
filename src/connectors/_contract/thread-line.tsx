import type { CSSProperties } from 'react'
import type { PreviewProps } from './preview.ts'

type Place = NonNullable<PreviewProps['thread']>

/** The frame of a post in a thread: its posts are parted by nothing. */
export const openEdges = (thread: Place | undefined): CSSProperties => ({
  ...(thread && thread.place > 1 ? { borderTop: 'none' } : {}),
  ...(thread && thread.place < thread.of ? { borderBottom: 'none' } : {}),
})

interface ThreadLineProps extends Place {
  colour: string
  /** Where the middle of a portrait lies, and how far under the edge it begins, in pixels. */
  inset: number
  padding: number
}

/** From the portrait of the post above to that of the one below. */
export function ThreadLine({ place, of, colour, inset, padding }: ThreadLineProps) {
  if (of === 1) return null
  const line: CSSProperties = {
    position: 'absolute',
    insetInlineStart: inset,
    top: place === 1 ? padding : 0,
    borderInlineStart: `2px solid ${colour}`,
    ...(place < of ? { bottom: 0 } : { height: padding }),
  }
  return <span aria-hidden="true" style={line} />
}
