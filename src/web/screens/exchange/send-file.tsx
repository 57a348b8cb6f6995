import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import type { ImportView } from '#domain/exchange/api.ts'
import { api } from '#web/api/index.ts'
import { cx, WrongFile } from '#web/ui/index.ts'
import { useFileDrop } from '../library/use-file-drop.ts'
import { useKeepImport } from './queries.ts'

/** A file chosen or dropped; what it holds opens on its own page. */
export function SendFile() {
  const { t } = useLingui()
  const id = useId()
  const { send, busy, problem } = useSend()
  const drop = useFileDrop((files) => send(files[0]), !busy)
  return (
    <div className="space-y-3">
      <label
        htmlFor={id}
        {...drop.props}
        className={cx(
          'flex min-h-24 cursor-pointer items-center justify-center gap-3 rounded-md border border-dashed px-4 py-5 text-center',
          'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
          drop.isOver ? 'border-accent bg-accent-soft' : 'border-rule-strong hover:bg-sunken',
        )}
      >
        <FileUp size={20} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-2" />
        <span>
          {busy ? <Trans>Reading it…</Trans> : <Trans>Choose a file, or drop it here</Trans>}
          <span className="block text-xs text-ink-3">
            <Trans>CSV or ICS, 500 posts at most</Trans>
          </span>
        </span>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,.ics,text/csv,text/calendar"
          className="sr-only"
          disabled={busy}
          onChange={(event) => {
            send(event.target.files?.[0])
            // The same file, corrected, may be sent again.
            event.target.value = ''
          }}
        />
      </label>
      {problem !== null && <WrongFile problem={problem} />}
      <details className="text-sm text-ink-2">
        <summary className="min-h-6 leading-6">{t`What a table can hold`}</summary>
        <p className="mt-1">
          <Trans>
            The first line names the columns, in English or in French. Only “text” is needed; put
            several accounts, labels or pictures in one cell, separated by commas.
          </Trans>
        </p>
        <pre
          // It scrolls, so it must be reachable by keyboard.
          tabIndex={0}
          role="group"
          aria-label={t`An example`}
          className="mt-2 overflow-x-auto rounded-md bg-sunken p-3 text-xs"
        >
          {t({
            message: 'date;time;accounts;text;labels;campaign;pictures;id',
            comment: 'Headings of a table as the import knows them in this language',
          })}
          {'\n'}
          {t`2026-12-01;09:30;@atelier;The oak chair is back;useful;Winter;chair.jpg;n-1`}
        </pre>
      </details>
    </div>
  )
}

function useSend() {
  const navigate = useNavigate()
  const keep = useKeepImport()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setProblem(null)
    const form = new FormData()
    form.set('file', file)
    api
      .upload<ImportView>('/imports', form)
      .then((view) => {
        keep(view)
        return navigate({ to: '/exchange/import/$importId', params: { importId: view.id } })
      })
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return { send, busy, problem }
}
