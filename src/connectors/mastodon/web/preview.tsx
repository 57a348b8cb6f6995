import type { CSSProperties } from 'react'
import { Portrait } from '../../_contract/portrait.tsx'
import {
  objectPosition,
  pieces,
  type Piece,
  type PreviewImage,
  type PreviewProps,
} from '../../_contract/preview.ts'
import { openEdges, ThreadLine } from '../../_contract/thread-line.tsx'
import { foldAt } from './fold.ts'
import { LinkCard } from './link-card.tsx'
import { shownAddress } from './shown-address.ts'

/** Mastodon's own colours (mastodon/mastodon, styles/mastodon/theme, read 2026-11-22). */
const themes = {
  light: { paper: '#ffffff', ink: '#17171f', faint: '#444b5d', link: '#563acc', rule: '#c8c7d9' },
  dark: { paper: '#181821', ink: '#ffffff', faint: '#9baec8', link: '#a3a4ff', rule: '#393f4f' },
}

/** Its corners, and over the line of a thread. */
const raised: CSSProperties = { borderRadius: 8, position: 'relative' }

/**
 * A post as it appears in a timeline of Mastodon's web client: folded at 32 lines. In a thread, as in a conversation:
 * a line joins the portraits, and the words stand beside it (mastodon/mastodon, components/status, read 2026-11-25).
 */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, theme, thread } = props
  const colours = themes[theme]
  const fold = foldAt(text)
  const frame: CSSProperties = {
    position: 'relative',
    padding: 16,
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.rule}`,
    ...openEdges(thread),
    fontFamily: 'mastodon-font-sans-serif, Roboto, system-ui, sans-serif',
    fontSize: 15,
    lineHeight: '22px',
  }
  const shown = spans.filter((span) => span.end <= fold)
  return (
    <article style={frame}>
      {thread && <ThreadLine {...thread} colour={colours.rule} inset={38} padding={16} />}
      <header style={{ display: 'flex', gap: 10, marginBottom: 10 }}>
        <Portrait {...account} size={46} paper={colours.rule} style={raised} />
        <p style={{ margin: 0, flex: 1, minWidth: 0 }}>
          <strong style={{ ...oneLine, fontWeight: 500 }}>{account.displayName}</strong>
          <span style={{ ...oneLine, color: colours.faint }}>@{account.handle}</span>
        </p>
        <span style={{ color: colours.faint, fontSize: 14 }}>{locale === 'fr' ? '0 s' : '0s'}</span>
      </header>
      <div style={thread ? { marginInlineStart: 56 } : {}}>
        <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {pieces(text.slice(0, fold), shown).map((piece, i) => (
            <Words key={i} piece={piece} colour={colours.link} />
          ))}
        </div>
        {fold < text.length && (
          <p style={{ margin: '8px 0 0', color: colours.link }}>
            {locale === 'fr' ? 'Lire la suite' : 'Read more'}
          </p>
        )}
        {images.length === 0 && card && <LinkCard card={card} colours={colours} />}
        {images.length > 0 && <Gallery images={images.slice(0, 4)} />}
      </div>
    </article>
  )
}

const oneLine: CSSProperties = {
  display: 'block',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
}

function Words({ piece, colour }: { piece: Piece; colour: string }) {
  const { span, text } = piece
  if (!span) return text
  if (span.kind === 'link') return <span style={{ color: colour }}>{shownAddress(text)}</span>
  // People are shown without their server.
  const shown = span.kind === 'mention' ? `@${span.value.split('@')[0]}` : text
  return <span style={{ color: colour }}>{shown}</span>
}

/** One picture keeps its shape; more share a frame of 3:2, the first of three taking the left half. */
function Gallery({ images }: { images: PreviewImage[] }) {
  const grid: CSSProperties = {
    marginTop: 8,
    display: 'grid',
    gap: 2,
    borderRadius: 8,
    overflow: 'hidden',
    gridTemplateColumns: images.length === 1 ? '1fr' : '1fr 1fr',
    gridTemplateRows: images.length > 2 ? '1fr 1fr' : '1fr',
    ...(images.length === 1 ? {} : { aspectRatio: '3 / 2' }),
  }
  return (
    <div style={grid}>
      {images.map((image, i) => (
        <figure
          key={image.url}
          style={{ ...cell, ...(images.length === 3 && i === 0 ? tall : {}) }}
        >
          <img
            src={image.url}
            alt={image.alt}
            style={{ ...picture(images.length), objectPosition: objectPosition(image) }}
          />
          {image.alt !== '' && (
            <span aria-hidden="true" style={badge}>
              ALT
            </span>
          )}
        </figure>
      ))}
    </div>
  )
}

const cell: CSSProperties = { margin: 0, position: 'relative', minHeight: 0, minWidth: 0 }
const tall: CSSProperties = { gridRow: '1 / 3' }

const picture = (count: number): CSSProperties => ({
  display: 'block',
  width: '100%',
  objectFit: 'cover',
  ...(count === 1 ? { maxHeight: 640 } : { height: '100%' }),
})

const badge: CSSProperties = {
  position: 'absolute',
  insetInlineStart: 8,
  bottom: 8,
  padding: '1px 6px',
  borderRadius: 4,
  color: '#ffffff',
  background: 'rgb(0 0 0 / 75%)',
  fontSize: 12,
  fontWeight: 700,
  lineHeight: '18px',
}
