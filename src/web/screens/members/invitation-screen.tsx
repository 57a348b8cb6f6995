import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { InvitationOffer } from '#domain/governance/api.ts'
import { api, setCurrentCompanyId } from '#web/api/index.ts'
import { PasswordField } from '#web/screens/welcome/password-field.tsx'
import { Threshold } from '#web/screens/welcome/threshold.tsx'
import { Button, ProblemMessage, QueryView, TextField, useForm } from '#web/ui/index.ts'
import { useRoleWords } from './role-words.ts'

/** Where the link of an invitation leads. */
export default function InvitationScreen() {
  const { t } = useLingui()
  const { token = '' } = useParams({ strict: false })
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.get<InvitationOffer>(`/invitation/${token}`, { keepUnauthorised: true }),
    retry: false,
  })
  const company = offer.data?.company
  return (
    <Threshold
      title={company ? t`Join ${company}` : t`Invitation`}
      lead={offer.data && <Lead offer={offer.data} />}
    >
      <QueryView query={offer}>{(data) => <Join offer={data} token={token} />}</QueryView>
    </Threshold>
  )
}

function Lead({ offer: { invitedBy, role, email } }: { offer: InvitationOffer }) {
  const words = useRoleWords()[role]
  const { name, hint } = words
  return (
    <>
      <Trans>
        {invitedBy} invites you, {email}.
      </Trans>{' '}
      <Trans>
        Your role: {name}. {hint}
      </Trans>
    </>
  )
}

function Join({ offer, token }: { offer: InvitationOffer; token: string }) {
  const { t, i18n } = useLingui()
  const { step, email } = offer
  const client = useQueryClient()
  const form = useForm({
    initial: { name: '', password: '' },
    check: (values) => (step === 'account' ? missing(values) : {}),
    send: async ({ name, password }) => {
      const given = { name, password, ...(step === 'account' ? { language: i18n.locale } : {}) }
      const path = `/invitation/${token}/accept`
      const options = { keepUnauthorised: true }
      const { companyId } = await api.post<{ companyId: string }>(path, given, options)
      setCurrentCompanyId(companyId)
      client.clear()
      location.assign('/calendar')
    },
  })
  const missing = ({ name, password }: { name: string; password: string }) => ({
    ...(name.trim() ? {} : { name: t`Enter the name your colleagues will see.` }),
    ...(password.length >= 10
      ? {}
      : { password: t`Choose at least 10 characters; a few words are fine.` }),
  })
  if (step === 'other') return <SignedInAsOther email={email} />
  return (
    <form {...form.props} className="space-y-5">
      {step === 'account' && (
        <TextField {...form.field('name')} label={t`Your name`} autoComplete="name" />
      )}
      {step === 'password' && (
        <p>
          <Trans>{email} already has an account here: enter its password.</Trans>
        </p>
      )}
      {step !== 'join' && (
        <>
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <PasswordField
            {...form.field('password')}
            label={t`Password`}
            {...(step === 'account'
              ? { hint: t`At least 10 characters. A sentence is easier to remember than a riddle.` }
              : {})}
            autoComplete={step === 'account' ? 'new-password' : 'current-password'}
          />
        </>
      )}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        <Trans>Join</Trans>
      </Button>
    </form>
  )
}

function SignedInAsOther({ email }: { email: string }) {
  const signOut = async () => {
    await api.post('/sign-out').catch(() => undefined)
    location.reload()
  }
  return (
    <div className="space-y-5">
      <p>
        <Trans>This invitation is for {email}, and you are signed in with another address.</Trans>
      </p>
      <Button onClick={() => void signOut()}>
        <Trans>Sign out and continue</Trans>
      </Button>
    </div>
  )
}
