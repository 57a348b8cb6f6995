import { Trans } from '@lingui/react/macro'
import { Link2 } from 'lucide-react'
import type { CardView } from '#domain/publishing/cards/api.ts'

/** What to mend on the page behind the link, so that its card is worth showing. */
export default function CardAdvice({ card }: { card: CardView }) {
  if (card.advice.length === 0) return null
  return (
    <div className="mt-2 flex items-start gap-2 text-sm text-ink-2">
      <Link2 size={14} strokeWidth={1.5} aria-hidden className="mt-[3px] shrink-0 text-ink-3" />
      <div className="min-w-0">
        <p className="text-xs text-ink-3 [overflow-wrap:anywhere]">
          <Trans>{card.host}’s card</Trans>
        </p>
        {card.advice.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  )
}
