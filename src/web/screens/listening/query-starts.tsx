import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BroughtIn, QueryTemplateView } from '#domain/listening/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { Button, ProblemMessage, Select, TextField } from '#web/ui/index.ts'

interface QueryStartsProps {
  expression: string
  onExpression: (expression: string) => void
  onName: (name: string) => void
}

/** Two ways not to begin with an empty page: a ready-made query, or one that was written for another tool. */
export function QueryStarts({ expression, onExpression, onName }: QueryStartsProps) {
  return (
    <details className="border-t border-rule pt-3">
      <summary className="min-h-6 font-medium">
        <Trans>Start from a template, or from another tool</Trans>
      </summary>
      <div className="mt-2 space-y-4">
        <Templates onExpression={onExpression} onName={onName} />
        <BringIn expression={expression} onExpression={onExpression} />
      </div>
    </details>
  )
}

function Templates({ onExpression, onName }: Omit<QueryStartsProps, 'expression'>) {
  const { t } = useLingui()
  const { id } = useCompany()
  const templates = useQuery({
    queryKey: ['query-templates', id],
    queryFn: ({ signal }) => api.get<QueryTemplateView[]>('/query-templates', { signal }),
    staleTime: Infinity,
  })
  const [chosen, choose] = useState('')
  const template = templates.data?.find((one) => one.id === chosen)
  return (
    <div className="space-y-3">
      <Select
        aria-label={t`Query template`}
        value={chosen}
        onValue={choose}
        options={[
          { value: '', label: t`Choose a template` },
          ...(templates.data ?? []).map(({ id: value, title }) => ({ value, label: title })),
        ]}
      />
      {template && (
        <Blanks key={template.id} template={template} onExpression={onExpression} onName={onName} />
      )}
    </div>
  )
}

interface BlanksProps extends Omit<QueryStartsProps, 'expression'> {
  template: QueryTemplateView
}

function Blanks({ template, onExpression, onName }: BlanksProps) {
  const [values, setValues] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<unknown>(null)
  const missing = template.blanks.some(
    ({ name, optional }) => !optional && !/[\p{L}\p{N}]/u.test(values[name] ?? ''),
  )
  const fill = async () => {
    setProblem(null)
    try {
      const body = { id: template.id, values }
      const filled = await api.post<{ name: string; expression: string }>(
        '/query-templates/fill',
        body,
      )
      onExpression(filled.expression)
      onName(filled.name)
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <div className="space-y-3 pl-3">
      <p className="text-sm text-ink-2">{template.help}</p>
      {template.blanks.map(({ name, label, example, optional }) => (
        <TextField
          key={name}
          name={name}
          label={label}
          optional={optional}
          placeholder={example}
          value={values[name] ?? ''}
          onValue={(value: string) => setValues({ ...values, [name]: value })}
        />
      ))}
      {problem !== null && <ProblemMessage problem={problem} />}
      <Button disabled={missing} onClick={() => void fill()}>
        <Trans>Write the query</Trans>
      </Button>
    </div>
  )
}

function BringIn({ expression, onExpression }: Omit<QueryStartsProps, 'onName'>) {
  const [changes, setChanges] = useState<BroughtIn['changes'] | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const bring = async () => {
    setProblem(null)
    try {
      const brought = await api.post<BroughtIn>('/queries/bring-in', { expression })
      onExpression(brought.expression)
      setChanges(brought.changes)
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <div className="space-y-2">
      <p className="text-sm text-ink-2">
        <Trans>Paste a Brandwatch or Talkwalker query in the field above, then convert it.</Trans>
      </p>
      <Button disabled={expression.trim() === ''} onClick={() => void bring()}>
        <Trans>Convert it</Trans>
      </Button>
      {problem !== null && <ProblemMessage problem={problem} />}
      <div aria-live="polite" className="text-sm">
        {changes?.length === 0 && (
          <p className="text-ink-2">
            <Trans>Everything was carried over.</Trans>
          </p>
        )}
        <ul className="space-y-1">
          {changes?.map(({ written, sentence }, index) => (
            <li key={index} className="text-wait">
              <code className="rounded-sm bg-sunken px-1">{written}</code> {sentence}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
