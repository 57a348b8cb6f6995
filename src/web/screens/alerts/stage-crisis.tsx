import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Siren } from 'lucide-react'
import type { CrisisView } from '#domain/practice/api.ts'
import { api, useCompany, useMay } from '#web/api/index.ts'
import { Button, ProblemMessage } from '#web/ui/index.ts'

/** In a practice company: a crisis that nobody has to fear, to learn what follows an alert. */
export function StageCrisis() {
  const { t } = useLingui()
  const { practice } = useCompany()
  const may = useMay('listening:write')
  const client = useQueryClient()
  const stage = useMutation({
    mutationFn: () => api.post<CrisisView>('/practice/crises'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['alerts'] }),
  })
  if (!practice || !may) return null
  const posts = stage.data?.posts ?? 0
  return (
    <section
      aria-label={t`Practise a crisis`}
      className="mt-8 max-w-prose border-t border-rule pt-4"
    >
      <h2 className="title-serif text-xl">
        <Trans>Practise a crisis</Trans>
      </h2>
      <p className="mt-1 mb-3 text-ink-2">
        <Trans>
          Invented people complain about a dangerous product, and others share it. The alert goes
          off here within two minutes: open it, hold what is scheduled, take it on, close it. None
          of this is real, and no e-mail is sent.
        </Trans>
      </p>
      <Button icon={Siren} busy={stage.isPending} onClick={() => stage.mutate()}>
        <Trans>Stage a practice crisis</Trans>
      </Button>
      <p role="status" className="mt-2">
        {stage.isSuccess && (
          <Plural
            value={posts}
            one="Started: # invented post over the next hour."
            other="Started: # invented posts over the next hour."
          />
        )}
      </p>
      {stage.error !== null && <ProblemMessage problem={stage.error} />}
    </section>
  )
}
