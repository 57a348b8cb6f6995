import { Trans, useLingui } from '@lingui/react/macro'
import { Page } from '#web/ui/index.ts'
import { Section } from '../settings/section.tsx'
import { FiguresTable } from './figures-table.tsx'
import { usePlaces } from './queries.ts'
import { Visits } from './visits.tsx'

/** Figures that no network tells: who came by, and tables counted elsewhere. */
export default function FiguresScreen() {
  const { t } = useLingui()
  const places = usePlaces()
  return (
    <Page title={t`Figures entered by hand`} back={{ to: '/to-do', label: t`To do` }}>
      <Section
        wide
        id="visits"
        title={t`Check-ins`}
        lead={
          <Trans>
            How many people came in, and left, on a day, at each of your places. A day that nobody
            counted stays unknown.
          </Trans>
        }
      >
        {places.data?.length === 0 && (
          <p className="text-ink-2">
            <Trans>
              No place is connected. Under “By hand”, connect Foursquare and Swarm, or another place
              of yours.
            </Trans>
          </p>
        )}
        <div className="space-y-8">
          {places.data?.map((place) => (
            <Visits key={place.id} place={place} />
          ))}
        </div>
      </Section>
      <Section
        wide
        id="table"
        title={t`From a table`}
        lead={
          <Trans>
            A CSV file from any spreadsheet: one row per day and per post, or per place. You see
            what each row becomes before anything is entered.
          </Trans>
        }
      >
        <FiguresTable />
      </Section>
    </Page>
  )
}
