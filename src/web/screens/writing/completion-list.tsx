import { Plural, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { Avatar, cx, NetworkStamp } from '#web/ui/index.ts'
import type { OpenList } from './use-completion.ts'
import type { Proposal } from './use-proposals.ts'

const WIDTH = 288

/** Under the word being written: ways to finish it. It is looked at and pointed at; the focus stays in the text. */
export default function CompletionList({ id, proposals, active, place, take }: OpenList) {
  const { t } = useLingui()
  const list = useRef<HTMLDivElement>(null)
  const [room, measure] = useState(WIDTH)
  useEffect(() => {
    measure(list.current?.parentElement?.clientWidth ?? WIDTH)
  }, [])
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const width = Math.min(WIDTH, room)
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t`Suggestions`}
      className="absolute z-20 max-h-64 overflow-auto rounded-lg border border-rule-strong bg-sheet py-1 shadow-lg"
      style={{
        width,
        top: place.bottom + 4,
        left: Math.max(0, Math.min(place.left, room - width)),
      }}
    >
      {proposals.map((proposal, index) => (
        // oxlint-disable-next-line click-events-have-key-events -- keys are heard by the text, which keeps the focus
        <div
          key={proposal.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={cx(
            'flex min-h-8 cursor-pointer items-center gap-2 px-2.5 py-1 text-sm pointer-coarse:min-h-11',
            index === active ? 'bg-accent-soft' : 'hover:bg-sunken',
          )}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(proposal)}
        >
          <Told proposal={proposal} />
        </div>
      ))}
    </div>
  )
}

function Told({ proposal }: { proposal: Proposal }) {
  const { t } = useLingui()
  if (proposal.kind === 'hashtag') {
    const { tag, count } = proposal.hashtag
    return (
      <>
        <span className="min-w-0 flex-1 truncate">#{tag}</span>
        <span className="text-xs text-ink-3">
          <Plural value={count} one="used once" other="used # times" />
        </span>
      </>
    )
  }
  const { name, handle, avatarUrl, stamp, networkName, known } = proposal.person
  return (
    <>
      <Avatar name={name} src={avatarUrl} size={24} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        <span className="block truncate text-xs text-ink-3">@{handle}</span>
      </span>
      {known && <span className="text-xs text-ink-3">{t`you know each other`}</span>}
      <NetworkStamp stamp={stamp} name={networkName} />
    </>
  )
}
