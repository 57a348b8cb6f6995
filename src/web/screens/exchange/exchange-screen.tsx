import { Trans, useLingui } from '@lingui/react/macro'
import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Page } from '#web/ui/index.ts'
import { CalendarFeeds } from './calendar-feeds.tsx'
import { ExportPlan } from './export-plan.tsx'
import { FeedRules } from './feed-rules.tsx'
import { SendFile } from './send-file.tsx'
import { Subject } from './subject.tsx'

/** The plan, in from files and feeds, and out to files and calendars. */
export default function ExchangeScreen() {
  const { t } = useLingui()
  useScrollToHash()
  return (
    <Page title={t`Import and export`} back={{ to: '/calendar', label: t`Calendar` }}>
      <Subject
        id="import"
        title={t`Import a plan`}
        lead={
          <Trans>
            A table (CSV, from any spreadsheet) or a calendar (ICS). You see what each row becomes
            before anything is made.
          </Trans>
        }
      >
        <SendFile />
      </Subject>
      <Subject
        id="feeds"
        title={t`Publish from a feed`}
        lead={
          <Trans>
            New articles of a site become posts: drafts to finish, posts to approve, or scheduled by
            themselves, a few a day.
          </Trans>
        }
      >
        <FeedRules />
      </Subject>
      <Subject
        id="export"
        title={t`Export the plan`}
        lead={<Trans>A table that can be imported again.</Trans>}
      >
        <ExportPlan />
      </Subject>
      <Subject
        id="calendars"
        title={t`In your own calendar`}
        lead={
          <Trans>
            An address that your calendar program subscribes to. Whoever knows it reads the plan:
            close it when it is no longer used.
          </Trans>
        }
      >
        <CalendarFeeds />
      </Subject>
    </Page>
  )
}

function useScrollToHash() {
  const hash = useRouterState({ select: (state) => state.location.hash })
  useEffect(() => {
    const section = hash ? document.getElementById(hash) : null
    section?.scrollIntoView()
    section?.querySelector('h2')?.focus()
  }, [hash])
}
