import { Trans } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FolderOpen } from 'lucide-react'
import { api, useMay } from '#web/api/index.ts'
import { Button, useProblemWords, useToast } from '#web/ui/index.ts'

/** One press: the case of an alert, opened or found. */
export function CaseOfAlert({ alertId }: { alertId: string }) {
  const may = useMay('listening:write')
  const navigate = useNavigate()
  const toast = useToast()
  const wordsOf = useProblemWords()
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.post<{ id: string }>(`/alerts/${alertId}/case`),
    onSuccess: ({ id }) => navigate({ to: '/cases/$caseId', params: { caseId: id } }),
    onError: (problem) => toast({ text: wordsOf(problem).title, kind: 'bad' }),
  })
  if (!may) return null
  return (
    <Button icon={FolderOpen} busy={isPending} onClick={() => mutate()}>
      <Trans>Open a case</Trans>
    </Button>
  )
}
