import type { Focal } from './use-focal.ts'

/**
 * CSS `object-position` by which a browser shows the very part that the desk would cut: the focal point in the middle,
 * as far as the edges allow (src/domain/publishing/media/crop.ts).
 */
export function placedAt(
  { width, height }: { width: number; height: number },
  focal: Focal | null,
  ratio: number,
): string {
  const { x, y } = focal ?? { x: 0.5, y: 0.5 }
  const kept = {
    width: Math.min(1, (height * ratio) / width),
    height: Math.min(1, width / ratio / height),
  }
  return `${share(x, kept.width)}% ${share(y, kept.height)}%`
}

/** Where the kept part stands between the two edges, in percent. */
function share(point: number, kept: number): number {
  if (kept >= 1) return 50
  const start = Math.min(1 - kept, Math.max(0, point - kept / 2))
  return Math.round((start / (1 - kept)) * 1000) / 10
}
