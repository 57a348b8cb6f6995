import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api, sessionQuery, useCompany } from '#web/api/index.ts'
import { ProblemMessage, SelectField, TextField, useForm, useToast } from '#web/ui/index.ts'
import { TimeZoneField } from '#web/ui/time-zone-field.tsx'
import { SaveButton } from './save-button.tsx'
import { Section } from './section.tsx'

export function CompanySection({ readOnly }: { readOnly: boolean }) {
  const { t } = useLingui()
  const form = useCompanyForm()
  return (
    <Section
      id="company"
      title={t`Company`}
      lead={
        readOnly ? (
          <Trans>Only an owner or a manager can change these.</Trans>
        ) : (
          <Trans>Its name, its time zone and the address of its short links.</Trans>
        )
      }
    >
      <form {...form.props}>
        <fieldset disabled={readOnly} className="space-y-5">
          <legend className="sr-only">
            <Trans>Company</Trans>
          </legend>
          <TextField {...form.field('name')} label={t`Company name`} autoComplete="organization" />
          <SelectField
            {...form.field('language')}
            label={t`Language of its posts`}
            options={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
          <TimeZoneField {...form.field('timeZone')} />
          <TextField
            {...form.field('publicUrl')}
            label={t`Public address of this server`}
            hint={t`Short links begin with it, so it must be reachable from outside. Without one, they begin with the address you see above.`}
            optional
            type="url"
            inputMode="url"
            placeholder="https://vigie.example.com"
          />
          {form.problem !== null && <ProblemMessage problem={form.problem} />}
          {!readOnly && (
            <SaveButton {...form}>
              <Trans>Save the company</Trans>
            </SaveButton>
          )}
        </fieldset>
      </form>
    </Section>
  )
}

function useCompanyForm() {
  const { t } = useLingui()
  const company = useCompany()
  const client = useQueryClient()
  const toast = useToast()
  return useForm({
    initial: {
      name: company.name,
      language: company.language as string,
      timeZone: company.timeZone,
      publicUrl: company.publicUrl ?? '',
    },
    check: ({ name, publicUrl }) => ({
      ...(name.trim() ? {} : { name: t`Enter the company’s name.` }),
      ...(publicUrl === '' || isWebAddress(publicUrl)
        ? {}
        : { publicUrl: t`Enter a whole address, such as https://vigie.example.com.` }),
    }),
    send: async ({ publicUrl, ...rest }) => {
      await api.patch('/companies/current', { ...rest, publicUrl: publicUrl || null })
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      toast({ text: t`Company saved.` })
    },
  })
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
