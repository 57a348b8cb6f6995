import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { FileUp } from 'lucide-react'
import { useId } from 'react'
import { Button, cx, SelectField, useToast, WrongFile } from '#web/ui/index.ts'
import { FileColumns } from './file-columns.tsx'
import { FileFindings } from './file-findings.tsx'
import { useQueries } from './queries.ts'
import { useMentionFile } from './use-mention-file.ts'

/** Mentions that another tool exported: shown as they would be kept, then kept all at once. */
export function MentionFile({ onDone }: { onDone: () => void }) {
  const { t } = useLingui()
  const toast = useToast()
  const { choices, preview, busy, problem, choose, decide, bring } = useMentionFile()
  const queries = useQueries('14')
  const finish = async () => {
    const brought = await bring()
    if (!brought) return
    const { name } = brought
    toast({ text: t`${name} is imported.` })
    onDone()
  }
  return (
    <div className="space-y-5">
      <p className="text-ink-2">
        <Trans>
          The CSV file your former tool exports, with an address, a text or a title, and a date on
          each row.
        </Trans>
      </p>
      <ChooseFile
        name={preview?.fileName}
        isReading={busy === 'looking' && !preview}
        onFile={choose}
      />
      <div aria-live="polite">{preview && <FileFindings preview={preview} />}</div>
      {preview && (
        <>
          <FileColumns {...{ preview, decide }} />
          {queries.data && queries.data.length > 0 && (
            <SelectField
              label={t`Rows to keep`}
              value={choices.queryId ?? ''}
              onValue={(queryId) => decide({ queryId })}
              options={[
                { value: '', label: t`Those a query finds` },
                ...queries.data.map(({ id, name }) => ({
                  value: id,
                  label: t`All of them, as mentions of ${name}`,
                })),
              ]}
            />
          )}
        </>
      )}
      {problem !== null && <WrongFile problem={problem} />}
      {preview && (
        <div className="border-t border-ink pt-4">
          <Button
            kind="solid"
            disabled={preview.ready === 0 || busy === 'looking'}
            busy={busy === 'bringing'}
            onClick={() => void finish()}
          >
            <Plural
              value={preview.ready}
              _0="Nothing to import"
              one="Import # mention"
              other="Import # mentions"
            />
          </Button>
          <p className="mt-2 text-xs text-ink-3">
            <Trans>Either all of them are imported, or none. Past mentions trigger no alert.</Trans>
          </p>
        </div>
      )}
    </div>
  )
}

interface ChooseFileProps {
  name: string | undefined
  isReading: boolean
  onFile: (file: File | undefined) => void
}

function ChooseFile({ name, isReading, onFile }: ChooseFileProps) {
  const id = useId()
  return (
    <label
      htmlFor={id}
      className={cx(
        'flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md border border-dashed border-rule-strong px-3 py-2 hover:bg-sunken',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
      )}
    >
      <FileUp size={16} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-2" />
      <span className="min-w-0 truncate">
        {isReading ? <Trans>Reading it…</Trans> : (name ?? <Trans>Choose a file</Trans>)}
      </span>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        className="sr-only"
        onChange={(event) => {
          onFile(event.target.files?.[0])
          // The same file, corrected, may be sent again.
          event.target.value = ''
        }}
      />
    </label>
  )
}
