import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { KeepingView } from '#domain/listening/keeping/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { ProblemMessage, QueryView, SelectField, useForm, useToast } from '#web/ui/index.ts'
import { SaveButton } from './save-button.tsx'
import { Section } from './section.tsx'

/** How long what was said of the company elsewhere is kept. */
export function MentionsSection({ readOnly }: { readOnly: boolean }) {
  const { t } = useLingui()
  const { id } = useCompany()
  const keeping = useQuery({
    queryKey: ['session', 'mention-keeping', id],
    queryFn: ({ signal }) => api.get<KeepingView>('/mention-keeping', { signal }),
  })
  return (
    <Section
      id="mentions"
      title={t`Mentions`}
      lead={
        <Trans>
          What others say about you includes their names: keep it no longer than you need it.
        </Trans>
      }
    >
      <QueryView query={keeping}>
        {(data) => <KeepingForm keeping={data} readOnly={readOnly} />}
      </QueryView>
    </Section>
  )
}

const forEver = 'for-ever'

function KeepingForm({ keeping, readOnly }: { keeping: KeepingView; readOnly: boolean }) {
  const { t } = useLingui()
  const form = useKeepingForm(keeping)
  const field = form.field('months')
  const erases = keeping.older.find(({ months }) => String(months) === field.value)?.mentions ?? 0
  return (
    <form {...form.props}>
      <fieldset disabled={readOnly} className="space-y-5">
        <legend className="sr-only">
          <Trans>Mentions</Trans>
        </legend>
        <SelectField
          {...field}
          label={t`Keep mentions nobody has worked on`}
          hint={t`Counted from the day they were written. What someone judged, corrected or was assigned stays.`}
          options={useLengths(keeping.months)}
        />
        {form.dirty && erases > 0 && (
          <p role="status" className="text-sm text-ink-2">
            <Plural
              value={erases}
              one="# mention is older: it is erased for good once you save."
              other="# mentions are older: they are erased for good once you save."
            />
          </p>
        )}
        <LastErasure keeping={keeping} />
        {form.problem !== null && <ProblemMessage problem={form.problem} />}
        {!readOnly && (
          <SaveButton {...form}>
            <Trans>Save for mentions</Trans>
          </SaveButton>
        )}
      </fieldset>
    </form>
  )
}

function LastErasure({ keeping: { erased, erasedAt } }: { keeping: KeepingView }) {
  const { i18n } = useLingui()
  if (erasedAt === null) return null
  const day = i18n.date(erasedAt, { dateStyle: 'long' })
  return (
    <p className="text-sm text-ink-2">
      <Plural
        value={erased}
        one={`Last erased: # mention, on ${day}.`}
        other={`Last erased: # mentions, on ${day}.`}
      />
    </p>
  )
}

/** The usual lengths, and whatever a program chose. */
function useLengths(now: number | null) {
  const { t } = useLingui()
  const usual: Record<string, string> = {
    '3': t`For 3 months`,
    '6': t`For 6 months`,
    '13': t`For 13 months`,
    '25': t`For 25 months`,
    '37': t`For 37 months`,
    [forEver]: t`Forever`,
  }
  const own = now === null || String(now) in usual ? {} : { [String(now)]: t`For ${now} months` }
  return Object.entries({ ...usual, ...own }).map(([value, label]) => ({ value, label }))
}

function useKeepingForm({ months }: KeepingView) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  return useForm({
    initial: { months: months === null ? forEver : String(months) },
    send: async ({ months: chosen }) => {
      await api.put('/mention-keeping', { months: chosen === forEver ? null : Number(chosen) })
      await client.invalidateQueries({ queryKey: ['session', 'mention-keeping'] })
      toast({ text: t`Saved: this is how long mentions are kept.` })
    },
  })
}
