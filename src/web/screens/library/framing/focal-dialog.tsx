import { Trans, useLingui } from '@lingui/react/macro'
import type { MediaView } from '#domain/publishing/api.ts'
import { Button, Dialog, useProblemWords } from '#web/ui/index.ts'
import { CutSample } from './cut-sample.tsx'
import { FocalPicker } from './focal-picker.tsx'
import { useFocal } from './use-focal.ts'

/** From the library: what must stay in sight of a picture, whatever it is cut to. */
export default function FocalDialog({ media, close }: { media: MediaView; close: () => void }) {
  const { t } = useLingui()
  const words = useProblemWords()
  const { focal, setFocal, problem } = useFocal(media)
  return (
    <Dialog
      open
      onClose={close}
      title={t`What must stay in sight`}
      description={t`When a network crops ${media.fileName}, it is cropped around this point.`}
      footer={
        <Button kind="solid" onClick={close}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <FocalPicker {...{ media, focal }} onFocal={setFocal} />
      <div className="mt-4 flex flex-wrap items-end justify-center gap-4">
        {['4:5', '1:1', '16:9'].map((ratio) => (
          <CutSample key={ratio} {...{ media, focal, ratio }} />
        ))}
      </div>
      {problem && <p className="text-sm text-bad">{words(problem).title}</p>}
    </Dialog>
  )
}
