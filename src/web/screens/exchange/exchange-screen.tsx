import { Trans, useLingui } from '@lingui/react/macro'
import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Page } from '#web/ui/index.ts'
import { CalendarFeeds } from './calendar-feeds.tsx'
import { ExportPlan } from './export-plan.tsx'
import { FeedRules } from './feed-rules.tsx'
import { SendFile } from './send-file.tsx'
import { Section } from '../settings/section.tsx'

/** The plan, in from files and feeds, and out to files and calendars. */
export default function ExchangeScreen() {
  const { t } = useLingui()
  useScrollToHash()
  return (
    <Page title={t`Import and export`} back={{ to: '/calendar', label: t`Calendar` }}>
      <Section
        wide
        id="import"
        title={t`Import a plan`}
        lead={
          <Trans>
            A table (CSV, from any spreadsheet) or a calendar (ICS). You see what each row becomes
            before anything is created.
          </Trans>
        }
      >
        <SendFile />
      </Section>
      <Section
        wide
        id="feeds"
        title={t`Publish from a feed`}
        lead={
          <Trans>
            New articles on a site become posts: drafts to finish, posts to approve, or scheduled
            automatically, a few a day.
          </Trans>
        }
      >
        <FeedRules />
      </Section>
      <Section
        wide
        id="export"
        title={t`Export the plan`}
        lead={<Trans>A table that can be imported again.</Trans>}
      >
        <ExportPlan />
      </Section>
      <Section
        wide
        id="calendars"
        title={t`In your own calendar`}
        lead={
          <Trans>
            An address your calendar app subscribes to. Anyone who has it can read the plan: close
            it when it is no longer used.
          </Trans>
        }
      >
        <CalendarFeeds />
      </Section>
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
