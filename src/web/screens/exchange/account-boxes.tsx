import type { ReactNode } from 'react'
import { useOwnChannels } from '#web/api/index.ts'
import { Checkbox, NetworkStamp } from '#web/ui/index.ts'

interface AccountBoxesProps {
  legend: ReactNode
  chosen: readonly string[]
  choose: (ids: string[]) => void
  /** What is wrong with the choice, in words. */
  error?: { id: string; words: ReactNode } | undefined
}

/** The accounts by which posts can leave, to tick: those that this person may write for. */
export function AccountBoxes({ legend, chosen, choose, error }: AccountBoxesProps) {
  const accounts = useOwnChannels()
  return (
    <fieldset aria-describedby={error?.id}>
      <legend className="mb-1 font-medium text-ink">{legend}</legend>
      <div className="border-y border-rule py-1">
        {accounts.data?.map(({ id, handle, stamp, networkName }) => (
          <Checkbox
            key={id}
            className="py-1"
            label={
              <span className="inline-flex items-center gap-1.5">
                <NetworkStamp stamp={stamp} name={networkName} />
                {handle}
              </span>
            }
            checked={chosen.includes(id)}
            onChecked={(on) => choose(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
      {error && (
        <p id={error.id} className="mt-1 text-xs font-medium text-bad">
          {error.words}
        </p>
      )}
    </fieldset>
  )
}
