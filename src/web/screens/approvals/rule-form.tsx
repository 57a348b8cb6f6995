import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { RulesView, RuleView } from '#domain/publishing/approvals/api.ts'
import { api, fieldErrors } from '#web/api/index.ts'
import { Button, Checkbox, ProblemMessage, TextField, useToast } from '#web/ui/index.ts'
import { StepFields } from './step-fields.tsx'
import { isEverything, WhichPosts } from './which-posts.tsx'

type Rule = Omit<RuleView, 'id'>
type People = RulesView['people']

const blank: Rule = {
  name: '',
  scope: { channelIds: [], connectorIds: [], campaignIds: [] },
  exemptRoles: ['owner'],
  steps: [
    {
      roles: ['owner', 'manager', 'reviewer'],
      members: [],
      emails: [],
      quorum: 1,
      hoursBefore: null,
      ownPosts: false,
    },
  ],
}

/** A rule as a sentence to fill in: which posts, by whom, and who must agree. */
export function RuleForm({
  rule,
  people,
  close,
}: {
  rule: RuleView | null
  people: People
  close: () => void
}) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const [draft, write] = useState<Rule>(() => rule ?? blank)
  const [problem, fail] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [some, choose] = useState(!isEverything(draft.scope))
  const [isTried, setTried] = useState(false)
  // Ticking nothing would not be "no post": it would be all of them.
  const isWanting = some && isEverything(draft.scope)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setTried(true)
    if (isWanting) return
    setBusy(true)
    fail(null)
    try {
      const { name, exemptRoles, steps } = draft
      const scope = some ? draft.scope : blank.scope
      const body = { name, scope, exemptRoles, steps }
      if (rule) await api.put(`/approval-rules/${rule.id}`, body)
      else await api.post('/approval-rules', body)
      await client.invalidateQueries({ queryKey: ['approvals'] })
      toast({ text: t`Rule saved. It applies to what is scheduled from now on.` })
      close()
    } catch (error) {
      fail(error)
    } finally {
      setBusy(false)
    }
  }
  const set = (changes: Partial<Rule>) => write((was) => ({ ...was, ...changes }))
  return (
    <form onSubmit={(event) => void save(event)} className="space-y-5">
      <TextField
        label={t`Rule name`}
        hint={t`Shown to whoever is waiting: “The Christmas campaign”, “LinkedIn”.`}
        value={draft.name}
        onValue={(name) => set({ name })}
        error={fieldErrors(problem)['/name']}
      />
      <WhichPosts
        scope={draft.scope}
        onScope={(scope) => set({ scope })}
        some={some}
        onSome={choose}
        isWanting={isTried && isWanting}
      />
      <Exempt draft={draft} set={set} />
      {draft.steps.map((step, index) => (
        <StepFields
          // Steps are nothing but their order.
          key={index}
          number={index + 1}
          {...{ step, people }}
          error={fieldErrors(problem)[`/steps/${index}/quorum`]}
          onStep={(next) =>
            set({ steps: draft.steps.map((one, at) => (at === index ? next : one)) })
          }
          onRemove={
            draft.steps.length > 1
              ? () => set({ steps: draft.steps.filter((_, at) => at !== index) })
              : undefined
          }
        />
      ))}
      {draft.steps.length < 6 && (
        <Button
          size="sm"
          kind="quiet"
          icon={Plus}
          className="-ml-2"
          onClick={() => set({ steps: [...draft.steps, ...blank.steps] })}
        >
          <Trans>Add a step after it</Trans>
        </Button>
      )}
      {problem !== null && <ProblemMessage problem={problem} />}
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
        <Button kind="solid" type="submit" busy={busy} disabled={!draft.name.trim()}>
          <Trans>Save the rule</Trans>
        </Button>
      </div>
    </form>
  )
}

function Exempt({ draft, set }: { draft: Rule; set: (changes: Partial<Rule>) => void }) {
  const { t } = useLingui()
  const roles = [
    { value: 'owner', label: t`Owners` },
    { value: 'manager', label: t`Managers` },
    { value: 'editor', label: t`Editors` },
  ] as const
  return (
    <fieldset>
      <legend className="mb-1 font-medium">
        <Trans>Who publishes without it</Trans>
      </legend>
      {roles.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={draft.exemptRoles.includes(value)}
          onChecked={(on) =>
            set({
              exemptRoles: on
                ? [...draft.exemptRoles, value]
                : draft.exemptRoles.filter((one) => one !== value),
            })
          }
        />
      ))}
    </fieldset>
  )
}
