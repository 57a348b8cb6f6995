import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api, type Company, sessionQuery, setCurrentCompanyId } from '#web/api/index.ts'
import { Button, ProblemMessage, SelectField, TextField, useForm } from '#web/ui/index.ts'
import { TimeZoneField } from '#web/ui/time-zone-field.tsx'

export function CompanyStep() {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    initial: {
      name: '',
      language: i18n.locale,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    check: ({ name }): { name?: string } =>
      name.trim() ? {} : { name: t`Enter the company’s name.` },
    send: async (values) => {
      const company = await api.post<Company>('/companies', values)
      setCurrentCompanyId(company.id)
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
  return (
    <form {...form.props} className="space-y-5">
      <TextField
        {...form.field('name')}
        label={t`Company name`}
        autoComplete="organization"
        placeholder="Atelier Morel"
      />
      <SelectField
        {...form.field('language')}
        label={t`Language of its posts`}
        hint={t`The one suggested first; everyone uses Vigie in their own.`}
        options={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
      />
      <TimeZoneField {...form.field('timeZone')} />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        <Trans>Open the company</Trans>
      </Button>
    </form>
  )
}
