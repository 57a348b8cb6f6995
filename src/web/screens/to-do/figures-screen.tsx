import { Trans, useLingui } from '@lingui/react/macro'
import { Page } from '#web/ui/index.ts'
import { Subject } from '../exchange/subject.tsx'
import { FiguresTable } from './figures-table.tsx'
import { usePlaces } from './queries.ts'
import { Visits } from './visits.tsx'

/** Figures that no network tells: who came by, and tables counted elsewhere. */
export default function FiguresScreen() {
  const { t } = useLingui()
  const places = usePlaces()
  return (
    <Page title={t`Figures entered by hand`} back={{ to: '/to-do', label: t`To do` }}>
      <Subject
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
      </Subject>
      <Subject
        id="table"
        title={t`From a table`}
        lead={
          <Trans>
            A CSV file of any spreadsheet: one row a day and a post, or a place. You see what each
            row becomes before anything is entered.
          </Trans>
        }
      >
        <FiguresTable />
      </Subject>
    </Page>
  )
}
