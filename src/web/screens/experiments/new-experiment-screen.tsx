import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { NewExperiment } from '#domain/experiments/api.ts'
import {
  Button,
  MarginColumn,
  Page,
  ProblemMessage,
  TextAreaField,
  TextField,
  useForm,
  WithMargin,
} from '#web/ui/index.ts'
import { ForecastNote } from './forecast-note.tsx'
import { type Arms, PostPicker } from './post-picker.tsx'
import { startExperiment } from './queries.ts'
import { RuleFields } from './rule-fields.tsx'
import { initialRule, type Rule, ruleOf } from './rule.ts'

/** Everything that must be fixed before the figures come in, on one page. */
export default function NewExperimentScreen() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [arms, setArms] = useState<Arms>({ a: [], b: [] })
  const [lacking, setLacking] = useState(false)
  const form = useForm<Rule & { name: string; hypothesis: string }>({
    initial: { ...initialRule, name: '', hypothesis: '' },
    check: ({ name }) => {
      setLacking(!bothChosen(arms))
      return name.trim() ? {} : { name: t`Give the comparison a name.` }
    },
    send: async (values) => {
      if (!bothChosen(arms)) return
      const { name, hypothesis } = values
      const plan: NewExperiment = { ...ruleOf(values), ...arms, name, hypothesis }
      const { id } = await startExperiment(plan)
      await navigate({ to: '/experiments/$experimentId', params: { experimentId: id } })
    },
  })
  return (
    <Page
      title={t`Compare two versions`}
      back={{ to: '/experiments', label: t`Experiments` }}
      folio={<Trans>Chosen in advance, never changed afterwards</Trans>}
    >
      <form {...form.props}>
        <WithMargin
          margin={
            <div className="max-lg:hidden">
              <MarginColumn label={t`What it takes`}>
                <ForecastNote rule={form.values} />
              </MarginColumn>
            </div>
          }
        >
          <div className="max-w-2xl space-y-6">
            <TextField
              {...form.field('name')}
              label={t`Name`}
              placeholder={t`Question or statement`}
              maxLength={120}
              required
            />
            <TextAreaField
              {...form.field('hypothesis')}
              label={t`What you expect, and why`}
              optional
              rows={2}
              maxLength={1000}
            />
            <RuleFields field={form.field} />
            <div className="text-ink-2 lg:hidden">
              <ForecastNote rule={form.values} />
            </div>
          </div>
          <div className="mt-8">
            <PostPicker
              arms={arms}
              onArms={setArms}
              error={
                lacking && !bothChosen(arms) ? t`Choose at least one post for A and one for B.` : ''
              }
            />
          </div>
          {form.problem !== null && <ProblemMessage problem={form.problem} />}
          <div className="mt-6">
            <Button kind="solid" type="submit" busy={form.busy}>
              <Trans>Start the comparison</Trans>
            </Button>
          </div>
        </WithMargin>
      </form>
    </Page>
  )
}

const bothChosen = ({ a, b }: Arms) => a.length > 0 && b.length > 0
