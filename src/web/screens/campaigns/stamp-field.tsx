import { Trans, useLingui } from '@lingui/react/macro'
import type { ComponentProps } from 'react'
import type { Shape } from '#domain/publishing/campaigns/api.ts'
import { cx, TextField } from '#web/ui/index.ts'
import { CampaignStamp } from './campaign-stamp.tsx'

const SHAPES: readonly Shape[] = ['circle', 'square', 'diamond', 'hexagon', 'pennant', 'drop']

interface StampFieldProps {
  name: string
  /** undefined: the desk chooses one that no other campaign has. */
  shape: Shape | undefined
  onShape: (shape: Shape) => void
  letter: Pick<ComponentProps<typeof TextField>, 'value' | 'onValue' | 'error' | 'name'>
}

/** The mark of a campaign: one shape of six, and a letter. */
export function StampField({ name, shape, onShape, letter }: StampFieldProps) {
  const { t } = useLingui()
  const shown = letter.value || (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? 'C').toLocaleUpperCase()
  const words: Record<Shape, string> = {
    circle: t`Circle`,
    square: t`Square`,
    diamond: t`Diamond`,
    hexagon: t`Hexagon`,
    pennant: t`Pennant`,
    drop: t`Drop`,
  }
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <fieldset>
        <legend className="mb-1 font-medium">
          <Trans>Shape</Trans>
        </legend>
        <div className="flex flex-wrap gap-1">
          {SHAPES.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={shape === one}
              aria-label={words[one]}
              title={words[one]}
              onClick={() => onShape(one)}
              className={cx(
                'grid size-9 place-items-center rounded-md border pointer-coarse:size-11',
                shape === one ? 'border-accent bg-accent-soft' : 'border-rule hover:bg-sunken',
              )}
            >
              <CampaignStamp campaign={{ name, shape: one, letter: shown }} size="md" silent />
            </button>
          ))}
        </div>
      </fieldset>
      <TextField {...letter} className="w-24" label={t`Letter`} maxLength={2} autoComplete="off" />
      <p className="w-full text-xs text-ink-3">
        <Trans>If you don’t choose, Vigie picks a shape no other campaign has.</Trans>
      </p>
    </div>
  )
}
