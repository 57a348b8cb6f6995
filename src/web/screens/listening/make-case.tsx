import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { FolderPlus } from 'lucide-react'
import type { CaseView } from '#domain/cases/api.ts'
import type { MentionView } from '#domain/listening/api.ts'
import { api, useMay } from '#web/api/index.ts'
import { IconButton, Menu, useProblemWords, useToast } from '#web/ui/index.ts'
import { useCasesOf } from './cases-of.ts'

/** A menu to follow a mention up: as a lead, or as a case. */
export function MakeCase({ mention: { id } }: { mention: MentionView }) {
  const { t } = useLingui()
  const may = useMay('listening:write')
  const client = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const wordsOf = useProblemWords()
  if (!may) return null
  const make = async (kind: 'lead' | 'case') => {
    try {
      const made = await api.post<CaseView>('/cases', { kind, mentionIds: [id] })
      await client.invalidateQueries({ queryKey: ['cases'] })
      await navigate({ to: '/cases/$caseId', params: { caseId: made.id } })
    } catch (problem) {
      toast({ text: wordsOf(problem).title, kind: 'bad' })
    }
  }
  return (
    <Menu
      align="end"
      label={t`Follow up`}
      trigger={<IconButton label={t`Follow up`} icon={FolderPlus} />}
      items={[
        { label: t`Make it a lead`, onSelect: () => void make('lead') },
        { label: t`Make it a case`, onSelect: () => void make('case') },
      ]}
    />
  )
}

/** The leads and cases that were made of a mention. */
export function CasesOfMention({ mention: { id } }: { mention: MentionView }) {
  const { data } = useCasesOf(id)
  return data?.map(({ id: caseId, kind }) => (
    <Link
      key={caseId}
      to="/cases/$caseId"
      params={{ caseId }}
      className="inline-flex min-h-6 items-center font-medium text-accent underline"
    >
      {kind === 'lead' ? <Trans>See the lead</Trans> : <Trans>See the case</Trans>}
    </Link>
  ))
}
