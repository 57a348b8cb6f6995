import { Trans } from '@lingui/react/macro'
import type { ReviewedPost } from '#domain/publishing/approvals/outside/api.ts'
import { NetworkStamp } from '#web/ui/index.ts'
import { type Place, placeIn } from '../approvals/anchor.ts'
import { ProofText } from '../approvals/proof-text.tsx'

type Account = ReviewedPost['accounts'][number]

interface AccountProofProps {
  /** Accounts that say the same. */
  accounts: readonly Account[]
  comments: ReviewedPost['comments']
  onChoose: (place: Place | null) => void
}

/** What leaves by some accounts: the text, what follows it, and the pictures with what they show. */
export function AccountProof({ accounts, comments, onChoose }: AccountProofProps) {
  const [first] = accounts
  if (!first) return null
  const marked = comments.flatMap((one) => {
    const isHere = first.ownText ? one.channelId === first.channelId : one.channelId === null
    const place = isHere && !one.resolvedAt && placeIn(first.text, one.quote, one.at)
    return place ? [place] : []
  })
  return (
    <section className="mb-4 max-w-prose">
      <ul className="mb-1.5 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        {accounts.map(({ channelId, stamp, network, displayName, handle }) => (
          <li key={channelId} className="flex items-center gap-1.5">
            <NetworkStamp stamp={stamp} name={network} />
            <span className="font-medium text-ink">{displayName}</span>
            <span>{handle}</span>
          </li>
        ))}
      </ul>
      <ProofText
        text={first.text}
        marked={marked}
        onChoose={onChoose}
        className="text-xl leading-normal"
      />
      <Pictures images={first.images} />
      {first.thread.map((part, index) => (
        <div key={index} className="mt-3 border-l border-rule pl-3">
          <p className="font-serif text-lg whitespace-pre-wrap">{part.text}</p>
          <Pictures images={part.images} />
        </div>
      ))}
      {first.firstComment && (
        <p className="mt-3 text-sm text-ink-2">
          <Trans>
            First comment: <span className="font-serif text-ink">{first.firstComment}</span>
          </Trans>
        </p>
      )}
    </section>
  )
}

function Pictures({ images }: { images: Account['images'] }) {
  if (images.length === 0) return null
  return (
    <ul className="mt-3 space-y-3">
      {images.map(({ url, alt, width, height }) => (
        <li key={url}>
          <img
            src={url}
            alt={alt}
            {...{ width, height }}
            className="h-auto max-h-[70vh] w-auto max-w-full rounded-md"
          />
          {alt && <p className="mt-1 text-sm text-ink-3">{alt}</p>}
        </li>
      ))}
    </ul>
  )
}
