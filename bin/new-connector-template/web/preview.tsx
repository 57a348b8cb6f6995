import type { PreviewProps } from '#connectors/_contract/preview.ts'

/** A post as New Network shows it: its own cut, grid, links and colours, in light and in dark. */
export default function Preview({ text, images, account }: PreviewProps) {
  return (
    <article>
      <strong>{account.displayName}</strong>
      <p style={{ whiteSpace: 'pre-wrap' }}>{text}</p>
      {images.map((image) => (
        <img key={image.url} src={image.url} alt={image.alt} style={{ maxWidth: '100%' }} />
      ))}
    </article>
  )
}
