import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import type { FeedsBrought } from '#domain/listening/api.ts'
import { api } from '#web/api/index.ts'
import { ProblemMessage } from '#web/ui/index.ts'

/** The feeds that another program follows, by the list it exports. */
export function FeedList() {
  const { t } = useLingui()
  const id = useId()
  const { send, busy, problem, brought } = useSendList()
  return (
    <div className="space-y-3">
      <label
        htmlFor={id}
        className="inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-md border border-rule-strong bg-sheet px-3 font-medium hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
      >
        <FileUp size={16} strokeWidth={1.5} aria-hidden />
        {busy ? t`Reading it…` : t`Add a list of feeds (OPML)`}
        <input
          id={id}
          type="file"
          accept=".opml,.xml,text/x-opml,application/xml,text/xml"
          className="sr-only"
          disabled={busy}
          onChange={(event) => {
            void send(event.target.files?.[0])
            // The same file, corrected, may be sent again.
            event.target.value = ''
          }}
        />
      </label>
      <div aria-live="polite">{brought && <Brought brought={brought} />}</div>
      {problem !== null && <ProblemMessage problem={problem} />}
    </div>
  )
}

function Brought({ brought: { added, known, wrong } }: { brought: FeedsBrought }) {
  return (
    <div className="text-sm text-ink-2">
      <p>
        <Plural value={added} _0="No new feed." one="# feed added." other="# feeds added." />{' '}
        {known > 0 && (
          <Plural value={known} one="# was there already." other="# were there already." />
        )}
      </p>
      {wrong.length > 0 && (
        <p className="mt-1 break-all text-bad">
          <Trans>Left out, no address of the public web: {wrong.join(', ')}</Trans>
        </p>
      )}
    </div>
  )
}

function useSendList() {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [brought, setBrought] = useState<FeedsBrought | null>(null)
  const send = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setProblem(null)
    setBrought(null)
    try {
      setBrought(await api.post<FeedsBrought>('/sources/opml', { opml: await file.text() }))
      await client.invalidateQueries({ queryKey: ['mentions'] })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, problem, brought }
}
