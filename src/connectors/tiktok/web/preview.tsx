import type { CSSProperties } from 'react'
import { objectPosition, pieces, type PreviewProps } from '../../_contract/preview.ts'

/** TikTok shows a post on black whatever the reader’s theme; the line under it is ours. */
const themes = {
  light: { paper: '#ffffff', ink: '#161823' },
  dark: { paper: '#121212', ink: '#e8e8e8' },
}

/** Characters before “more”, about. */
const fold = 90

/** A post as the feed shows it: upright, its words over its foot, what one may do at its side. */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, account, locale, theme } = props
  const [first] = images
  const isFolded = text.length > fold
  const shown = spans.filter((span) => span.kind !== 'link' && (!isFolded || span.end <= fold))
  return (
    <article style={{ ...frame, color: themes[theme].ink, background: themes[theme].paper }}>
      <div style={screen}>
        {first ? (
          <img
            src={first.url}
            alt={first.alt}
            style={{ ...picture, objectPosition: objectPosition(first) }}
          />
        ) : (
          <p style={missing}>
            {locale === 'fr' ? 'Ajoutez une vidéo ou des photos' : 'Add a video or photos'}
          </p>
        )}
        {images.length > 1 && <span style={counter}>1/{images.length}</span>}
        <div style={words}>
          <strong style={{ display: 'block', fontWeight: 700 }}>{account.displayName}</strong>
          {pieces(isFolded ? text.slice(0, fold) : text, shown).map(({ text: part, span }, i) =>
            span ? <strong key={i}>{part}</strong> : part,
          )}
          {isFolded && <strong>{locale === 'fr' ? '… plus' : '… more'}</strong>}
        </div>
        <div aria-hidden="true" style={side}>
          <Portrait {...account} />
          <span>♥</span>
          <span>●</span>
          <span>➤</span>
        </div>
      </div>
      <p style={{ margin: 0, padding: '8px 12px', fontSize: 12, lineHeight: '16px' }}>
        {locale === 'fr'
          ? 'En publiant, vous acceptez la confirmation d’utilisation de la musique de TikTok.'
          : 'By posting, you agree to TikTok’s Music Usage Confirmation.'}
      </p>
    </article>
  )
}

const frame: CSSProperties = {
  maxWidth: 320,
  borderRadius: 12,
  overflow: 'hidden',
  fontFamily: 'TikTokFont, Arial, Tahoma, "PingFang SC", sans-serif',
}

const screen: CSSProperties = {
  position: 'relative',
  aspectRatio: '9 / 16',
  color: '#ffffff',
  background: '#000000',
}

const picture: CSSProperties = {
  position: 'absolute',
  inset: 0,
  width: '100%',
  height: '100%',
  objectFit: 'contain',
}

const missing: CSSProperties = {
  display: 'grid',
  placeItems: 'center',
  height: '100%',
  margin: 0,
  padding: 24,
  textAlign: 'center',
}

const counter: CSSProperties = {
  position: 'absolute',
  top: 12,
  insetInlineEnd: 12,
  padding: '2px 8px',
  borderRadius: 10,
  background: 'rgb(0 0 0 / 60%)',
  fontSize: 12,
}

const words: CSSProperties = {
  position: 'absolute',
  insetInline: 0,
  bottom: 0,
  padding: '48px 64px 16px 12px',
  background: 'linear-gradient(transparent, rgb(0 0 0 / 70%))',
  fontSize: 14,
  lineHeight: '18px',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}

const side: CSSProperties = {
  position: 'absolute',
  insetInlineEnd: 12,
  bottom: 24,
  display: 'grid',
  gap: 14,
  justifyItems: 'center',
  fontSize: 24,
}

const round: CSSProperties = {
  display: 'grid',
  placeItems: 'center',
  width: 40,
  height: 40,
  borderRadius: '50%',
  color: '#ffffff',
  background: '#fe2c55',
  fontSize: 18,
  objectFit: 'cover',
}

function Portrait({ displayName, avatarUrl }: PreviewProps['account']) {
  if (avatarUrl) return <img src={avatarUrl} alt="" style={round} />
  return <span style={round}>{displayName.slice(0, 1)}</span>
}
