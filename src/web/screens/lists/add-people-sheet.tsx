import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListView } from '#domain/subscribers/api.ts'
import { api } from '#web/api/index.ts'
import { Button, ProblemMessage, Sheet, TextField, useForm, useToast } from '#web/ui/index.ts'
import { ChooseTable } from './choose-table.tsx'
import { TablePreview } from './table-preview.tsx'

interface AddPeopleProps {
  channelId: string
  open: boolean
  onClose: () => void
}

/** A table, what it holds, and how its people agreed; only then is anything kept. */
export function AddPeopleSheet({ channelId, open, onClose }: AddPeopleProps) {
  const { t } = useLingui()
  return (
    <Sheet open={open} onClose={onClose} title={t`Add people`} width={560}>
      <AddPeople channelId={channelId} onClose={onClose} />
    </Sheet>
  )
}

function AddPeople({ channelId, onClose }: Omit<AddPeopleProps, 'open'>) {
  const [csv, setCsv] = useState('')
  const [preview, setPreview] = useState<ListView | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const read = async (text: string) => {
    setProblem(null)
    setPreview(null)
    setCsv(text)
    try {
      const path = `/channels/${channelId}/subscribers/preview`
      setPreview(await api.post<ListView>(path, { csv: text }))
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <div className="space-y-5">
      <ChooseTable onText={(text) => void read(text)} />
      {problem !== null && <ProblemMessage problem={problem} />}
      {preview && <TablePreview preview={preview} />}
      {preview && preview.added > 0 && (
        <Consent channelId={channelId} csv={csv} count={preview.added} onDone={onClose} />
      )}
    </div>
  )
}

interface ConsentProps {
  channelId: string
  csv: string
  count: number
  onDone: () => void
}

function Consent({ channelId, csv, count, onDone }: ConsentProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const form = useForm({
    initial: { source: '', at: '' },
    check: ({ source, at }): { source?: string; at?: string } => ({
      ...(source.trim().length < 3 ? { source: t`Say how they agreed.` } : {}),
      ...(at === '' ? { at: t`Say when they agreed.` } : {}),
    }),
    send: async ({ source, at }) => {
      const consent = { source, at: `${at}T12:00:00Z` }
      await api.post(`/channels/${channelId}/subscribers`, { csv, consent })
      await client.invalidateQueries({ queryKey: ['lists'] })
      toast({ text: t`Done.` })
      onDone()
    },
  })
  return (
    <form {...form.props} className="space-y-5">
      <TextField
        {...form.field('source')}
        label={t`How they agreed`}
        hint={t`Kept with each of them, as the law requires.`}
        placeholder={t`Form on our website`}
      />
      <TextField {...form.field('at')} label={t`When`} type="date" />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        <Trans>
          Add <Plural value={count} one="# person" other="# people" />
        </Trans>
      </Button>
    </form>
  )
}
