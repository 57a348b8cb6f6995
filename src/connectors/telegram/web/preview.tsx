import type { CSSProperties } from 'react'
import {
  objectPosition,
  pieces,
  type PreviewCard,
  type PreviewImage,
  type PreviewProps,
} from '../../_contract/preview.ts'

/** Near the bubbles of Telegram's web client, by day and by night, from memory: to be compared with it. */
const themes = {
  light: { wall: '#a2bd8c', bubble: '#ffffff', ink: '#000000', faint: '#6b7a86', link: '#2a6fa8' },
  dark: { wall: '#0f0f0f', bubble: '#212121', ink: '#ffffff', faint: '#aaaaaa', link: '#8ab4f8' },
}

/** A post in its channel: a bubble with the name, the pictures above the words, the card of the link, the time. */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, now, theme } = props
  const colours = themes[theme]
  const time = now.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  return (
    <article style={{ padding: 12, background: colours.wall }}>
      <div style={{ ...bubble, color: colours.ink, background: colours.bubble }}>
        <p style={{ ...line, color: colours.link, fontWeight: 600, paddingTop: 6 }}>
          {account.displayName}
        </p>
        {images.length > 0 && <Album images={images.slice(0, 10)} />}
        {text !== '' && (
          <div style={{ ...line, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {pieces(text, spans).map((piece, i) =>
              piece.span ? (
                <span key={i} style={{ color: colours.link }}>
                  {piece.text}
                </span>
              ) : (
                piece.text
              ),
            )}
          </div>
        )}
        {images.length === 0 && card && <LinkCard card={card} colours={colours} />}
        <p
          style={{
            ...line,
            paddingBottom: 6,
            textAlign: 'end',
            fontSize: 12,
            color: colours.faint,
          }}
        >
          {time}
        </p>
      </div>
    </article>
  )
}

const bubble: CSSProperties = {
  maxWidth: 480,
  borderRadius: 12,
  overflow: 'hidden',
  fontFamily: 'Roboto, system-ui, sans-serif',
  fontSize: 16,
  lineHeight: '21px',
}

const line: CSSProperties = { margin: 0, padding: '4px 12px' }

/** One picture keeps its shape up to a tall limit; more are cut to a mosaic of two or three columns. */
function Album({ images }: { images: PreviewImage[] }) {
  const [only] = images
  if (images.length === 1 && only) {
    return <img src={only.url} alt={only.alt} style={{ ...picture, maxHeight: 480 }} />
  }
  const columns = images.length === 2 || images.length === 4 ? 2 : 3
  const grid: CSSProperties = {
    display: 'grid',
    gap: 2,
    gridTemplateColumns: `repeat(${columns}, 1fr)`,
  }
  return (
    <div style={grid}>
      {images.map((image) => (
        <img
          key={image.url}
          src={image.url}
          alt={image.alt}
          style={{ ...picture, aspectRatio: '1', objectPosition: objectPosition(image) }}
        />
      ))}
    </div>
  )
}

const picture: CSSProperties = { display: 'block', width: '100%', objectFit: 'cover' }

interface LinkCardProps {
  card: PreviewCard
  colours: { link: string; faint: string }
}

function LinkCard({ card, colours }: LinkCardProps) {
  const { siteName, host, title, description, picture: image } = card
  return (
    <div
      style={{
        margin: '4px 12px',
        paddingInlineStart: 8,
        borderInlineStart: `3px solid ${colours.link}`,
        fontSize: 14,
      }}
    >
      <p style={{ margin: 0, color: colours.link, fontWeight: 600 }}>{siteName || host}</p>
      {title !== '' && <p style={{ margin: 0, fontWeight: 600 }}>{title}</p>}
      {description !== '' && <p style={{ margin: 0 }}>{description}</p>}
      {image && (
        <img src={image.url} alt="" style={{ ...picture, marginTop: 4, borderRadius: 6 }} />
      )}
    </div>
  )
}
