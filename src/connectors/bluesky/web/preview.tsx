import type { CSSProperties } from 'react'
import { Portrait } from '../../_contract/portrait.tsx'
import {
  pieces,
  type Piece,
  type PreviewImage,
  type PreviewProps,
} from '../../_contract/preview.ts'
import { openEdges, ThreadLine } from '../../_contract/thread-line.tsx'
import { LinkCard } from './link-card.tsx'
import { shortAddress } from './short-address.ts'

/** Bluesky's own colours (bluesky-social/social-app, alf/themes, read 2026-11-22). */
const themes = {
  light: { paper: '#ffffff', ink: '#000000', faint: '#405168', link: '#0057d1', rule: '#dce2ea' },
  dark: { paper: '#000000', ink: '#ffffff', faint: '#abb8c9', link: '#5ba2ff', rule: '#232e3e' },
}

/** Over the line of a thread. */
const raised: CSSProperties = { position: 'relative' }

/**
 * A post as it appears in a feed of bsky.app: 300 characters are never folded, long addresses are cut. In a thread, a
 * line joins the portraits (bluesky-social/social-app, PostThread, read 2026-11-25).
 */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, theme, thread } = props
  const colours = themes[theme]
  const frame: CSSProperties = {
    position: 'relative',
    display: 'flex',
    gap: 10,
    padding: '12px 14px 10px',
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.rule}`,
    ...openEdges(thread),
    fontFamily: 'InterVariable, Inter, -apple-system, "Segoe UI", Roboto, sans-serif',
    fontSize: 15,
    lineHeight: '20px',
  }
  return (
    <article style={frame}>
      {thread && <ThreadLine {...thread} colour={colours.rule} inset={34} padding={12} />}
      <Portrait {...account} size={42} paper={colours.rule} style={raised} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <p
          style={{ margin: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          <strong style={{ fontWeight: 600 }}>{account.displayName}</strong>{' '}
          <span style={{ color: colours.faint }}>
            @{account.handle} · {locale === 'fr' ? 'maintenant' : 'now'}
          </span>
        </p>
        <p style={{ margin: '2px 0 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {pieces(text, spans).map((piece, i) => (
            <Words key={i} piece={piece} colour={colours.link} />
          ))}
        </p>
        {images.length === 0 && card && <LinkCard card={card} colours={colours} />}
        {images.length > 0 && <Grid images={images.slice(0, 4)} rule={colours.rule} />}
      </div>
    </article>
  )
}

function Words({ piece, colour }: { piece: Piece; colour: string }) {
  if (!piece.span) return piece.text
  const shown = piece.span.kind === 'link' ? shortAddress(piece.text) : piece.text
  return <span style={{ color: colour }}>{shown}</span>
}

/** One picture keeps its shape; two are squares; the first of three takes half; four are 3:2. */
function Grid({ images, rule }: { images: PreviewImage[]; rule: string }) {
  const [only] = images
  const rounded: CSSProperties = { marginTop: 8, borderRadius: 12, overflow: 'hidden' }
  if (images.length === 1 && only) {
    const whole: CSSProperties = {
      display: 'block',
      width: '100%',
      maxHeight: 560,
      objectFit: 'cover',
    }
    return (
      <div style={{ ...rounded, border: `1px solid ${rule}` }}>
        <img src={only.url} alt={only.alt} style={whole} />
      </div>
    )
  }
  const grid: CSSProperties = { display: 'grid', gap: 4, gridTemplateColumns: '1fr 1fr' }
  const shape = { 2: '2 / 1', 3: '2 / 1', 4: '3 / 2' }[images.length]
  const rows = images.length === 2 ? '1fr' : '1fr 1fr'
  return (
    <div style={{ ...rounded, ...grid, gridTemplateRows: rows, aspectRatio: shape }}>
      {images.map((image, i) => (
        <img
          key={image.url}
          src={image.url}
          alt={image.alt}
          style={cell(images.length === 3 && i === 0)}
        />
      ))}
    </div>
  )
}

const cell = (isTall: boolean): CSSProperties => ({
  width: '100%',
  height: '100%',
  minHeight: 0,
  objectFit: 'cover',
  ...(isTall ? { gridRow: '1 / 3' } : {}),
})
