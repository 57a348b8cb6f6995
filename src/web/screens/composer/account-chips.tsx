import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ChannelView } from '#domain/channels/api.ts'
import { cx, Mark, NetworkStamp, Tooltip } from '#web/ui/index.ts'

/** What an account's text counts, in its network's own unit. */
export interface Counted {
  length: number
  max: number | null
}

interface AccountChipsProps {
  channels: readonly ChannelView[]
  chosen: ReadonlySet<string>
  counts: ReadonlyMap<string, Counted>
  /** Accounts whose text or pictures are their own. */
  departing: ReadonlySet<string>
  onToggle: (channelId: string) => void
  disabled: boolean
  /** There are accounts, none of them this person's to write for. */
  noneIsYours: boolean
}

/** The accounts a post leaves by, each with what is left of its network's limit. */
export function AccountChips(props: AccountChipsProps) {
  const { t } = useLingui()
  const { channels, chosen, counts, departing, onToggle, disabled, noneIsYours } = props
  if (channels.length === 0 && noneIsYours) {
    return (
      <p className="text-sm text-ink-2">
        <Trans>
          You may not write for any account yet: ask an owner or a manager of the company. The draft
          is kept meanwhile.
        </Trans>
      </p>
    )
  }
  if (channels.length === 0) {
    return (
      <p className="text-sm text-ink-2">
        <Trans>
          No account is connected yet.{' '}
          <Link to="/channels" search={{ connect: 'yes' }} className="underline underline-offset-2">
            Connect one
          </Link>{' '}
          to publish; the draft is kept meanwhile.
        </Trans>
      </p>
    )
  }
  return (
    <ul aria-label={t`Accounts`} className="flex flex-wrap gap-1.5">
      {channels.map((channel) => (
        <li key={channel.id}>
          <Chip
            channel={channel}
            isChosen={chosen.has(channel.id)}
            isDeparting={departing.has(channel.id)}
            counted={counts.get(channel.id)}
            onToggle={() => onToggle(channel.id)}
            disabled={disabled}
          />
        </li>
      ))}
    </ul>
  )
}

interface ChipProps {
  channel: ChannelView
  isChosen: boolean
  isDeparting: boolean
  counted: Counted | undefined
  onToggle: () => void
  disabled: boolean
}

function Chip({ channel, isChosen, isDeparting, counted, onToggle, disabled }: ChipProps) {
  const { t } = useLingui()
  const { stamp, networkName, handle, state, trouble } = channel
  const isBroken = state === 'broken'
  return (
    <Tooltip text={trouble ?? `${networkName} · ${handle}`}>
      <button
        type="button"
        aria-pressed={isChosen}
        disabled={disabled}
        onClick={onToggle}
        className={cx(
          'flex h-8 max-w-64 items-center gap-1.5 rounded-md border px-2 text-sm pointer-coarse:h-11 disabled:cursor-default',
          isChosen
            ? 'border-accent bg-accent-soft'
            : 'border-rule-strong text-ink-2 hover:bg-sunken',
          disabled && !isChosen && 'opacity-55',
        )}
      >
        <NetworkStamp
          stamp={stamp}
          name={networkName}
          className={cx(isChosen && 'border-ink text-ink')}
        />
        <span className="truncate">{handle}</span>
        {isDeparting && isChosen && (
          <span className="text-xs text-wait">
            <Trans>own text</Trans>
          </span>
        )}
        {isBroken && (
          <>
            <Mark status="failed" />
            <span className="sr-only">{t`to reconnect`}</span>
          </>
        )}
        {isChosen && counted && <Remaining {...counted} />}
      </button>
    </Tooltip>
  )
}

function Remaining({ length, max }: Counted) {
  const { t } = useLingui()
  if (max === null) return <span className="font-medium">{length}</span>
  const left = max - length
  const isOver = left < 0
  return (
    <span
      className={cx(
        'ml-0.5 font-semibold',
        isOver ? 'text-bad' : left <= max / 10 ? 'text-wait' : 'font-medium text-ink-2',
      )}
    >
      <span aria-hidden>{isOver ? `−${-left}` : left}</span>
      <span className="sr-only">
        {isOver ? (
          <Plural value={-left} one="# character too many" other="# characters too many" />
        ) : (
          t`${left} of ${max} characters left`
        )}
      </span>
    </span>
  )
}
