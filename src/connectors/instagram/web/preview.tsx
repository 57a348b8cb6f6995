import type { CSSProperties } from 'react'
import { objectPosition, pieces, type PreviewProps } from '../../_contract/preview.ts'
import { Story } from './story.tsx'
import { Portrait } from '../../_contract/portrait.tsx'

/** Colours of instagram.com, as it was seen in 2026. */
const themes = {
  light: { paper: '#ffffff', ink: '#0c1014', faint: '#6a717a', link: '#4150f7', rule: '#dbdfe4' },
  dark: { paper: '#0c1014', ink: '#f8f9f9', faint: '#a2aab4', link: '#708dff', rule: '#25292e' },
}

/** Characters before “more”, about. */
const fold = 125

/** A post as it appears in the feed: the first image at its own shape, between 4:5 and 1.91:1, then the caption. */
export default function Preview(props: PreviewProps) {
  return props.options?.['form'] === 'story' ? <Story {...props} /> : <Post {...props} />
}

function Post(props: PreviewProps) {
  const { text, spans, images, account, locale, theme } = props
  const colours = themes[theme]
  const [first] = images
  const isFolded = text.length > fold
  const shown = spans.filter((span) => !isFolded || span.end <= fold)
  return (
    <article
      style={{ ...frame, color: colours.ink, background: colours.paper, borderColor: colours.rule }}
    >
      <header style={{ display: 'flex', alignItems: 'center', gap: 10, padding: 12 }}>
        <Portrait {...account} size={32} paper={colours.rule} />
        <strong style={{ fontWeight: 600 }}>{account.handle}</strong>
        <span style={{ color: colours.faint }}>· {locale === 'fr' ? '1 min' : '1m'}</span>
      </header>
      {first ? (
        <figure style={{ margin: 0, position: 'relative' }}>
          <img
            src={first.url}
            alt={first.alt}
            style={{ ...picture, objectPosition: objectPosition(first) }}
          />
          {images.length > 1 && <span style={counter}>1/{images.length}</span>}
        </figure>
      ) : (
        <p style={{ ...picture, ...missing, background: colours.rule, color: colours.faint }}>
          {locale === 'fr' ? 'Ajoutez une image ou une vidéo' : 'Add an image or a video'}
        </p>
      )}
      {images.length > 1 && (
        <Dots count={images.length} colour={colours.link} rest={colours.rule} />
      )}
      <div style={{ padding: '8px 12px 14px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        <strong style={{ fontWeight: 600 }}>{account.handle}</strong>{' '}
        {pieces(isFolded ? text.slice(0, fold) : text, shown).map(({ text: part, span }, i) =>
          span ? (
            <span key={i} style={{ color: colours.link }}>
              {part}
            </span>
          ) : (
            part
          ),
        )}
        {isFolded && (
          <span style={{ color: colours.faint }}>{locale === 'fr' ? '… plus' : '… more'}</span>
        )}
      </div>
    </article>
  )
}

const frame: CSSProperties = {
  border: '1px solid',
  borderRadius: 4,
  overflow: 'hidden',
  maxWidth: 470,
  fontFamily: 'system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
  fontSize: 14,
  lineHeight: '18px',
}

const picture: CSSProperties = {
  display: 'block',
  width: '100%',
  maxHeight: 585,
  minHeight: 246,
  objectFit: 'cover',
}

const missing: CSSProperties = {
  display: 'grid',
  placeItems: 'center',
  margin: 0,
  aspectRatio: '1',
}

const counter: CSSProperties = {
  position: 'absolute',
  insetInlineEnd: 12,
  top: 12,
  padding: '4px 8px',
  borderRadius: 12,
  color: '#ffffff',
  background: 'rgb(12 16 20 / 70%)',
  fontSize: 12,
}

function Dots({ count, colour, rest }: { count: number; colour: string; rest: string }) {
  return (
    <p
      aria-hidden="true"
      style={{ display: 'flex', justifyContent: 'center', gap: 4, margin: '10px 0 0' }}
    >
      {Array.from({ length: count }, (_, n) => (
        <span
          key={n}
          style={{ width: 6, height: 6, borderRadius: 3, background: n === 0 ? colour : rest }}
        />
      ))}
    </p>
  )
}
