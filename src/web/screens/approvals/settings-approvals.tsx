import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { RulesView, RuleView } from '#domain/publishing/approvals/api.ts'
import { api } from '#web/api/index.ts'
import { Button, Mark, QueryView, Skeleton, useFormat, useToast } from '#web/ui/index.ts'
import { useRules } from './queries.ts'
import { RuleForm } from './rule-form.tsx'
import { useCoveredNames } from './use-covered.ts'
import { isEverything } from './which-posts.tsx'

/** In Settings: when approval is needed, and who may publish alone. */
export default function SettingsApprovals({ readOnly }: { readOnly: boolean }) {
  const rules = useRules()
  return (
    <QueryView query={rules} skeleton={<Skeleton rows={3} height={48} />}>
      {(view) => (
        <div className="space-y-6">
          <WhoAlone people={view.people} />
          <Rules view={view} readOnly={readOnly} />
        </div>
      )}
    </QueryView>
  )
}

function WhoAlone({ people }: { people: RulesView['people'] }) {
  const f = useFormat()
  const named = (which: RulesView['people'][number]['alone']) =>
    people.filter(({ alone }) => alone === which).map(({ name }) => name)
  return (
    <ul className="border-t border-rule">
      {named('yes').length > 0 && (
        <li className="flex items-start gap-2 border-b border-rule py-2">
          <Mark status="scheduled" className="mt-1" />
          <span>
            <Trans>Publish alone: {f.list(named('yes'))}</Trans>
          </span>
        </li>
      )}
      {named('some').length > 0 && (
        <li className="flex items-start gap-2 border-b border-rule py-2">
          <Mark status="in_review" className="mt-1" />
          <span>
            <Trans>Publish alone unless a rule below says otherwise: {f.list(named('some'))}</Trans>
          </span>
        </li>
      )}
      {named('no').length > 0 && (
        <li className="flex items-start gap-2 border-b border-rule py-2">
          <Mark status="draft" className="mt-1" />
          <span>
            <Trans>Never publish alone: {f.list(named('no'))}</Trans>
          </span>
        </li>
      )}
    </ul>
  )
}

function Rules({ view, readOnly }: { view: RulesView; readOnly: boolean }) {
  const [edited, edit] = useState<RuleView | 'new' | null>(null)
  if (edited !== null) {
    return (
      <RuleForm
        key={edited === 'new' ? 'new' : edited.id}
        rule={edited === 'new' ? null : edited}
        people={view.people}
        close={() => edit(null)}
      />
    )
  }
  return (
    <div>
      {view.rules.length === 0 ? (
        <p className="border-y border-rule py-3 text-ink-2">
          <Trans>
            No rules of your own. Anyone who can’t publish alone needs one approval; everyone else
            publishes alone.
          </Trans>
        </p>
      ) : (
        <ul className="border-t border-rule">
          {view.rules.map((rule) => (
            <RuleRow key={rule.id} {...{ rule, readOnly }} onEdit={() => edit(rule)} />
          ))}
        </ul>
      )}
      {!readOnly && (
        <Button icon={ShieldCheck} className="mt-4" onClick={() => edit('new')}>
          <Trans>Create a rule</Trans>
        </Button>
      )}
    </div>
  )
}

interface RuleRowProps {
  rule: RuleView
  readOnly: boolean
  onEdit: () => void
}

function RuleRow({ rule, readOnly, onEdit }: RuleRowProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const { id, ...body } = rule
  const refresh = () => client.invalidateQueries({ queryKey: ['approvals'] })
  const remove = async () => {
    await api.delete(`/approval-rules/${id}`)
    await refresh()
    toast({
      text: t`Rule removed. What is waiting under it keeps waiting.`,
      undo: () => void api.post('/approval-rules', body).then(refresh),
    })
  }
  const steps = rule.steps.length
  const about = useCoveredNames(rule.scope)
  const f = useFormat()
  return (
    <li className="flex items-center gap-2 border-b border-rule py-2">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{rule.name}</span>
        <span className="block text-xs text-ink-2">
          {isEverything(rule.scope) ? <Trans>All posts</Trans> : f.list(about)}
        </span>
        <span className="block text-xs text-ink-3">
          {steps === 1 ? <Trans>One step</Trans> : <Trans>{steps} steps, in order</Trans>}
        </span>
      </span>
      {!readOnly && (
        <>
          <Button kind="quiet" size="sm" onClick={onEdit}>
            <Trans>Change</Trans>
            <span className="sr-only"> {rule.name}</span>
          </Button>
          <Button kind="quiet" size="sm" onClick={() => void remove()}>
            <Trans>Remove</Trans>
            <span className="sr-only"> {rule.name}</span>
          </Button>
        </>
      )}
    </li>
  )
}
