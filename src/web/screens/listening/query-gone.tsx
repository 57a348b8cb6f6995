import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Dialog } from '#web/ui/index.ts'

interface QueryGoneProps {
  open: boolean
  onClose: () => void
}

/** In place of the editor, when an address asks for a query that is no longer there. */
export function QueryGone({ open, onClose }: QueryGoneProps) {
  const { t } = useLingui()
  return (
    <Dialog
      {...{ open, onClose }}
      size="sm"
      title={t`This query is gone`}
      footer={
        <Button kind="solid" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      <p>
        <Trans>Somebody deleted it, or the link you followed is of another company.</Trans>
      </p>
    </Dialog>
  )
}
