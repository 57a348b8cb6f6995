import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import type { ImportView } from '#domain/exchange/api.ts'
import { Page, QueryView, Skeleton, WithMargin } from '#web/ui/index.ts'
import { ImportMargin } from './import-margin.tsx'
import { ImportTable } from './import-table.tsx'
import { Imported } from './imported.tsx'
import { useImport } from './queries.ts'

/** A file, row by row, before anything is made of it. */
export default function ImportScreen() {
  const { t } = useLingui()
  const { importId = '' } = useParams({ strict: false })
  const query = useImport(importId)
  const view = query.data
  return (
    <Page
      title={view?.fileName ?? t`A file`}
      back={{ to: '/exchange', label: t`Import and export` }}
      folio={view?.state === 'preview' && <Counted view={view} />}
    >
      <QueryView query={query} skeleton={<Skeleton rows={8} height={44} />}>
        {(data) =>
          data.state === 'preview' ? (
            <WithMargin margin={<ImportMargin view={data} />}>
              <ImportTable view={data} />
            </WithMargin>
          ) : (
            <Imported view={data} />
          )
        }
      </QueryView>
    </Page>
  )
}

function Counted({ view: { ready, wrong, known } }: { view: ImportView }) {
  return (
    <>
      <Plural value={ready} _0="nothing is ready" one="# row is ready" other="# rows are ready" />
      {wrong > 0 && (
        <>
          {' · '}
          <Plural value={wrong} one="# to correct" other="# to correct" />
        </>
      )}
      {known > 0 && (
        <>
          {' · '}
          <Trans>{known} imported before</Trans>
        </>
      )}
    </>
  )
}
