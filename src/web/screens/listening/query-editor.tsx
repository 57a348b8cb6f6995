import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import type { QueryExample, QueryView } from '#domain/listening/api.ts'
import { api, ApiProblem } from '#web/api/index.ts'
import { Button, Dialog, ProblemMessage, TextField, useForm, useToast } from '#web/ui/index.ts'
import { ExpressionExamples } from './expression-examples.tsx'
import { ExpressionField } from './expression-field.tsx'
import { ExpressionVerdict } from './expression-verdict.tsx'
import { useExpressionCheck } from './expression-check.ts'
import { useSources } from './queries.ts'
import { isWritten, QueryExamples } from './query-examples.tsx'
import { QueryStarts } from './query-starts.tsx'

interface QueryEditorProps {
  open: boolean
  /** Absent for a new one. */
  query?: QueryView | undefined
  /** What a new one begins with. */
  written?: string
  onClose: () => void
}

/** Writes a query with the desk reading over the shoulder: what it understands, and where it stumbles. */
export function QueryEditor({ open, query, written = '', onClose }: QueryEditorProps) {
  const { t } = useLingui()
  const id = useId()
  return (
    <Dialog
      {...{ open, onClose }}
      size="md"
      title={query ? t`Edit the query` : t`New query`}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="solid" type="submit" form={id}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <EditorForm key={query?.id} {...{ id, query, written }} onDone={onClose} />
    </Dialog>
  )
}

interface EditorFormProps {
  id: string
  query: QueryView | undefined
  written: string
  onDone: () => void
}

function EditorForm({ id, query, written, onDone }: EditorFormProps) {
  const { t } = useLingui()
  const [examples, setExamples] = useState<QueryExample[]>(query?.examples ?? [])
  const { form, insist } = useSave(query, written, examples.filter(isWritten), onDone)
  const { expression = '', name = '' } = form.values
  const check = useExpressionCheck(expression, { examples, name: name.trim() })
  return (
    <form id={id} {...form.props} className="space-y-5">
      <ExpressionField
        {...form.field('expression')}
        error={form.field('expression').error}
        place={check.data?.error?.at ?? null}
      />
      <ExpressionVerdict expression={expression} check={check.data} checking={check.isFetching} />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      {isFailingExample(form.problem) && (
        <Button type="submit" onClick={insist}>
          <Trans>Save all the same</Trans>
        </Button>
      )}
      <TextField
        {...form.field('name')}
        label={t`Name`}
        optional
        hint={t`Shown in the list instead of the words.`}
        maxLength={120}
      />
      <QueryExamples
        examples={examples}
        onExamples={setExamples}
        outcomes={check.data?.examples ?? []}
      />
      <QueryStarts
        expression={expression}
        onExpression={(written) => form.set('expression', written)}
        onName={(chosen) => form.set('name', chosen)}
      />
      <ExpressionExamples onPick={(example) => form.set('expression', example)} />
    </form>
  )
}

function isFailingExample(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'listening.examples_fail'
}

function useSave(
  query: QueryView | undefined,
  written: string,
  examples: readonly QueryExample[],
  onDone: () => void,
) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const sources = useSources()
  const evenFailing = useRef(false)
  const form = useForm({
    initial: { expression: query?.expression ?? written, name: chosenName(query) },
    check: ({ expression }) =>
      expression.trim() === ''
        ? ({ expression: t`Write at least one word to look for.` } as const)
        : ({} as { expression?: string }),
    send: async ({ expression, name }) => {
      const body = {
        expression,
        examples,
        evenFailing: evenFailing.current,
        ...(name.trim() ? { name: name.trim() } : {}),
      }
      evenFailing.current = false
      if (query) await api.patch(`/queries/${query.id}`, body)
      else await api.post('/queries', body)
      await client.invalidateQueries({ queryKey: ['mentions'] })
      const looking = (sources.data?.length ?? 0) > 0
      toast({ text: looking ? t`Saved. The sources are being looked through.` : t`Saved.` })
      onDone()
    },
  })
  const insist = () => {
    evenFailing.current = true
  }
  return { form, insist }
}

/** A name made of the words themselves was chosen by nobody: it is not shown as if it were. */
function chosenName(query: QueryView | undefined): string {
  if (!query) return ''
  const words = query.expression.replace(/\s+/g, ' ').trim()
  return words.startsWith(query.name.replace(/…$/, '')) ? '' : query.name
}
