import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import type { FiguresPreview } from '#domain/exchange/figures/api.ts'
import { api } from '#web/api/index.ts'
import { Button, cx, useToast, WrongFile } from '#web/ui/index.ts'
import { useFileDrop } from '../library/use-file-drop.ts'
import { PreviewRows } from './preview-rows.tsx'

/** A table of figures: chosen, shown row by row, then entered. */
export function FiguresTable() {
  const { t } = useLingui()
  const toast = useToast()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const preview = useMutation({ mutationFn: (sent: File) => upload('/figures/preview', sent) })
  const entry = useMutation({
    mutationFn: (sent: File) => upload('/figures/import?wrong=leave-out', sent),
    onSuccess({ ready: count }) {
      toast({ text: t`Rows entered: ${count}.` })
      setFile(null)
      preview.reset()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['results'] }),
  })
  const look = (sent: File | undefined) => {
    if (!sent) return
    setFile(sent)
    entry.reset()
    preview.mutate(sent)
  }
  const problem = preview.error ?? entry.error
  return (
    <div className="space-y-4">
      <FileField onFile={look} busy={preview.isPending} />
      <Columns />
      {problem && <WrongFile problem={problem} />}
      {preview.data && file && (
        <>
          <p className="font-medium">{file.name}</p>
          <PreviewRows preview={preview.data} />
          <div className="flex flex-wrap items-center gap-3">
            <Button
              kind="solid"
              busy={entry.isPending}
              disabled={preview.data.ready === 0}
              onClick={() => entry.mutate(file)}
            >
              <Plural value={preview.data.ready} one="Enter # row" other="Enter # rows" />
            </Button>
            {preview.data.wrong > 0 && (
              <p className="text-sm text-ink-2">
                <Plural
                  value={preview.data.wrong}
                  one="# row to correct is left out."
                  other="# rows to correct are left out."
                />
              </p>
            )}
          </div>
        </>
      )}
    </div>
  )
}

function upload(path: string, file: File): Promise<FiguresPreview> {
  const form = new FormData()
  form.set('file', file)
  return api.upload<FiguresPreview>(path, form)
}

function FileField({ onFile, busy }: { onFile: (file: File | undefined) => void; busy: boolean }) {
  const id = useId()
  const drop = useFileDrop((files) => onFile(files[0]), !busy)
  return (
    <label
      htmlFor={id}
      {...drop.props}
      className={cx(
        'flex min-h-20 cursor-pointer items-center justify-center gap-3 rounded-md border border-dashed px-4 py-4 text-center',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        drop.isOver ? 'border-accent bg-accent-soft' : 'border-rule-strong hover:bg-sunken',
      )}
    >
      <FileUp size={20} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-2" />
      {busy ? <Trans>Reading it…</Trans> : <Trans>Choose a file, or drop it here</Trans>}
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        className="sr-only"
        disabled={busy}
        onChange={(event) => {
          onFile(event.target.files?.[0])
          // The same file, corrected, may be sent again.
          event.target.value = ''
        }}
      />
    </label>
  )
}

function Columns() {
  const { t } = useLingui()
  return (
    <details className="text-sm text-ink-2">
      <summary className="min-h-6 leading-6">{t`What a table of figures can hold`}</summary>
      <p className="mt-1">
        <Trans>
          The first line names the columns, in English or in French. A post is identified by the
          link given when it was done; a place by its name. A past post Vigie never knew comes in
          with its account and its text.
        </Trans>
      </p>
      <pre
        // It scrolls, so it must be reachable by keyboard.
        tabIndex={0}
        role="group"
        aria-label={t`Example of figures`}
        className="mt-2 overflow-x-auto rounded-md bg-sunken p-3 text-xs"
      >
        {t({
          message: 'date;link;account;views;likes;replies;reposts;check-ins;check-outs',
          comment: 'Headings of a table of figures as the import knows them in this language',
        })}
        {'\n'}
        {t`2026-12-01;https://myspace.com/atelier/1;;120;4;1;0;;`}
        {'\n'}
        {t`2026-12-01;;Our shop;;;;;31;28`}
      </pre>
    </details>
  )
}
