import type { CSSProperties } from 'react'
import {
  objectPosition,
  pieces,
  type PreviewCard,
  type PreviewImage,
  type PreviewProps,
} from '../../_contract/preview.ts'
import { Portrait } from '../../_contract/portrait.tsx'
import { foldAt } from './fold.ts'

/** Colours of the feed on the web, as it was seen in 2026. */
const themes = {
  light: { paper: '#ffffff', ink: '#080809', faint: '#65686c', link: '#0064d1', strip: '#f0f2f5' },
  dark: { paper: '#252728', ink: '#e2e5e9', faint: '#b0b3b8', link: '#5aa7ff', strip: '#333334' },
}

type Colours = (typeof themes)['light']

/** A post as it appears in the feed on the web: folded after five lines, photos edge to edge. */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, theme } = props
  const colours = themes[theme]
  const fold = foldAt(text)
  const shown = spans.filter((span) => span.end <= fold)
  return (
    <article style={{ ...frame, color: colours.ink, background: colours.paper }}>
      <header style={{ display: 'flex', gap: 8, padding: '12px 16px 0' }}>
        <Portrait {...account} size={40} paper={colours.strip} />
        <p style={{ margin: 0, minWidth: 0 }}>
          <strong style={{ display: 'block', fontWeight: 600 }}>{account.displayName}</strong>
          <span style={{ color: colours.faint, fontSize: 13 }}>
            {locale === 'fr' ? 'À l’instant' : 'Just now'} · 🌐
          </span>
        </p>
      </header>
      <div style={words}>
        {pieces(text.slice(0, fold), shown).map(({ text: part, span }, i) =>
          span ? (
            <span key={i} style={{ color: colours.link }}>
              {part}
            </span>
          ) : (
            part
          ),
        )}
        {fold < text.length && (
          <strong style={{ fontWeight: 600 }}>
            {locale === 'fr' ? '… En voir plus' : '… See more'}
          </strong>
        )}
      </div>
      {images.length > 0 && <Photos images={images} />}
      {images.length === 0 && card && <Card card={card} colours={colours} />}
    </article>
  )
}

const frame: CSSProperties = {
  borderRadius: 8,
  overflow: 'hidden',
  boxShadow: '0 1px 2px rgb(0 0 0 / 20%)',
  fontFamily: 'system-ui, "Segoe UI", Helvetica, Arial, sans-serif',
  fontSize: 15,
  lineHeight: '20px',
}

const words: CSSProperties = {
  padding: '8px 16px 12px',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}

/** Five places at most; the last says how many more there are. One photo alone keeps its shape. */
function Photos({ images }: { images: PreviewImage[] }) {
  const shown = images.slice(0, 5)
  const more = images.length - shown.length
  if (shown.length === 1)
    return <Photo image={shown[0] as PreviewImage} style={{ width: '100%', maxHeight: 680 }} />
  const top = shown.length >= 5 ? 2 : shown.length === 3 ? 1 : 2
  const rows = [shown.slice(0, top), shown.slice(top)].filter((row) => row.length > 0)
  return (
    <div style={{ display: 'grid', gap: 2 }}>
      {rows.map((row, r) => (
        <div
          key={r}
          style={{ display: 'grid', gap: 2, gridTemplateColumns: `repeat(${row.length}, 1fr)` }}
        >
          {row.map((image, i) => (
            <figure key={image.url} style={{ margin: 0, position: 'relative' }}>
              <Photo
                image={image}
                style={{ width: '100%', aspectRatio: row.length === 1 ? '1.91' : '1' }}
              />
              {more > 0 && r === rows.length - 1 && i === row.length - 1 && (
                <span style={moreOf}>+{more}</span>
              )}
            </figure>
          ))}
        </div>
      ))}
    </div>
  )
}

const Photo = ({ image, style }: { image: PreviewImage; style: CSSProperties }) => (
  <img
    src={image.url}
    alt={image.alt}
    style={{
      display: 'block',
      objectFit: 'cover',
      objectPosition: objectPosition(image),
      ...style,
    }}
  />
)

const moreOf: CSSProperties = {
  position: 'absolute',
  inset: 0,
  display: 'grid',
  placeItems: 'center',
  color: '#ffffff',
  background: 'rgb(0 0 0 / 45%)',
  fontSize: 32,
}

/** The card that Facebook makes of a link by itself. */
function Card({ card, colours }: { card: PreviewCard; colours: Colours }) {
  const { picture, host, title, description } = card
  return (
    <div style={{ background: colours.strip }}>
      {picture && (
        <img
          src={picture.url}
          alt=""
          style={{ display: 'block', width: '100%', aspectRatio: '1.91', objectFit: 'cover' }}
        />
      )}
      <div style={{ padding: '12px 16px' }}>
        <p style={{ margin: 0, fontSize: 13, color: colours.faint, textTransform: 'uppercase' }}>
          {host}
        </p>
        <p style={{ margin: '2px 0', fontWeight: 600, overflowWrap: 'anywhere' }}>
          {title || host}
        </p>
        {description !== '' && (
          <p
            style={{
              margin: 0,
              color: colours.faint,
              whiteSpace: 'nowrap',
              overflow: 'hidden',
              textOverflow: 'ellipsis',
            }}
          >
            {description}
          </p>
        )}
      </div>
    </div>
  )
}
