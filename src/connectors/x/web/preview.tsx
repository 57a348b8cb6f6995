import type { CSSProperties } from 'react'
import { Portrait } from '../../_contract/portrait.tsx'
import { pieces, type PreviewProps } from '../../_contract/preview.ts'
import { openEdges, ThreadLine } from '../../_contract/thread-line.tsx'
import { Gallery } from './gallery.tsx'
import { LinkCard } from './link-card.tsx'
import { shownAddress } from './shown-address.ts'

/** X's own colours, by day and “lights out” (x.com, read 2026-11-25). */
const themes = {
  light: { paper: '#ffffff', ink: '#0f1419', faint: '#536471', link: '#1d9bf0', rule: '#cfd9de' },
  dark: { paper: '#000000', ink: '#e7e9ea', faint: '#71767b', link: '#1d9bf0', rule: '#2f3336' },
}

/** What a longer post shows of itself in a timeline, about. */
const foldsAt = 280

/** Over the line of a thread. */
const raised: CSSProperties = { position: 'relative' }

/** A post as it appears in a timeline of X; in a thread, a line joins the portraits (x.com, read 2026-11-25). */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, theme, thread } = props
  const colours = themes[theme]
  const isFolded = text.length > foldsAt * 1.2
  const shown = isFolded ? `${text.slice(0, foldsAt).trimEnd()}…` : text
  const frame: CSSProperties = {
    position: 'relative',
    display: 'flex',
    gap: 8,
    padding: '12px 16px',
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.rule}`,
    ...openEdges(thread),
    fontFamily: 'TwitterChirp, system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
    fontSize: 15,
    lineHeight: '20px',
  }
  return (
    <article style={frame}>
      {thread && <ThreadLine {...thread} colour={colours.rule} inset={35} padding={12} />}
      <Portrait {...account} size={40} paper={colours.rule} style={raised} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <p style={{ ...oneLine, margin: 0, color: colours.faint }}>
          <strong style={{ color: colours.ink, fontWeight: 700 }}>{account.displayName}</strong> @
          {account.handle} · {locale === 'fr' ? 'maintenant' : 'now'}
        </p>
        <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {pieces(
            shown,
            spans.filter(({ end }) => end <= (isFolded ? foldsAt : text.length)),
          ).map(({ text: words, span }, i) =>
            span ? (
              <span key={i} style={{ color: colours.link }}>
                {span.kind === 'link' ? shownAddress(words) : words}
              </span>
            ) : (
              words
            ),
          )}
        </div>
        {isFolded && (
          <p style={{ margin: 0, color: colours.link }}>
            {locale === 'fr' ? 'Afficher plus' : 'Show more'}
          </p>
        )}
        {images.length > 0 && <Gallery images={images.slice(0, 4)} rule={colours.rule} />}
        {images.length === 0 && card && <LinkCard card={card} colours={colours} locale={locale} />}
      </div>
    </article>
  )
}

const oneLine: CSSProperties = {
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
}
