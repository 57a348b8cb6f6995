import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { api, sessionQuery } from '#web/api/index.ts'
import { Button, ProblemMessage, TextField, useForm } from '#web/ui/index.ts'
import { PasswordField } from './password-field.tsx'
import { Threshold } from './threshold.tsx'

export default function SignInScreen() {
  const { t } = useLingui()
  const client = useQueryClient()
  const { history } = useRouter()
  const { next }: { next?: string } = useSearch({ strict: false })
  const form = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) => ({
      ...(email.trim() ? {} : { email: t`Enter your e-mail.` }),
      ...(password ? {} : { password: t`Enter your password.` }),
    }),
    send: async (credentials) => {
      await api.post('/sign-in', credentials, { keepUnauthorised: true })
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      history.push(ownAddress(next))
    },
  })
  return (
    <Threshold
      title={t`Sign in`}
      lead={<Trans>With the e-mail and password of your account.</Trans>}
    >
      <form {...form.props} className="space-y-5">
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
          autoComplete="current-password"
        />
        {form.problem !== null && <ProblemMessage problem={form.problem} />}
        <Button type="submit" kind="solid" busy={form.busy}>
          <Trans>Sign in</Trans>
        </Button>
      </form>
    </Threshold>
  )
}

/** Only addresses of this desk: `next` comes from the address bar, anyone may have written it. */
function ownAddress(next: string | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'
}
