import type { MediaView } from '#domain/publishing/api.ts'
import { placedAt } from './placed-at.ts'
import type { Focal } from './use-focal.ts'

/** How a picture stands in a ratio, around its point, without asking the desk. */
export function CutSample(props: { media: MediaView; focal: Focal | null; ratio: string }) {
  const { media, focal, ratio } = props
  const [width = 1, height = 1] = ratio.split(':').map(Number)
  return (
    <figure className="w-24">
      <img
        src={media.thumbnailUrl}
        alt=""
        className="w-full rounded-sm border border-rule object-cover"
        style={{
          aspectRatio: `${width} / ${height}`,
          objectPosition: placedAt(media, focal, width / height),
        }}
      />
      <figcaption className="mt-0.5 text-xs text-ink-3">{ratio}</figcaption>
    </figure>
  )
}
