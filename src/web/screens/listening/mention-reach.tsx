import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { MentionView } from '#domain/listening/api.ts'
import { Popover, useFormat } from '#web/ui/index.ts'

/** How many follow the author, as the network said, and what that weighs; never a guess. */
export function MentionReach({ mention }: { mention: MentionView }) {
  const { t } = useLingui()
  const f = useFormat()
  const { author, reshares } = mention
  if (!author?.key) return null
  return (
    <Popover
      label={t`Author’s reach`}
      trigger={
        <button
          type="button"
          className="rounded-sm text-left hover:bg-sunken hover:text-ink min-h-6 pointer-coarse:min-h-11"
        >
          {author.followers === null ? (
            <Trans>reach unknown</Trans>
          ) : (
            <Plural value={author.followers} one="# follower" other="# followers" />
          )}
          {reshares !== null && reshares > 0 && (
            <>
              {' · '}
              <Plural value={reshares} one="reshared once" other="reshared # times" />
            </>
          )}
        </button>
      }
    >
      <Definition mention={mention} day={f.date(mention.foundAt)} />
    </Popover>
  )
}

function Definition({ mention, day }: { mention: MentionView; day: string }) {
  const f = useFormat()
  const { author, source, reshares } = mention
  const network = source.networkName
  const weight = author?.weight ?? null
  return (
    <div className="max-w-72 space-y-2 text-sm text-ink-2">
      {author?.followers === null || !author ? (
        <p>
          <Trans>{network} did not say how many follow this author. We do not guess.</Trans>
        </p>
      ) : (
        <p>
          <Trans>
            Followers according to {network} on {day}, when the mention was found. Followers are not
            readers: fewer people saw it.
          </Trans>
        </p>
      )}
      {weight !== null && (
        <p>
          <Trans>
            Weight {f.number(weight)}: each extra point means ten times as many followers (2 is a
            hundred, 5 a hundred thousand).
          </Trans>
        </p>
      )}
      {reshares !== null && (
        <p>
          <Trans>Reshares counted by {network} that same day.</Trans>
        </p>
      )}
    </div>
  )
}
