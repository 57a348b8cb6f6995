import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { Button, MarginColumn, QueryView } from '#web/ui/index.ts'
import { useSources } from './queries.ts'
import { SourceRow } from './source-row.tsx'

/** Comes after the mentions, which are what is waited for. */
const LearntFromCorrections = lazy(async () => {
  const { LearntFromCorrections: section } = await import('./learnt-from-corrections.tsx')
  return { default: section }
})

/** Beside the mentions: where they are looked for, and how each source is doing; then what corrections taught. */
export function SourcesMargin({ onAdd }: { onAdd: (() => void) | null }) {
  const { t } = useLingui()
  const sources = useSources()
  return (
    <MarginColumn label={t`Sources`}>
      <h2 className="title-serif pt-1.5 text-xl text-ink">
        <Trans>Sources</Trans>
      </h2>
      <QueryView query={sources}>
        {(list) =>
          list.length === 0 ? (
            <div className="border-t border-ink pt-3">
              <p>
                <Trans>
                  No source yet. You can listen to newspaper and blog feeds, and to networks where
                  you have an account.
                </Trans>
              </p>
              {onAdd && (
                <Button className="mt-3" onClick={onAdd}>
                  <Trans>Add a source</Trans>
                </Button>
              )}
            </div>
          ) : (
            <ul className="border-t border-ink">
              {list.map((source) => (
                <SourceRow key={source.id} source={source} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {(sources.data?.length ?? 0) > 0 && (
        <Suspense fallback={null}>
          <LearntFromCorrections />
        </Suspense>
      )}
    </MarginColumn>
  )
}
