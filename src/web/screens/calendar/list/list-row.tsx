import { useLingui } from '@lingui/react/macro'
import { memo } from 'react'
import { useText } from '#web/shell/index.ts'
import { cx, Mark, useFormat } from '#web/ui/index.ts'
import { LABEL_NAMES, LABEL_WORDS } from '../../campaigns/labels.ts'
import { needsAttention, type Placed } from '../arrange.ts'
import { useCalendarDesk } from '../calendar-desk.ts'
import { dayOf, timeOf } from '../days.ts'
import { Excerpt, Stamps } from '../post-chip.tsx'
import { markOf } from '../post-mark.ts'

interface ListRowProps {
  placed: Placed
  ticked: boolean
  toggle: (postId: string) => void
}

/** A post as a line of the table. Drawn again only when it or its tick changes. */
export const ListRow = memo(function ListRow({ placed, ticked, toggle }: ListRowProps) {
  const { t } = useLingui()
  const f = useFormat()
  const { open, channels } = useCalendarDesk()
  const text = useText()
  const { post, wallTime } = placed
  const when = `${f.weekday(dayOf(wallTime))} ${f.day(dayOf(wallTime))}, ${timeOf(wallTime)}`
  const handles = post.channelIds.map((id) => channels.get(id)?.handle ?? '?')
  const labels = LABEL_NAMES.filter((name) => post.labels.includes(name))
  const filed = labels.map((name) => text(LABEL_WORDS[name].word)).join(', ')
  return (
    <tr
      className={cx(
        'border-b border-rule',
        ticked ? 'bg-sunken' : needsAttention(post) && 'bg-bad-soft',
      )}
    >
      <td className="py-1.5 pr-4">
        <input
          type="checkbox"
          aria-label={t`Tick: ${when}`}
          className="size-4 accent-(--accent) pointer-coarse:size-6"
          checked={ticked}
          onChange={() => toggle(post.id)}
        />
      </td>
      <td className="py-1.5 pr-4 whitespace-nowrap text-ink-2 first-letter:uppercase max-md:whitespace-normal">
        {when}
      </td>
      <th scope="row" className="w-full py-1 pr-4 text-left font-normal">
        <button
          type="button"
          data-post={post.id}
          className="min-h-8 rounded-sm text-left hover:underline pointer-coarse:min-h-11"
          onClick={() => open(post.id)}
        >
          <FirstLine of={post.excerpt} />
        </button>
      </th>
      <td className="py-1.5 pr-4 max-md:hidden">
        <span className="flex items-center gap-2 whitespace-nowrap">
          <Stamps ids={post.channelIds} />
          <span className="max-w-40 truncate text-ink-2">{handles.join(', ')}</span>
        </span>
      </td>
      <td className="py-1.5 pr-4 whitespace-nowrap text-ink-2 max-lg:hidden">{filed}</td>
      <td className="py-1.5 max-md:hidden">
        <Mark status={markOf(post.status)} label />
      </td>
    </tr>
  )
})

/** Clamped apart from its button, whose height would show half of the next line. */
function FirstLine({ of }: { of: string }) {
  return (
    <span className="line-clamp-1 max-md:line-clamp-2">
      <Excerpt text={of} />
    </span>
  )
}
