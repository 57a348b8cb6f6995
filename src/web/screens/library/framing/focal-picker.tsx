import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import { announce, Button, cx, useFormat } from '#web/ui/index.ts'
import type { Focal } from './use-focal.ts'

const STEP = 0.02
const LEAP = 0.1

const STEPS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface FocalPickerProps {
  media: MediaView
  focal: Focal | null
  onFocal: (focal: Focal | null) => void
  className?: string
}

/** A picture with the point that must stay in sight: put there by a press, a drag, or the arrows. */
export function FocalPicker({ media, focal, onFocal, className }: FocalPickerProps) {
  const { t } = useLingui()
  const f = useFormat()
  const hint = useId()
  const frame = useRef<HTMLDivElement>(null)
  const marker = useRef<HTMLButtonElement>(null)
  const { x, y } = focal ?? { x: 0.5, y: 0.5 }
  const words = t`${f.percent(round(x))} from the left, ${f.percent(round(y))} from the top`
  const follow = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return
    onFocal({
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    })
  }
  const step = (event: KeyboardEvent) => {
    const [right, down] = STEPS[event.key] ?? []
    if (right === undefined || down === undefined) return
    event.preventDefault()
    const by = event.shiftKey ? LEAP : STEP
    const next = { x: within(x + right * by), y: within(y + down * by) }
    onFocal(next)
    const [left, top] = [f.percent(round(next.x)), f.percent(round(next.y))]
    announce(t`${left} from the left, ${top} from the top`)
  }
  return (
    <div className={className}>
      <div
        ref={frame}
        className="relative mx-auto w-fit cursor-crosshair touch-none overflow-hidden rounded-md border border-rule select-none"
        onPointerDown={(event) => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          marker.current?.focus()
          follow(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event)
        }}
      >
        <img
          src={media.thumbnailUrl}
          width={media.width}
          height={media.height}
          alt=""
          draggable={false}
          className="block h-auto max-h-64 w-auto max-w-full"
        />
        <button
          ref={marker}
          type="button"
          aria-label={t`What must stay in sight: ${words}`}
          aria-describedby={hint}
          onKeyDown={step}
          style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          className={cx(
            'absolute size-6 -translate-1/2 cursor-grab rounded-full border-2 border-white bg-black/25',
            'shadow-[0_0_0_1.5px_#000,inset_0_0_0_1.5px_#000] after:absolute after:top-1/2 after:left-1/2',
            'after:size-1.5 after:-translate-1/2 after:rounded-full after:bg-white after:shadow-[0_0_0_1px_#000]',
            !focal && 'border-dashed',
          )}
        />
      </div>
      <p id={hint} className="mt-1 text-xs text-ink-3">
        <Trans>Press what must stay in sight, or use the arrows.</Trans>
      </p>
      {focal && (
        <Button kind="quiet" size="sm" className="-ml-2" onClick={() => onFocal(null)}>
          <Trans>Back to the middle</Trans>
        </Button>
      )}
    </div>
  )
}

const within = (part: number) => Math.min(1, Math.max(0, part))
const round = (part: number) => Math.round(part * 100) / 100
