import type { CSSProperties } from 'react'
import {
  objectPosition,
  pieces,
  type PreviewCard,
  type PreviewImage,
  type PreviewProps,
} from '../../_contract/preview.ts'

/** Near the light and dark themes of Discord's client, from memory: to be compared with it. */
const themes = {
  light: {
    paper: '#ffffff',
    ink: '#2f3035',
    faint: '#5c5d67',
    link: '#2b5fc7',
    call: '#dfe2fd',
    card: '#f2f2f3',
  },
  dark: {
    paper: '#1a1a1e',
    ink: '#efeff0',
    faint: '#9c9ca5',
    link: '#7fb0ff',
    call: '#32365c',
    card: '#242429',
  },
}

/** A bot's message in a channel: its name and badge, the words, the pictures in a mosaic, the card of the link. */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, now, theme } = props
  const colours = themes[theme]
  const time = now.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  return (
    <article style={{ ...frame, color: colours.ink, background: colours.paper }}>
      <p style={{ margin: '0 0 2px' }}>
        <strong style={{ fontWeight: 500 }}>{account.displayName}</strong>
        <span style={badge}>APP</span>
        <span style={{ color: colours.faint, fontSize: 12 }}>{time}</span>
      </p>
      <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {pieces(text, spans).map(({ span, text: words }, i) => {
          if (!span) return words
          const isCall = span.kind === 'mention'
          const style = isCall
            ? { color: colours.link, background: colours.call, borderRadius: 3 }
            : { color: colours.link }
          return (
            <span key={i} style={style}>
              {words}
            </span>
          )
        })}
      </div>
      {images.length > 0 && <Mosaic images={images.slice(0, 10)} />}
      {card && <LinkCard card={card} colours={colours} />}
    </article>
  )
}

const frame: CSSProperties = {
  padding: '12px 16px',
  fontFamily: '"gg sans", "Noto Sans", system-ui, sans-serif',
  fontSize: 16,
  lineHeight: '22px',
}

const badge: CSSProperties = {
  margin: '0 6px',
  padding: '1px 5px',
  borderRadius: 4,
  color: '#ffffff',
  background: '#4f5bd5',
  fontSize: 10,
  fontWeight: 600,
}

/** One picture keeps its shape; more fill squares, two or three in a row. */
function Mosaic({ images }: { images: PreviewImage[] }) {
  const columns = images.length === 1 ? 1 : images.length === 2 || images.length === 4 ? 2 : 3
  const grid: CSSProperties = {
    display: 'grid',
    gap: 4,
    gridTemplateColumns: `repeat(${columns}, 1fr)`,
    maxWidth: 550,
    marginTop: 4,
    borderRadius: 8,
    overflow: 'hidden',
  }
  return (
    <div style={grid}>
      {images.map((image) => (
        <img
          key={image.url}
          src={image.url}
          alt={image.alt}
          style={{
            ...picture,
            ...(columns === 1 ? { maxHeight: 350 } : { aspectRatio: '1' }),
            objectPosition: objectPosition(image),
          }}
        />
      ))}
    </div>
  )
}

const picture: CSSProperties = { display: 'block', width: '100%', objectFit: 'cover' }

interface LinkCardProps {
  card: PreviewCard
  colours: { link: string; faint: string; card: string }
}

function LinkCard({ card, colours }: LinkCardProps) {
  const { siteName, host, title, description, picture: image } = card
  const box: CSSProperties = {
    maxWidth: 432,
    marginTop: 4,
    padding: '8px 16px 12px 12px',
    borderRadius: 4,
    borderInlineStart: `4px solid ${colours.faint}`,
    background: colours.card,
    fontSize: 14,
    lineHeight: '18px',
  }
  return (
    <div style={box}>
      <p style={{ margin: '0 0 4px', fontSize: 12 }}>{siteName || host}</p>
      {title !== '' && (
        <p style={{ margin: '0 0 4px', color: colours.link, fontWeight: 600 }}>{title}</p>
      )}
      {description !== '' && <p style={{ margin: 0 }}>{description}</p>}
      {image && (
        <img src={image.url} alt="" style={{ ...picture, marginTop: 8, borderRadius: 4 }} />
      )}
    </div>
  )
}
