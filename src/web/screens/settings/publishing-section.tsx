import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PublishingRules } from '#domain/publishing/waiting/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { ProblemMessage, QueryView, SelectField, useForm, useToast } from '#web/ui/index.ts'
import { SaveButton } from './save-button.tsx'
import { Section } from './section.tsx'

/** What the desk does by itself with late posts, and how far back it looks for the same words. */
export function PublishingSection({ readOnly }: { readOnly: boolean }) {
  const { t } = useLingui()
  const rules = useRules()
  return (
    <Section
      id="publishing"
      title={t`Publishing`}
      lead={<Trans>What Vigie does on its own, and when it asks you first.</Trans>}
    >
      <QueryView query={rules}>
        {(data) => <RulesForm rules={data} readOnly={readOnly} />}
      </QueryView>
    </Section>
  )
}

function useRules() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['session', 'publishing-rules', id],
    queryFn: ({ signal }) => api.get<PublishingRules>('/publishing-rules', { signal }),
  })
}

function RulesForm({ rules, readOnly }: { rules: PublishingRules; readOnly: boolean }) {
  const { t } = useLingui()
  const form = useRulesForm(rules)
  const late: Record<string, string> = {
    '0': t`Always ask`,
    '15': t`Publish up to 15 minutes late`,
    '60': t`Publish up to an hour late`,
    '180': t`Publish up to 3 hours late`,
    '720': t`Publish up to 12 hours late`,
    '1440': t`Publish up to a day late`,
  }
  const days: Record<string, string> = {
    '0': t`Do not compare`,
    '7': t`Compare with the last 7 days`,
    '30': t`Compare with the last 30 days`,
    '90': t`Compare with the last 90 days`,
    '365': t`Compare with the last year`,
  }
  return (
    <form {...form.props}>
      <fieldset disabled={readOnly} className="space-y-5">
        <legend className="sr-only">
          <Trans>Publishing</Trans>
        </legend>
        <SelectField
          {...form.field('lateMinutes')}
          label={t`When this machine was off at the hour of a post`}
          hint={t`Later than that, the post waits for your decision on the calendar. Less than two minutes is never late.`}
          options={optionsOf(late, rules.lateMinutes, (n) => t`Publish up to ${n} minutes late`)}
        />
        <SelectField
          {...form.field('duplicateDays')}
          label={t`When nearly the same text was published before`}
          hint={t`You are told while you write, with the earlier post beside it. It never blocks anything.`}
          options={optionsOf(days, rules.duplicateDays, (n) => t`Compare with the last ${n} days`)}
        />
        {form.problem !== null && <ProblemMessage problem={form.problem} />}
        {!readOnly && (
          <SaveButton {...form}>
            <Trans>Save the publishing rules</Trans>
          </SaveButton>
        )}
      </fieldset>
    </form>
  )
}

/** The usual choices, and whatever a program chose. */
function optionsOf(usual: Record<string, string>, now: number, inWords: (n: number) => string) {
  const all = String(now) in usual ? usual : { ...usual, [String(now)]: inWords(now) }
  return Object.entries(all).map(([value, label]) => ({ value, label }))
}

function useRulesForm({ lateMinutes, duplicateDays }: PublishingRules) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  return useForm({
    initial: { lateMinutes: String(lateMinutes), duplicateDays: String(duplicateDays) },
    send: async (values) => {
      await api.patch('/publishing-rules', {
        lateMinutes: Number(values.lateMinutes),
        duplicateDays: Number(values.duplicateDays),
      })
      await client.invalidateQueries({ queryKey: ['session', 'publishing-rules'] })
      toast({ text: t`Publishing rules saved.` })
    },
  })
}
