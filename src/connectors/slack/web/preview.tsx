import type { CSSProperties } from 'react'
import {
  pieces,
  type PreviewCard,
  type PreviewImage,
  type PreviewProps,
} from '../../_contract/preview.ts'

/** Near the light and dark themes of Slack's client, from memory: to be compared with it. */
const themes = {
  light: {
    paper: '#ffffff',
    ink: '#1d1c1d',
    faint: '#616061',
    link: '#1264a3',
    rule: '#dddddd',
    badge: '#e8e8e8',
  },
  dark: {
    paper: '#1a1d21',
    ink: '#d1d2d3',
    faint: '#ababad',
    link: '#5cb3e8',
    rule: '#46494d',
    badge: '#35373b',
  },
}

/** An app's message in a channel: its name and badge, the words, each picture whole under the one before. */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, now, theme } = props
  const colours = themes[theme]
  const time = now.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  return (
    <article style={{ ...frame, color: colours.ink, background: colours.paper }}>
      <p style={{ margin: 0 }}>
        <strong style={{ fontWeight: 900 }}>{account.displayName}</strong>
        <span style={{ ...badge, color: colours.faint, background: colours.badge }}>APP</span>
        <span style={{ color: colours.faint, fontSize: 12 }}>{time}</span>
      </p>
      <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
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
      {images.map((image) => (
        <Picture key={image.url} image={image} />
      ))}
      {card && <LinkCard card={card} colours={colours} />}
    </article>
  )
}

const frame: CSSProperties = {
  padding: '8px 20px',
  fontFamily: 'Slack-Lato, Lato, system-ui, sans-serif',
  fontSize: 15,
  lineHeight: '22px',
}

const badge: CSSProperties = {
  margin: '0 6px',
  padding: '1px 3px',
  borderRadius: 2,
  fontSize: 10,
  fontWeight: 700,
}

function Picture({ image }: { image: PreviewImage }) {
  const style: CSSProperties = {
    display: 'block',
    maxWidth: 360,
    maxHeight: 450,
    width: '100%',
    objectFit: 'contain',
    objectPosition: 'left',
    marginTop: 8,
    borderRadius: 8,
  }
  return <img src={image.url} alt={image.alt} style={style} />
}

interface LinkCardProps {
  card: PreviewCard
  colours: { link: string; rule: string }
}

function LinkCard({ card, colours }: LinkCardProps) {
  const { siteName, host, title, description, picture } = card
  const box: CSSProperties = {
    maxWidth: 520,
    marginTop: 4,
    paddingInlineStart: 12,
    borderInlineStart: `4px solid ${colours.rule}`,
  }
  return (
    <div style={box}>
      <p style={{ margin: 0, fontWeight: 700 }}>{siteName || host}</p>
      {title !== '' && <p style={{ margin: 0, color: colours.link, fontWeight: 700 }}>{title}</p>}
      {description !== '' && <p style={{ margin: 0 }}>{description}</p>}
      {picture && (
        <img
          src={picture.url}
          alt=""
          style={{ display: 'block', maxWidth: 360, width: '100%', marginTop: 8, borderRadius: 8 }}
        />
      )}
    </div>
  )
}
