import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AssistantAnswer, AssistantView } from '#domain/assistance/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { Button, ProblemMessage, QueryView, TextField, useForm, useToast } from '#web/ui/index.ts'
import { useAssistant } from './use-assistant.ts'

/** The endpoint that may be asked for help with a text: off until it has an address. */
export default function AssistantSettings() {
  const query = useAssistant()
  return (
    <QueryView query={query}>
      {({ assistant }) => (
        // Saved, the form begins again with what was kept.
        <AssistantForm key={assistant?.updatedAt ?? 'none'} assistant={assistant} />
      )}
    </QueryView>
  )
}

function AssistantForm({ assistant }: { assistant: AssistantView | null }) {
  const { t } = useLingui()
  const form = useAssistantForm(assistant)
  return (
    <form {...form.props} className="space-y-5">
      <TextField
        {...form.field('address')}
        label={t`Address`}
        hint={t`Any service that speaks OpenAI’s “chat completions”, including your own, up to /v1.`}
        type="url"
        inputMode="url"
        placeholder="https://models.example.com/v1"
        autoComplete="off"
      />
      <TextField {...form.field('model')} label={t`Model`} autoComplete="off" />
      <TextField
        {...form.field('key')}
        label={t({ message: 'Key', context: 'assistant' })}
        hint={
          assistant?.hasKey
            ? t`A key is saved, encrypted. Leave this empty to keep it.`
            : t`Saved encrypted, and never shown again.`
        }
        optional
        type="password"
        autoComplete="off"
      />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          kind={form.dirty ? 'solid' : 'line'}
          busy={form.busy}
          disabled={!form.dirty}
        >
          <Trans>Save the address</Trans>
        </Button>
        {assistant && !form.dirty && <TryOut host={assistant.host} />}
      </div>
    </form>
  )
}

function TryOut({ host }: { host: string }) {
  const { t } = useLingui()
  const toast = useToast()
  const { id } = useCompany()
  const client = useQueryClient()
  const trial = useMutation({
    mutationFn: () => api.post('/assistant/test', {}),
    onSuccess: () => toast({ text: t`${host} responds.` }),
  })
  const drop = useMutation({
    mutationFn: () => api.delete('/assistant'),
    onSuccess: () => client.setQueryData<AssistantAnswer>(['assistant', id], { assistant: null }),
  })
  const problem = trial.error ?? drop.error
  return (
    <>
      <Button busy={trial.isPending} onClick={() => trial.mutate()}>
        <Trans>Try it out</Trans>
      </Button>
      <Button kind="quiet" busy={drop.isPending} onClick={() => drop.mutate()}>
        <Trans>Stop asking</Trans>
      </Button>
      {problem && (
        <div className="w-full">
          <ProblemMessage problem={problem} />
        </div>
      )}
    </>
  )
}

function useAssistantForm(assistant: AssistantView | null) {
  const { t } = useLingui()
  const { id } = useCompany()
  const client = useQueryClient()
  const toast = useToast()
  return useForm({
    initial: { address: assistant?.address ?? '', model: assistant?.model ?? '', key: '' },
    check: ({ address, model }) => ({
      ...(URL.canParse(address) ? {} : { address: t`Enter a whole address, with https://.` }),
      ...(model.trim() ? {} : { model: t`Enter the name of the model.` }),
    }),
    send: async ({ address, model, key }) => {
      const answer = await api.put<AssistantAnswer>('/assistant', {
        address,
        model,
        ...(key ? { key } : {}),
      })
      client.setQueryData(['assistant', id], answer)
      toast({ text: t`Address saved.` })
    },
  })
}
