import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { QueryExample, QueryView } from '#domain/listening/api.ts'
import { api, ApiProblem, useCompany } from '#web/api/index.ts'
import { Button, ProblemMessage, TextField, useForm, useToast } from '#web/ui/index.ts'
import { ExpressionExamples } from './expression-examples.tsx'
import { ExpressionField } from './expression-field.tsx'
import { ExpressionVerdict } from './expression-verdict.tsx'
import { useExpressionCheck } from './expression-check.ts'
import { useSources } from './queries.ts'
import { isWritten, QueryExamples } from './query-examples.tsx'
import { QueryStarts } from './query-starts.tsx'
import { forget, placeOf, useKept, useUnsaved, type Written } from './unsaved-query.ts'

interface QueryFormProps {
  id: string
  query: QueryView | undefined
  written: string
  onDone: () => void
}

/** What a query looks for, tried while one writes it. What was written and not saved is there when one comes back. */
export default function QueryForm({ id, query, written, onDone }: QueryFormProps) {
  const { t } = useLingui()
  const company = useCompany()
  const copy = useUnsaved(placeOf(company.id, query, written), {
    expression: query?.expression ?? written,
    name: chosenName(query),
    examples: query?.examples ?? [],
  })
  const [examples, setExamples] = useState(copy.begin.examples)
  const { form, insist } = useSave(query, copy.begin, examples.filter(isWritten), () => {
    forget(copy.place)
    onDone()
  })
  const { expression = '', name = '' } = form.values
  useKept(copy, { expression, name, examples })
  const check = useExpressionCheck(expression, { examples, name: name.trim() })
  return (
    <form id={id} {...form.props} className="space-y-5">
      {copy.isBack && (
        <div className="flex flex-wrap items-center gap-2 border-l-2 border-accent bg-accent-soft py-1 pr-1 pl-3 text-sm">
          <p className="min-w-0 flex-1">
            <Trans>What you had not saved is back.</Trans>
          </p>
          <Button
            kind="quiet"
            size="sm"
            onClick={() => {
              const { examples: before, ...values } = copy.held
              copy.discard()
              form.reset(values)
              setExamples(before)
            }}
          >
            <Trans>Discard it</Trans>
          </Button>
        </div>
      )}
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
  { expression, name }: Written,
  examples: readonly QueryExample[],
  onDone: () => void,
) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const sources = useSources()
  const evenFailing = useRef(false)
  const form = useForm({
    initial: { expression, name },
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
