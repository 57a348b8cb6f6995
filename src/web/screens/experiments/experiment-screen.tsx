import { useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import type { ExperimentView } from '#domain/experiments/api.ts'
import { MarginColumn, Page, QueryView, Skeleton, WithMargin } from '#web/ui/index.ts'
import { ChosenBeforehand } from './chosen-beforehand.tsx'
import { ExperimentActions } from './experiment-actions.tsx'
import { State } from './experiment-row.tsx'
import { Cautions, Provenance } from './margin-notes.tsx'
import { PostsTable } from './posts-table.tsx'
import { useExperiment } from './queries.ts'
import { ReadOut } from './read-out.tsx'

/** The read-out of one comparison, and everything it rests on. */
export default function ExperimentScreen() {
  const { t } = useLingui()
  const { experimentId = '' } = useParams({ strict: false })
  const experiment = useExperiment(experimentId)
  const view = experiment.data
  return (
    <Page
      title={view?.name ?? t`Experiment`}
      back={{ to: '/experiments', label: t`Experiments` }}
      folio={view && <State experiment={view} />}
      actions={view && <ExperimentActions experiment={view} />}
    >
      <QueryView query={experiment} skeleton={<Skeleton rows={6} height={56} />}>
        {(data) => <Reading experiment={data} />}
      </QueryView>
    </Page>
  )
}

function Reading({ experiment }: { experiment: ExperimentView }) {
  const { t } = useLingui()
  return (
    <WithMargin
      margin={
        <MarginColumn label={t`How to read it`}>
          <Cautions experiment={experiment} />
          <ChosenBeforehand experiment={experiment} />
          <Provenance experiment={experiment} />
        </MarginColumn>
      }
    >
      <div className="space-y-8">
        <ReadOut experiment={experiment} />
        <PostsTable experiment={experiment} />
      </div>
    </WithMargin>
  )
}
