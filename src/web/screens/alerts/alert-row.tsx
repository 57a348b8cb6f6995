import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { AlertView } from '#domain/listening/alerts/api.ts'
import { RelativeTime, useFormat } from '#web/ui/index.ts'
import { AlertState } from './alert-state.tsx'
import { useOver } from './use-over.ts'
import { useAlertName } from './use-risk-words.ts'

/** One episode: how much, of what, since when, and where it stands. */
export function AlertRow({ alert }: { alert: AlertView }) {
  const { id, openedAt } = alert
  const name = useAlertName(alert)
  return (
    <li className="relative flex items-start gap-4 border-b border-rule py-3 pl-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link
            to="/alerts/$alertId"
            params={{ alertId: id }}
            className="min-w-0 truncate font-semibold after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {name}
          </Link>
          <span className="text-xs text-ink-2">
            <RelativeTime at={openedAt} />
          </span>
        </p>
        <WhatChanged alert={alert} />
        <p className="mt-0.5 text-xs">
          <AlertState alert={alert} />
        </p>
      </div>
      <Count alert={alert} />
    </li>
  )
}

/** The words that are new, or the post itself. */
function WhatChanged({ alert: { risk, facts } }: { alert: AlertView }) {
  const words = facts.terms.map(({ word }) => word).join(', ')
  const excerpt = risk === null ? '' : (facts.first?.excerpt ?? '')
  if (words === '' && excerpt === '') return null
  return (
    <p className="truncate text-ink-2">
      {excerpt === '' ? <Trans>New words: {words}</Trans> : excerpt}
    </p>
  )
}

function Count({ alert: { subject, scale, count, expected } }: { alert: AlertView }) {
  const f = useFormat()
  const over = useOver(scale)
  const shown = f.number(expected < 10 ? Math.round(expected * 10) / 10 : Math.round(expected))
  return (
    <p className="w-32 shrink-0 pr-2 text-right">
      <span className="title-serif block text-xl">{f.number(count)}</span>
      <span className="block text-xs text-ink-2">
        {subject === 'all' && (
          <Trans>
            {over}, usually {shown}
          </Trans>
        )}
        {subject === 'worrying' && (
          <Trans>
            worrying {over}, usually {shown}
          </Trans>
        )}
        {subject === 'post' && <Plural value={count} one="post" other="posts" />}
      </span>
    </p>
  )
}
