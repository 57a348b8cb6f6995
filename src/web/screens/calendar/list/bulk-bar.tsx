import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CalendarClock, FilePenLine, Tag, Trash2, X } from 'lucide-react'
import type { PostSummary } from '#domain/publishing/api.ts'
import { useText } from '#web/shell/index.ts'
import { Button, IconButton, Menu } from '#web/ui/index.ts'
import { LABEL_NAMES, LABEL_WORDS } from '../../campaigns/labels.ts'
import { useCalendarDesk } from '../calendar-desk.ts'
import { isMovable } from '../post-mark.ts'
import { useBulk } from './use-bulk.ts'

const DAYS = [-7, -1, 1, 2, 7, 14, 28]

/** What may be done with the posts ticked; what has left stays as it left. */
export function BulkBar({ posts, clear }: { posts: readonly PostSummary[]; clear: () => void }) {
  const { t } = useLingui()
  const bulk = useBulk(clear)
  const text = useText()
  const { campaigns } = useCalendarDesk()
  const movable = posts.filter(({ status }) => isMovable(status))
  const some = movable.length > 0
  const daysLater = (days: number) => {
    const count = Math.abs(days)
    if (days === 7) return t`A week later`
    if (days === -7) return t`A week earlier`
    if (days === 1) return t`A day later`
    if (days === -1) return t`A day earlier`
    return t`${count} days later`
  }
  return (
    <div
      role="toolbar"
      aria-label={t`Posts ticked`}
      className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2 border-t border-ink bg-sheet py-3"
    >
      <span className="mr-2 font-medium" role="status">
        <Plural value={posts.length} one="# post ticked" other="# posts ticked" />
      </span>
      <Menu
        side="top"
        label={t`Move`}
        items={DAYS.map((days) => ({
          label: daysLater(days),
          disabled: !some,
          onSelect: () => void bulk.move(movable, days),
        }))}
        trigger={
          <Button icon={CalendarClock} busy={bulk.busy}>
            <Trans>Move</Trans>
          </Button>
        }
      />
      <Menu
        side="top"
        label={t`File`}
        items={[
          { heading: t`Label` },
          ...LABEL_NAMES.map((name) => ({
            label: text(LABEL_WORDS[name].word),
            disabled: !some,
            onSelect: () => void bulk.label(movable, name),
          })),
          ...(campaigns.size > 0 ? (['rule', { heading: t`Campaign` }] as const) : []),
          ...[...campaigns.values()].map(({ id, name }) => ({
            label: name,
            disabled: !some,
            onSelect: () => void bulk.assign(movable, id),
          })),
        ]}
        trigger={
          <Button icon={Tag} busy={bulk.busy}>
            <Trans>File</Trans>
          </Button>
        }
      />
      <Button
        icon={FilePenLine}
        busy={bulk.busy}
        disabled={!some}
        onClick={() => void bulk.unschedule(movable)}
      >
        <Trans>Turn into drafts</Trans>
      </Button>
      <Button
        icon={Trash2}
        busy={bulk.busy}
        disabled={!some}
        onClick={() => void bulk.remove(movable)}
      >
        <Trans>Delete</Trans>
      </Button>
      <IconButton label={t`Tick none`} icon={X} onClick={clear} />
    </div>
  )
}
