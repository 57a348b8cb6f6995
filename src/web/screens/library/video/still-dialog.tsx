import { Trans, useLingui } from '@lingui/react/macro'
import type { MediaView } from '#domain/publishing/api.ts'
import { Button, Dialog } from '#web/ui/index.ts'
import StillPicker from './still-picker.tsx'

/** From the library: looks at a video and chooses its still. */
export default function StillDialog({ media, close }: { media: MediaView; close: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog
      open
      onClose={close}
      title={t`Video cover frame`}
      footer={
        <Button kind="solid" onClick={close}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <StillPicker media={media} />
    </Dialog>
  )
}
