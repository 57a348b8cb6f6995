import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api, sessionQuery } from '#web/api/index.ts'
import { Button, ProblemMessage, TextField, useForm } from '#web/ui/index.ts'
import { PasswordField } from './password-field.tsx'

const SHORTEST_PASSWORD = 10

export function AccountStep() {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    initial: { name: '', email: '', password: '' },
    check: ({ name, email, password }) => ({
      ...(name.trim() ? {} : { name: t`Enter the name your colleagues will see.` }),
      ...(/^\S+@\S+\.\S+$/.test(email)
        ? {}
        : { email: t`Enter a whole e-mail address, such as camille@example.com.` }),
      ...(password.length >= SHORTEST_PASSWORD
        ? {}
        : { password: t`Choose at least 10 characters; a few words are fine.` }),
    }),
    send: async (values) => {
      await api.post('/sign-up', { ...values, language: i18n.locale })
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
  return (
    <form {...form.props} className="space-y-5">
      <TextField {...form.field('name')} label={t`Your name`} autoComplete="name" />
      <TextField
        {...form.field('email')}
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        inputMode="email"
      />
      <PasswordField
        {...form.field('password')}
        label={t`Password`}
        hint={t`At least 10 characters. A sentence is easier to remember than a riddle.`}
        autoComplete="new-password"
      />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        <Trans>Create the account</Trans>
      </Button>
    </form>
  )
}
