import type { CSSProperties } from 'react'
import {
  objectPosition,
  pieces,
  type PreviewCard,
  type PreviewImage,
  type PreviewProps,
} from '../../_contract/preview.ts'
import { Portrait } from '../../_contract/portrait.tsx'

/** Colours of threads.com, as it was seen in 2026. */
const themes = {
  light: { paper: '#ffffff', ink: '#000000', faint: '#999999', link: '#0064d1', rule: '#e0e0e0' },
  dark: { paper: '#181818', ink: '#f3f5f7', faint: '#777777', link: '#85a1ff', rule: '#2d2d2d' },
}

type Colours = (typeof themes)['light']

/** A post as it appears in the feed: never folded, images side by side in a strip. */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, theme } = props
  const colours = themes[theme]
  return (
    <article
      style={{ ...frame, color: colours.ink, background: colours.paper, borderColor: colours.rule }}
    >
      <Portrait {...account} size={36} paper={colours.rule} />
      <div style={{ minWidth: 0, flex: 1 }}>
        <p style={{ margin: 0 }}>
          <strong style={{ fontWeight: 600 }}>{account.handle}</strong>{' '}
          <span style={{ color: colours.faint }}>{locale === 'fr' ? '1 min' : '1m'}</span>
        </p>
        <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {pieces(text, spans).map(({ text: part, span }, i) =>
            span ? (
              <span key={i} style={{ color: colours.link }}>
                {part}
              </span>
            ) : (
              part
            ),
          )}
        </div>
        {images.length > 0 && <Strip images={images} />}
        {images.length === 0 && card && <Card card={card} colours={colours} />}
      </div>
    </article>
  )
}

const frame: CSSProperties = {
  display: 'flex',
  gap: 12,
  padding: '12px 16px',
  border: '1px solid',
  borderRadius: 16,
  fontFamily: 'system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
  fontSize: 15,
  lineHeight: '21px',
}

/** One image keeps its shape; more share a height and go on to the side. */
function Strip({ images }: { images: PreviewImage[] }) {
  const isAlone = images.length === 1
  return (
    <div style={{ display: 'flex', gap: 6, marginTop: 10, overflowX: 'auto' }}>
      {images.map((image) => (
        <img
          key={image.url}
          src={image.url}
          alt={image.alt}
          style={{
            borderRadius: 8,
            objectFit: 'cover',
            objectPosition: objectPosition(image),
            ...(isAlone ? { maxWidth: '100%', maxHeight: 430 } : { height: 245, maxWidth: 320 }),
          }}
        />
      ))}
    </div>
  )
}

/** The card that Threads makes of the first link by itself. */
function Card({ card, colours }: { card: PreviewCard; colours: Colours }) {
  const { picture, host, title } = card
  return (
    <div
      style={{
        marginTop: 10,
        border: `1px solid ${colours.rule}`,
        borderRadius: 12,
        overflow: 'hidden',
      }}
    >
      {picture && (
        <img
          src={picture.url}
          alt=""
          style={{ display: 'block', width: '100%', aspectRatio: '1.91', objectFit: 'cover' }}
        />
      )}
      <div style={{ padding: '10px 12px' }}>
        <p style={{ margin: 0, fontSize: 13, color: colours.faint }}>{host}</p>
        <p style={{ margin: 0, overflowWrap: 'anywhere' }}>{title || host}</p>
      </div>
    </div>
  )
}
