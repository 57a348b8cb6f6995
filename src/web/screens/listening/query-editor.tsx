import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useId } from 'react'
import type { QueryView } from '#domain/listening/api.ts'
import { useCompany } from '#web/api/index.ts'
import { Button, Dialog, Skeleton } from '#web/ui/index.ts'
import { forget, placeOf } from './unsaved-query.ts'

const QueryForm = lazy(() => import('./query-form.tsx'))

interface QueryEditorProps {
  open: boolean
  /** Absent for a new one. */
  query?: QueryView | undefined
  /** What a new one begins with. */
  written?: string
  onClose: () => void
}

/** Writes a query with the desk reading over the shoulder: what it understands, and where it stumbles. */
export function QueryEditor({ open, query, written = '', onClose }: QueryEditorProps) {
  const { t } = useLingui()
  const id = useId()
  const company = useCompany()
  const giveUp = () => {
    forget(placeOf(company.id, query, written))
    onClose()
  }
  return (
    <Dialog
      {...{ open, onClose }}
      size="md"
      title={query ? t`Edit the query` : t`New query`}
      footer={
        <>
          <Button kind="quiet" onClick={giveUp}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="solid" type="submit" form={id}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <Suspense fallback={<Skeleton rows={4} height={56} />}>
        <QueryForm key={query?.id} {...{ id, query, written }} onDone={onClose} />
      </Suspense>
    </Dialog>
  )
}
