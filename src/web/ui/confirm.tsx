import { Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemMessage } from './problem-message.tsx'

interface ConfirmProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** What will happen, to what, and that it cannot be undone. */
  children: ReactNode
  /** The verb on the button: never "OK". */
  action: string
  /** May return a promise: the dialog waits, and shows its failure. */
  onConfirm: () => unknown
  danger?: boolean
}

/** Only for what cannot be undone; everything else has an Undo in its toast. */
export function Confirm({
  open,
  onClose,
  title,
  children,
  action,
  onConfirm,
  danger,
}: ConfirmProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const confirm = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      {...{ open, onClose, title }}
      size="sm"
      footer={
        <>
          <Button kind="quiet" data-autofocus onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind={danger ? 'danger' : 'solid'} busy={busy} onClick={() => void confirm()}>
            {action}
          </Button>
        </>
      }
    >
      <div className="space-y-3 text-ink-2">{children}</div>
      {problem !== null && <ProblemMessage problem={problem} className="mt-4" />}
    </Dialog>
  )
}
