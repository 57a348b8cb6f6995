import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SourceView } from '#domain/listening/api.ts'
import { api } from '#web/api/index.ts'
import { Button, LinkButton, ProblemMessage, useFormat, useToast } from '#web/ui/index.ts'

interface OurAccountsProps {
  /** The accounts that receive something to listen to. */
  handles: readonly string[]
  onDone: () => void
}

/** What people say to the company in public, asked about by its queries as it comes. */
export function OurAccounts({ handles, onDone }: OurAccountsProps) {
  const { t } = useLingui()
  const list = useFormat().list(handles)
  const client = useQueryClient()
  const toast = useToast()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.post<SourceView>('/sources/our-accounts', {}),
    async onSuccess({ name }) {
      await client.invalidateQueries({ queryKey: ['mentions'] })
      toast({ text: t`Listening to ${name} from now on.` })
      onDone()
    },
  })
  return (
    <div className="space-y-4">
      <p className="text-ink-2">
        <Trans>
          From now on, each comment and public mention that reaches the inbox is checked against
          your queries. Private messages never are.
        </Trans>
      </p>
      {handles.length === 0 ? (
        <LinkButton to="/channels">
          <Trans>Connect an account</Trans>
        </LinkButton>
      ) : (
        <>
          <p>
            <Trans>Accounts connected today: {list}.</Trans>
          </p>
          <Button kind="solid" busy={isPending} onClick={() => mutate()}>
            <Trans>Listen to our accounts</Trans>
          </Button>
        </>
      )}
      {error && <ProblemMessage problem={error} />}
    </div>
  )
}
