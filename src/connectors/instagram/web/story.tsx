import type { CSSProperties } from 'react'
import { objectPosition, type PreviewProps } from '../../_contract/preview.ts'

/** A story: the whole of a telephone’s screen, for 24 hours. Its words, if any were written, are nowhere on it. */
export function Story({ images: [shown], account, locale }: PreviewProps) {
  const french = locale === 'fr'
  return (
    <article style={frame}>
      {shown ? (
        <img
          src={shown.url}
          alt={shown.alt}
          style={{ ...picture, objectPosition: objectPosition(shown) }}
        />
      ) : (
        <p style={missing}>
          {french ? 'Ajoutez une image ou une vidéo' : 'Add an image or a video'}
        </p>
      )}
      <div style={head}>
        <div aria-hidden="true" style={time} />
        <strong style={{ fontWeight: 600 }}>{account.handle}</strong>{' '}
        <span>{french ? '1 min' : '1m'}</span>
      </div>
      <p style={foot}>{french ? 'Story : visible 24 heures' : 'Story: seen for 24 hours'}</p>
    </article>
  )
}

/** Black around what does not fill it, whatever the reader’s theme. */
const frame: CSSProperties = {
  position: 'relative',
  aspectRatio: '9 / 16',
  maxWidth: 300,
  borderRadius: 12,
  overflow: 'hidden',
  color: '#ffffff',
  background: '#000000',
  fontFamily: 'system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
  fontSize: 14,
  lineHeight: '18px',
}

const picture: CSSProperties = {
  display: 'block',
  width: '100%',
  height: '100%',
  objectFit: 'contain',
}

const missing: CSSProperties = {
  display: 'grid',
  placeItems: 'center',
  height: '100%',
  margin: 0,
}

const head: CSSProperties = {
  position: 'absolute',
  insetInline: 0,
  top: 0,
  padding: '10px 12px 24px',
  background: 'linear-gradient(rgb(0 0 0 / 75%), rgb(0 0 0 / 50%) 60%, transparent)',
}

const time: CSSProperties = {
  height: 2,
  marginBottom: 8,
  borderRadius: 1,
  background: '#ffffff',
}

const foot: CSSProperties = {
  position: 'absolute',
  insetInline: 0,
  bottom: 0,
  margin: 0,
  padding: '8px 12px',
  background: 'rgb(0 0 0 / 75%)',
  fontSize: 12,
}
