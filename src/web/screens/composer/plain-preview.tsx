import type { PreviewProps } from '#connectors/_contract/preview.ts'
import { Avatar, cx } from '#web/ui/index.ts'

/** A post of a network that brings no preview of its own: who, what, which pictures. */
export function PlainPreview({ text, spans, images, account, theme }: PreviewProps) {
  return (
    <article data-theme={theme} className="rounded-lg border border-rule bg-sheet p-4 text-ink">
      <header className="mb-2 flex items-center gap-2.5">
        <Avatar name={account.displayName} src={account.avatarUrl ?? null} size={40} />
        <p className="min-w-0">
          <span className="block truncate font-semibold">{account.displayName}</span>
          <span className="block truncate text-sm text-ink-2">{account.handle}</span>
        </p>
      </header>
      <p className="text-lg whitespace-pre-wrap [overflow-wrap:anywhere]">
        {pieces(text, spans).map(({ words, isSpan }, index) =>
          isSpan ? (
            <span key={index} className="text-accent">
              {words}
            </span>
          ) : (
            words
          ),
        )}
      </p>
      {images.length > 0 && (
        <div
          className={cx(
            'mt-3 grid gap-1 overflow-hidden rounded-lg',
            images.length > 1 && 'grid-cols-2',
          )}
        >
          {images.map(({ url, alt }) => (
            <img
              key={url}
              src={url}
              alt={alt}
              className="aspect-video w-full bg-sunken object-cover"
            />
          ))}
        </div>
      )}
    </article>
  )
}

function pieces(text: string, spans: PreviewProps['spans']) {
  const found: { words: string; isSpan: boolean }[] = []
  let at = 0
  for (const { start, end } of spans) {
    found.push(
      { words: text.slice(at, start), isSpan: false },
      { words: text.slice(start, end), isSpan: true },
    )
    at = end
  }
  return [...found, { words: text.slice(at), isSpan: false }]
}
