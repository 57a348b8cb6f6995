import { useLingui } from '@lingui/react/macro'
import { Pencil, Trash2 } from 'lucide-react'
import type { PhraseView } from '#domain/publishing/phrases/api.ts'
import { api } from '#web/api/index.ts'
import { IconButton, useToast } from '#web/ui/index.ts'
import { useChangePhrases } from './queries.ts'

interface PhraseRowProps {
  phrase: PhraseView
  onEdit: ((phrase: PhraseView) => void) | undefined
}

/** One text with its words; changed or deleted from here. */
export function PhraseRow({ phrase, onEdit }: PhraseRowProps) {
  const { t } = useLingui()
  const { name, texts } = phrase
  const remove = useRemove(phrase)
  const written = Object.entries(texts).filter(([, words]) => words)
  return (
    <li className="flex items-start gap-4 border-b border-rule py-3">
      <div className="min-w-0 flex-1 gap-4 md:grid md:grid-cols-[220px_minmax(0,1fr)]">
        <h3 className="font-medium">{name}</h3>
        <div className="space-y-1">
          {written.map(([language, words = '']) => (
            <p key={language} lang={language} className="font-serif text-lg whitespace-pre-line">
              {written.length > 1 && (
                <span className="mr-2 font-sans text-xs text-ink-3 uppercase">{language}</span>
              )}
              <Words text={words} />
            </p>
          ))}
        </div>
      </div>
      {onEdit && (
        <div className="flex">
          <IconButton label={t`Change ${name}`} icon={Pencil} onClick={() => onEdit(phrase)} />
          <IconButton label={t`Delete ${name}`} icon={Trash2} onClick={() => void remove()} />
        </div>
      )}
    </li>
  )
}

/** The holes of a template stand out. */
function Words({ text }: { text: string }) {
  return text.split(/(\{[^{}\n]{1,60}\})/g).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} data-holes className="rounded-sm bg-accent-soft px-0.5">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

function useRemove({ id, name }: PhraseView) {
  const { t } = useLingui()
  const toast = useToast()
  const remove = useChangePhrases(() => api.delete(`/phrases/${id}`))
  const restore = useChangePhrases(() => api.post(`/phrases/${id}/restore`))
  return async () => {
    try {
      await remove.mutateAsync(undefined)
      toast({ text: t`“${name}” deleted.`, undo: () => restore.mutate(undefined) })
    } catch {
      toast({ text: t`Vigie did not respond: nothing was changed.`, kind: 'bad' })
    }
  }
}
