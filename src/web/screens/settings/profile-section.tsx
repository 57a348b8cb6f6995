import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api, sessionQuery, useSession } from '#web/api/index.ts'
import { useChooseLanguage } from '#web/shell/choose-language.ts'
import { asLocale } from '#web/shell/locale.ts'
import { ProblemMessage, SelectField, TextField, useForm, useToast } from '#web/ui/index.ts'
import { SaveButton } from './save-button.tsx'
import { Section } from './section.tsx'

export function ProfileSection() {
  const { t, i18n } = useLingui()
  const { user } = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const chooseLanguage = useChooseLanguage()
  const form = useForm({
    initial: { name: user.name },
    check: ({ name }): { name?: string } =>
      name.trim() ? {} : { name: t`Enter the name your colleagues will see.` },
    send: async (values) => {
      await api.patch('/profile', values)
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      toast({ text: t`Profile saved.` })
    },
  })
  return (
    <Section id="profile" title={t`You`} lead={user.email}>
      <form {...form.props} className="space-y-5">
        <TextField {...form.field('name')} label={t`Your name`} autoComplete="name" />
        <SelectField
          label={t`Interface language`}
          value={i18n.locale}
          onValue={(locale) => void chooseLanguage(asLocale(locale))}
          options={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
        {form.problem !== null && <ProblemMessage problem={form.problem} />}
        <SaveButton {...form}>
          <Trans>Save the profile</Trans>
        </SaveButton>
      </form>
    </Section>
  )
}
