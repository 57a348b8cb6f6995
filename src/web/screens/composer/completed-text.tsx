import { type ComponentProps, Suspense } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import { CompletionList } from '../writing/parts.ts'
import { useCompletion } from '../writing/use-completion.ts'
import { PaintedText } from './painted-text.tsx'

interface CompletedTextProps extends ComponentProps<typeof PaintedText> {
  /** The accounts it leaves by: their networks know the people to mention. */
  channels: readonly ChannelView[]
}

/** A text being written whose hashtags and mentions are completed. */
export function CompletedText({ channels, ...text }: CompletedTextProps) {
  const { area, list } = useCompletion(channels, text.readOnly === true)
  return (
    <div className="relative">
      <PaintedText
        {...text}
        {...area}
        onSelect={(event) => {
          text.onSelect?.(event)
          area.onSelect(event)
        }}
      />
      {list && (
        <Suspense>
          <CompletionList {...list} />
        </Suspense>
      )}
    </div>
  )
}
