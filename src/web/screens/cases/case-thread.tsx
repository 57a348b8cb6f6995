import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CaseView } from '#domain/cases/api.ts'
import { api, useMay } from '#web/api/index.ts'
import { Button, ProblemMessage, RelativeTime, TextAreaField } from '#web/ui/index.ts'

/** What was noted, in order; a note is added, never changed. */
export function CaseThread({ one: { id, thread } }: { one: CaseView }) {
  const { t } = useLingui()
  const may = useMay('listening:write')
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    setBusy(true)
    try {
      await api.post(`/cases/${id}/notes`, { text })
      setText('')
      setProblem(null)
      await client.invalidateQueries({ queryKey: ['cases'] })
    } catch (refusal) {
      setProblem(refusal)
    }
    setBusy(false)
  }
  return (
    <section className="max-w-2xl">
      <h2 className="title-serif text-xl">
        <Trans>Notes</Trans>
      </h2>
      <ul className="border-t border-ink">
        {thread.map((note) => (
          <li key={note.id} className="border-b border-rule py-2">
            <p className="text-xs text-ink-2">
              <span className="font-medium text-ink">{note.by}</span>
              {' · '}
              <RelativeTime at={note.at} />
            </p>
            <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{note.text}</p>
          </li>
        ))}
      </ul>
      {may && (
        <form onSubmit={(event) => void add(event)} className="space-y-2 pt-3">
          <TextAreaField
            label={t`New note`}
            autosize
            maxLength={5000}
            value={text}
            onValue={setText}
          />
          {problem !== null && <ProblemMessage problem={problem} />}
          <Button type="submit" busy={busy}>
            <Trans>Add the note</Trans>
          </Button>
        </form>
      )}
    </section>
  )
}
