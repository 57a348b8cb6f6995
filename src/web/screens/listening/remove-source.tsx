import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { SourceView } from '#domain/listening/api.ts'
import { api } from '#web/api/index.ts'
import { Confirm, useToast } from '#web/ui/index.ts'

interface RemoveSourceProps {
  source: SourceView
  open: boolean
  onClose: () => void
}

export function RemoveSource({ source: { id, name }, open, onClose }: RemoveSourceProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  return (
    <Confirm
      {...{ open, onClose }}
      title={t`Stop listening to ${name}?`}
      action={t`Remove the source`}
      danger
      onConfirm={async () => {
        await api.delete(`/sources/${id}`)
        await client.invalidateQueries({ queryKey: ['mentions'] })
        toast({ text: t`No longer listening to ${name}.` })
      }}
    >
      <p>
        <Trans>
          What it brought in stays. If you add it again, reading starts from what it still holds.
        </Trans>
      </p>
    </Confirm>
  )
}
