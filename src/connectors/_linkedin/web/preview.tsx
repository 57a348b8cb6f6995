import type { CSSProperties } from 'react'
import { pieces, type Piece, type PreviewProps } from '../../_contract/preview.ts'
import { Gallery } from './gallery.tsx'
import { foldAt } from './fold.ts'
import { LinkCard } from './link-card.tsx'

/** LinkedIn's own colours (linkedin.com, read 2026-11-25). */
const themes = {
  light: { paper: '#ffffff', ink: '#191919', faint: '#666666', link: '#0a66c2', rule: '#e0dfdc' },
  dark: { paper: '#1b1f23', ink: '#e9e9e9', faint: '#b0b2b5', link: '#71b7fb', rule: '#38434f' },
}

/** A post of a page as it appears in the feed: three lines, then “…more”. */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, theme } = props
  const colours = themes[theme]
  const fold = foldAt(text)
  const frame: CSSProperties = {
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.rule}`,
    borderRadius: 8,
    overflow: 'hidden',
    fontFamily: '-apple-system, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
    fontSize: 14,
    lineHeight: '20px',
  }
  return (
    <article style={frame}>
      <header style={{ display: 'flex', gap: 8, padding: '12px 16px 0' }}>
        <Logo {...account} rule={colours.rule} />
        <p style={{ margin: 0, minWidth: 0 }}>
          <strong style={{ display: 'block', fontWeight: 600 }}>{account.displayName}</strong>
          <span style={{ color: colours.faint, fontSize: 12 }}>
            {locale === 'fr' ? 'À l’instant' : 'Now'}
          </span>
        </p>
      </header>
      <div style={{ padding: '8px 16px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {pieces(
          text.slice(0, fold),
          spans.filter(({ end }) => end <= fold),
        ).map((piece, i) => (
          <Words key={i} piece={piece} colour={colours.link} />
        ))}
        {fold < text.length && (
          <span style={{ color: colours.faint }}>{locale === 'fr' ? '… plus' : '…more'}</span>
        )}
      </div>
      {images.length > 0 && <Gallery images={images} />}
      {images.length === 0 && card && <LinkCard card={card} colours={colours} />}
    </article>
  )
}

interface LogoProps {
  displayName: string
  avatarUrl?: string
  rule: string
}

/** The logo of a page is a square. */
function Logo({ displayName, avatarUrl, rule }: LogoProps) {
  const square: CSSProperties = { width: 48, height: 48, flex: 'none' }
  if (avatarUrl) return <img src={avatarUrl} alt="" style={{ ...square, objectFit: 'cover' }} />
  const middle: CSSProperties = { display: 'grid', placeItems: 'center', background: rule }
  return (
    <span aria-hidden="true" style={{ ...square, ...middle }}>
      {displayName.slice(0, 1)}
    </span>
  )
}

/** A mention shows the name alone. */
function Words({ piece, colour }: { piece: Piece; colour: string }) {
  const { span, text } = piece
  if (!span) return text
  const shown = span.kind === 'mention' ? (/^\[(.*?)\]/.exec(span.value)?.[1] ?? text) : text
  return <span style={{ color: colour, fontWeight: 600 }}>{shown}</span>
}
