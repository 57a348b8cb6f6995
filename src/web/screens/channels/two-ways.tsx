import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import { useText } from '#web/shell/text.ts'
import { Choice } from '#web/ui/index.ts'
import { nameIn } from './connector-list.tsx'
import { Doctor } from './looks.tsx'
import { useDoctor } from './queries.ts'
import { Help, type Way, WayForm } from './way-form.tsx'

interface TwoWaysProps {
  connector: ConnectorView
  visit: NonNullable<ConnectorView['connect']['visit']>
  onDone: (channel: ChannelView) => void
}

/** A network that gives access on its own page, and by its fields too: the person says which. */
export function TwoWays({ connector, visit, onDone }: TwoWaysProps) {
  const { t } = useLingui()
  const say = useText()
  const { connect, visitFirst } = connector
  const name = nameIn(connector, say)
  const [chosen, choose] = useState<'visit' | 'fields'>(visitFirst ? 'visit' : 'fields')
  const doctor = useDoctor(connector.id)
  const unwell = doctor.data?.filter(({ about, state }) => about === 'address' && state === 'to-do')
  const ways = [
    { value: 'visit', label: t`On ${name}’s own page`, hint: t`No password is given to Vigie.` },
    { value: 'fields', label: say(visit.otherwise) },
  ] as const
  const way: Way = chosen === 'visit' ? { ...visit, method: 'oauth' } : connect
  return (
    <div className="space-y-5">
      <Choice
        legend={t`How to connect`}
        options={visitFirst ? ways : ways.toReversed()}
        value={chosen}
        onValue={choose}
      />
      <div>
        {chosen === 'visit' && unwell && unwell.length > 0 && (
          <div className="mb-5">
            <Doctor looks={unwell} />
          </div>
        )}
        <Help name={name} way={way} />
        <WayForm {...{ connector, way, onDone }} />
      </div>
    </div>
  )
}
