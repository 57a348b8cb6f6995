import type { CSSProperties } from 'react'
import { objectPosition, type PreviewImage } from '../../_contract/preview.ts'

interface GalleryProps {
  images: PreviewImage[]
  rule: string
}

/** One picture keeps its shape; more share a frame of 16:9, the first of three taking the left half. */
export function Gallery({ images, rule }: GalleryProps) {
  const isAlone = images.length === 1
  const grid: CSSProperties = {
    marginTop: 12,
    display: 'grid',
    gap: 2,
    borderRadius: 16,
    overflow: 'hidden',
    border: `1px solid ${rule}`,
    gridTemplateColumns: isAlone ? '1fr' : '1fr 1fr',
    gridTemplateRows: images.length > 2 ? '1fr 1fr' : '1fr',
    ...(isAlone ? {} : { aspectRatio: '16 / 9' }),
  }
  return (
    <div style={grid}>
      {images.map((image, i) => (
        <figure
          key={image.url}
          style={{ ...cell, ...(images.length === 3 && i === 0 ? { gridRow: '1 / 3' } : {}) }}
        >
          <img
            src={image.url}
            alt={image.alt}
            style={{
              display: 'block',
              width: '100%',
              objectFit: 'cover',
              objectPosition: objectPosition(image),
              ...(isAlone ? { maxHeight: 510 } : { height: '100%' }),
            }}
          />
          {image.alt !== '' && (
            <span aria-hidden="true" style={badge}>
              ALT
            </span>
          )}
        </figure>
      ))}
    </div>
  )
}

const cell: CSSProperties = { margin: 0, position: 'relative', minHeight: 0, minWidth: 0 }

const badge: CSSProperties = {
  position: 'absolute',
  insetInlineStart: 12,
  bottom: 12,
  padding: '0 4px',
  borderRadius: 4,
  color: '#ffffff',
  background: 'rgb(0 0 0 / 77%)',
  fontSize: 13,
  fontWeight: 700,
  lineHeight: '20px',
}
