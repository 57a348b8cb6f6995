import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, ProblemMessage, Sheet, TextField, useForm, useToast } from '#web/ui/index.ts'
import { makeLink } from './queries.ts'

/** A short link made by hand: for a newsletter, a poster, a business card. */
export function NewLinkSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Sheet open={open} onClose={onClose} title={t`New short link`} width={400}>
      <NewLinkForm />
    </Sheet>
  )
}

function NewLinkForm() {
  const { t } = useLingui()
  const toast = useToast()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    initial: { target: '', campaign: '' },
    check: ({ target }) => (target.trim() ? {} : { target: t`Enter the address to shorten.` }),
    send: async ({ target, campaign }) => {
      const { id } = await makeLink({ target: target.trim(), campaign: campaign.trim() || null })
      void client.invalidateQueries({ queryKey: ['links'] })
      toast({ text: t`Short link ready: its address can be copied.` })
      await navigate({ to: '/links/$linkId', params: { linkId: id } })
    },
  })
  return (
    <form {...form.props} className="space-y-5">
      <TextField
        {...form.field('target')}
        label={t`Page it leads to`}
        hint={t`A complete address, with https://.`}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <TextField
        {...form.field('campaign')}
        label={t`Campaign`}
        hint={t`A name to find this link by, such as "Winter poster". The address stays as it is.`}
        optional
        maxLength={80}
        autoComplete="off"
      />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button kind="solid" type="submit" busy={form.busy}>
        <Trans>Create the link</Trans>
      </Button>
    </form>
  )
}
