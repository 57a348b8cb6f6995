import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PhraseKind, PhraseVariable, PhraseView } from '#domain/publishing/phrases/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import {
  Button,
  ProblemMessage,
  Sheet,
  TextAreaField,
  TextField,
  useForm,
  useToast,
} from '#web/ui/index.ts'
import { useKindWords } from './kind-words.tsx'
import { useChangePhrases } from './queries.ts'
import { VariableFields } from './variable-fields.tsx'
import { sentencesOf, variablesFor } from './variables.ts'

interface PhraseSheetProps {
  /** What is changed, or the kind of a new one. */
  edited: PhraseView | PhraseKind
  close: () => void
}

/** A text to insert, written or rewritten. */
export function PhraseSheet({ edited, close }: PhraseSheetProps) {
  const words = useKindWords()
  const kind = typeof edited === 'string' ? edited : edited.kind
  const phrase = typeof edited === 'string' ? undefined : edited
  return (
    <Sheet open onClose={close} width={560} title={phrase ? phrase.name : words[kind].one}>
      <Form phrase={phrase} kind={kind} close={close} />
    </Sheet>
  )
}

interface FormProps {
  phrase: PhraseView | undefined
  kind: PhraseKind
  close: () => void
}

function Form({ phrase, kind, close }: FormProps) {
  const { t } = useLingui()
  const means = useKindWords()[kind].means
  const { language } = useCompany()
  const { form, variables, setVariables } = usePhraseForm({ phrase, kind, close })
  const languages = language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const)
  const declared = variablesFor(Object.values(form.values), variables)
  const names = { fr: t`In French`, en: t`In English` }
  return (
    <form {...form.props} className="space-y-5">
      <p className="text-ink-2">{means}</p>
      <TextField
        {...form.field('name')}
        label={t`Name`}
        maxLength={80}
        autoComplete="off"
        data-autofocus
      />
      {languages.map((one, index) => (
        <TextAreaField
          key={one}
          {...form.field(one)}
          lang={one}
          label={names[one]}
          optional={index > 0}
          hint={index === 0 ? <Hint kind={kind} /> : undefined}
          autosize
          maxLength={10_000}
        />
      ))}
      {kind === 'template' && <VariableFields variables={declared} onVariables={setVariables} />}
      <Refused problem={form.problem} />
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
        <Button kind="solid" type="submit" busy={form.busy}>
          <Trans>Save this text</Trans>
        </Button>
      </div>
    </form>
  )
}

/** What the desk refuses of the variables, with its sentences. */
function Refused({ problem }: { problem: unknown }) {
  if (problem === null) return null
  return (
    <div>
      <ProblemMessage problem={problem} />
      <ul className="list-disc pl-5 text-sm text-bad">
        {sentencesOf(problem).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

function Hint({ kind }: { kind: PhraseKind }) {
  const { t } = useLingui()
  const holes = [t`product`, t`price`].map((name) => `{${name}}`).join(', ')
  if (kind === 'template') return <Trans>Put what changes each time in braces: {holes}.</Trans>
  if (kind === 'hashtags') return <Trans>Words or hashtags, with a space between.</Trans>
  return null
}

function usePhraseForm({ phrase, kind, close }: FormProps) {
  const { t } = useLingui()
  const toast = useToast()
  const [variables, setVariables] = useState<PhraseVariable[]>(phrase?.variables ?? [])
  const save = useChangePhrases((body: object) =>
    phrase ? api.patch(`/phrases/${phrase.id}`, body) : api.post('/phrases', body),
  )
  const form = useForm({
    initial: { name: phrase?.name ?? '', fr: phrase?.texts.fr ?? '', en: phrase?.texts.en ?? '' },
    check: ({ name, fr, en }) => ({
      ...(name.trim() ? {} : { name: t`Give it a name, to find it again.` }),
      ...(fr.trim() || en.trim() ? {} : { fr: t`Write the words to insert.` }),
    }),
    send: async ({ name, fr, en }) => {
      const texts = { ...(fr.trim() ? { fr } : {}), ...(en.trim() ? { en } : {}) }
      const asked = kind === 'template' ? variablesFor([fr, en], variables) : []
      await save.mutateAsync({ kind, name, texts, variables: asked })
      toast({ text: t`Saved: it can be inserted from the composer.` })
      close()
    },
  })
  return { form, variables, setVariables }
}
