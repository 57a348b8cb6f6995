import { Plural, Trans } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import type { ImportView, UndoView } from '#domain/exchange/api.ts'
import { api } from '#web/api/index.ts'
import { Button, LinkButton, ProblemMessage } from '#web/ui/index.ts'
import { useKeepImport } from './queries.ts'

/** What became of a file, and the way back. */
export function Imported({ view }: { view: ImportView }) {
  const keep = useKeepImport()
  const undo = useMutation({
    mutationFn: () => api.post<UndoView>(`/imports/${view.id}/undo`),
    onSuccess: keep,
  })
  const stayed = undo.data?.stayed ?? 0
  return (
    <section className="max-w-prose border-t border-ink py-6">
      <p className="text-lg" role="status">
        {view.state === 'done' ? (
          <Plural
            value={view.made}
            one="# post was created from it."
            other="# posts were created from it."
          />
        ) : (
          <Trans>The import was undone.</Trans>
        )}{' '}
        {stayed > 0 && (
          <Plural
            value={stayed}
            one="# post had already left and stays."
            other="# posts had already left and stay."
          />
        )}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton to="/calendar" kind="solid">
          <Trans>Look at the calendar</Trans>
        </LinkButton>
        {view.state === 'done' && (
          <Button icon={Undo2} busy={undo.isPending} onClick={() => undo.mutate()}>
            <Trans>Undo the import</Trans>
          </Button>
        )}
      </div>
      {undo.error && <ProblemMessage problem={undo.error} className="mt-4" />}
    </section>
  )
}
