import type { CSSProperties } from 'react'
import { objectPosition, type PreviewImage } from '../../_contract/preview.ts'

/** One picture keeps its shape; of more, the first is wide above the others, four of which are seen. */
export function Gallery({ images }: { images: PreviewImage[] }) {
  const [first, ...others] = images
  if (!first) return null
  const below = others.slice(0, images.length === 2 ? 1 : 3)
  const hidden = others.length - below.length
  return (
    <div style={{ display: 'grid', gap: 2 }}>
      <Picture
        image={first}
        style={images.length === 1 ? { maxHeight: 700 } : { aspectRatio: '1.91' }}
      />
      {below.length > 0 && (
        <div
          style={{ display: 'grid', gap: 2, gridTemplateColumns: `repeat(${below.length}, 1fr)` }}
        >
          {below.map((image, i) => (
            <span key={image.url} style={{ position: 'relative' }}>
              <Picture image={image} style={{ aspectRatio: below.length === 1 ? '1.91' : '1' }} />
              {hidden > 0 && i === below.length - 1 && <span style={veil}>+{hidden}</span>}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

function Picture({ image, style }: { image: PreviewImage; style: CSSProperties }) {
  return (
    <img
      src={image.url}
      alt={image.alt}
      style={{
        display: 'block',
        width: '100%',
        objectFit: 'cover',
        objectPosition: objectPosition(image),
        ...style,
      }}
    />
  )
}

const veil: CSSProperties = {
  position: 'absolute',
  inset: 0,
  display: 'grid',
  placeItems: 'center',
  color: '#ffffff',
  background: 'rgb(0 0 0 / 55%)',
  fontSize: 24,
}
