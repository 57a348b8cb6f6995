import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { FlaskConical } from 'lucide-react'
import type { ExperimentSummary } from '#domain/experiments/api.ts'
import { LinkButton, Page, QueryView, Skeleton } from '#web/ui/index.ts'
import { ExperimentRow } from './experiment-row.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { useExperiments } from './queries.ts'

/** All comparisons: those that run, then those that taught something. */
export default function ExperimentsScreen() {
  const { t } = useLingui()
  const experiments = useExperiments()
  const running = experiments.data?.filter(({ state }) => state === 'running').length ?? 0
  const some = (experiments.data?.length ?? 0) > 0
  return (
    <Page
      title={t`Experiments`}
      folio={some && <Plural value={running} _0="None running" one="# running" other="# running" />}
      actions={
        <>
          <LinkButton to="/duels">
            <Trans>Product duels</Trans>
          </LinkButton>
          {some && (
            <LinkButton to="/experiments/new" kind="solid" icon={FlaskConical}>
              <Trans>Compare two versions</Trans>
            </LinkButton>
          )}
        </>
      }
    >
      <QueryView query={experiments} skeleton={<Skeleton rows={5} height={72} />}>
        {(list) => (list.length === 0 ? <NothingYet /> : <List experiments={list} />)}
      </QueryView>
    </Page>
  )
}

function List({ experiments }: { experiments: ExperimentSummary[] }) {
  return (
    <ul className="border-t border-ink">
      {experiments.map((experiment) => (
        <ExperimentRow key={experiment.id} experiment={experiment} />
      ))}
    </ul>
  )
}
