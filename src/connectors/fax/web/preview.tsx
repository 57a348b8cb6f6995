import type { CSSProperties } from 'react'
import type { PreviewProps } from '../../_contract/preview.ts'
import { printed } from '../text.ts'

const words = {
  en: 'To receive no more faxes from us: …',
  fr: 'Pour ne plus recevoir de fax de notre part : …',
}

/** A page as a machine prints it: black on white, in every theme. */
export default function Preview({ text, images, account, locale, theme }: PreviewProps) {
  const page: CSSProperties = {
    padding: 24,
    color: '#000000',
    background: '#ffffff',
    border: theme === 'dark' ? '1px solid #8a8a8a' : '1px solid #b5b5b5',
    fontFamily: 'Helvetica, Arial, sans-serif',
    fontSize: 15,
    lineHeight: 1.4,
  }
  const rule: CSSProperties = { margin: '8px 0 16px', border: 0, borderTop: '1px solid #000000' }
  return (
    <article style={page}>
      <p style={{ margin: 0, fontSize: 13, fontWeight: 700 }}>{account.displayName}</p>
      <hr style={rule} />
      <p style={{ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{printed(text)}</p>
      {images.map((image) => (
        <img
          key={image.url}
          src={image.url}
          alt={image.alt}
          style={{
            display: 'block',
            maxWidth: '100%',
            marginTop: 16,
            filter: 'grayscale(1) contrast(1.2)',
          }}
        />
      ))}
      <hr style={{ ...rule, margin: '20px 0 8px' }} />
      <p style={{ margin: 0, fontSize: 12 }}>{words[locale]}</p>
    </article>
  )
}
