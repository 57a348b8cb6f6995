import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { EllipsisVertical, Pencil, Scale, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { QueryView } from '#domain/listening/api.ts'
import { api, useMay } from '#web/api/index.ts'
import { Sparkline } from '#web/charts/index.ts'
import { useUrlState } from '#web/shell/url-state.ts'
import { Confirm, cx, IconButton, Menu, useFormat, useToast } from '#web/ui/index.ts'
import { JudgingSheet } from './judging-sheet.tsx'

interface QueryRowProps {
  query: QueryView
  chosen: boolean
  onChoose: () => void
  onEdit: () => void
}

export function QueryRow({ query, chosen, onChoose, onEdit }: QueryRowProps) {
  const { t } = useLingui()
  const f = useFormat()
  const [leaving, leave] = useState(false)
  const [judging, judge] = useState(false)
  const may = useMay('listening:write')
  const { name, expression, found, foundBefore, unseen, days } = query
  const length = days.length
  return (
    <li
      className={cx(
        'relative flex items-center gap-3 border-b border-rule py-2 md:gap-5',
        chosen && 'bg-accent-soft/60 shadow-[inset_2px_0_var(--accent)]',
      )}
    >
      <button
        type="button"
        aria-pressed={chosen}
        onClick={onChoose}
        className="min-h-11 min-w-0 flex-1 self-stretch pl-2 text-left after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
      >
        <span className="flex items-baseline gap-2">
          <span className="truncate font-semibold">{name}</span>
          {unseen > 0 && (
            <span className="shrink-0 text-xs font-medium text-accent">
              <Plural value={unseen} one="# new" other="# new" />
            </span>
          )}
        </span>
        {expression !== name && (
          <span className="block truncate text-xs text-ink-2">{expression}</span>
        )}
        <Unread query={query} />
        <PrecisionOfQuery query={query} />
      </button>
      <span className="max-md:hidden lg:max-xl:hidden">
        <Sparkline
          values={days.map((day) => day.value)}
          label={t`Mentions by day over ${length} days`}
          width={112}
        />
      </span>
      <span className="w-20 shrink-0 text-right md:w-24">
        <span className="title-serif block text-xl">{f.number(found)}</span>
        <span className="block text-xs text-ink-2">
          <Trans>{f.number(foundBefore)} before</Trans>
        </span>
      </span>
      {may && (
        <Menu
          label={t`Actions on ${name}`}
          trigger={
            <IconButton
              label={t`Actions on ${name}`}
              icon={EllipsisVertical}
              className="relative"
            />
          }
          items={[
            { label: t`Edit`, icon: Pencil, onSelect: onEdit },
            { label: t`Precision`, icon: Scale, onSelect: () => judge(true) },
            'rule',
            { label: t`Delete`, icon: Trash2, danger: true, onSelect: () => leave(true) },
          ]}
        />
      )}
      <JudgingSheet query={query} open={judging} onClose={() => judge(false)} />
      <DeleteQuery query={query} open={leaving} onClose={() => leave(false)} />
    </li>
  )
}

/** A query that finds nothing more says so, or its figures would be taken for a quiet week. */
function Unread({ query: { unreadable } }: { query: QueryView }) {
  if (!unreadable) return null
  return (
    <span className="flex items-start gap-1.5 text-xs text-bad">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>
        <Trans>It finds nothing more: {unreadable.sentence}</Trans>
      </span>
    </span>
  )
}

/** As far as was judged: nothing is said of a query that nobody judged. */
function PrecisionOfQuery({ query: { precision } }: { query: QueryView }) {
  const f = useFormat()
  const { judged, share } = precision
  if (!share) return null
  // A decimal would claim more than twenty judgements tell.
  const whole = (part: number) => f.percent(Math.round(part * 100) / 100)
  const [value, low, high] = [whole(share.value), whole(share.low), whole(share.high)]
  return (
    <span className="block truncate text-xs text-ink-2">
      <Trans>
        {value} on topic (between {low} and {high}, {judged} judged)
      </Trans>
    </span>
  )
}

interface DeleteQueryProps {
  query: QueryView
  open: boolean
  onClose: () => void
}

function DeleteQuery({ query: { id, name }, open, onClose }: DeleteQueryProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const [chosen, choose] = useUrlState('query', '')
  return (
    <Confirm
      {...{ open, onClose }}
      title={t`Delete “${name}”?`}
      action={t`Delete the query`}
      danger
      onConfirm={async () => {
        await api.delete(`/queries/${id}`)
        if (chosen === id) choose('')
        await client.invalidateQueries({ queryKey: ['mentions'] })
        toast({ text: t`“${name}” is deleted.` })
      }}
    >
      <p>
        <Trans>
          The mentions that no other query found are deleted with it. This cannot be undone.
        </Trans>
      </p>
    </Confirm>
  )
}
