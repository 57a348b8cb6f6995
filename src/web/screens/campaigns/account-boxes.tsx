import { Trans, useLingui } from '@lingui/react/macro'
import { useChannelMap } from '#web/api/index.ts'
import { Checkbox, NetworkStamp } from '#web/ui/index.ts'

interface AccountBoxesProps {
  chosen: readonly string[]
  onChosen: (ids: string[]) => void
}

/** The accounts a campaign speaks through. */
export function AccountBoxes({ chosen, onChosen }: AccountBoxesProps) {
  const { t } = useLingui()
  const { byId } = useChannelMap()
  const offered = [...byId.values()].filter(
    ({ id, state }) => state !== 'disconnected' || chosen.includes(id),
  )
  if (offered.length === 0) return null
  return (
    <fieldset>
      <legend className="mb-1 font-medium">
        <Trans>Accounts</Trans>
      </legend>
      <div role="group" aria-label={t`Accounts`} className="flex flex-wrap gap-x-6">
        {offered.map(({ id, handle, networkName, stamp }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onChecked={(on) => onChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
            label={
              <span className="inline-flex items-center gap-1.5">
                <NetworkStamp stamp={stamp} name={networkName} /> {handle}
              </span>
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
