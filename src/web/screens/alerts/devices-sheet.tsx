import { Trans, useLingui } from '@lingui/react/macro'
import { BellRing, X } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  IconButton,
  ProblemMessage,
  QueryView,
  RelativeTime,
  Sheet,
  useToast,
} from '#web/ui/index.ts'
import { type PushSupport, pushSupport } from './push-support.ts'
import { type DeviceHere, useDeviceActions, useDevices } from './use-devices.ts'

/** The devices on which one is told of alerts, whatever is open on them. */
export function DevicesSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Sheet {...{ open, onClose }} title={t`Alerts on your devices`} width={560}>
      <Devices />
    </Sheet>
  )
}

function Devices() {
  const devices = useDevices()
  return (
    <QueryView query={devices}>
      {({ key, devices: list }) => (
        <div className="space-y-6">
          <p className="text-ink-2">
            <Trans>
              Notifications reach the device even when Vigie is closed. Their text is encrypted for
              that browser: the service that delivers them cannot read it.
            </Trans>
          </p>
          {!list.some(({ isThis }) => isThis) && <ThisDevice deskKey={key} />}
          {list.length > 0 && <DeviceList devices={list} />}
        </div>
      )}
    </QueryView>
  )
}

function ThisDevice({ deskKey }: { deskKey: string }) {
  const { t } = useLingui()
  const toast = useToast()
  const { turnOn } = useDeviceActions()
  const [state, set] = useState<'idle' | 'busy' | 'denied' | 'cut-off'>(() =>
    'Notification' in window && Notification.permission === 'denied' ? 'denied' : 'idle',
  )
  const [problem, setProblem] = useState<unknown>(null)
  const support = pushSupport()
  if (support !== 'possible') return <Obstacle support={support} />

  const begin = async () => {
    set('busy')
    setProblem(null)
    try {
      if (!(await turnOn(deskKey))) return set('denied')
      toast({ text: t`This device now gets alerts` })
    } catch (failure) {
      // The browser's own refusals are exceptions of the DOM; the desk's have words of their own.
      if (failure instanceof DOMException) return set('cut-off')
      setProblem(failure)
      set('idle')
    }
  }
  return (
    <div>
      <Button kind="solid" icon={BellRing} busy={state === 'busy'} onClick={() => void begin()}>
        <Trans>Turn on for this device</Trans>
      </Button>
      <p role="status" className="mt-2 empty:mt-0">
        {state === 'denied' && (
          <Trans>
            This browser blocks notifications from this site. Allow them in its settings for this
            site, then try again.
          </Trans>
        )}
        {state === 'cut-off' && (
          <Trans>
            This browser could not reach its push service. Some networks block it, and private
            windows have none.
          </Trans>
        )}
      </p>
      {problem !== null && <ProblemMessage problem={problem} />}
    </div>
  )
}

function Obstacle({ support }: { support: Exclude<PushSupport, 'possible'> }) {
  return (
    <p className="border-y border-rule py-3">
      {support === 'insecure' && (
        <Trans>
          Browsers only allow notifications at an address that begins with https://. Open Vigie at
          such an address to turn them on.
        </Trans>
      )}
      {support === 'install-first' && (
        <Trans>
          On an iPhone or iPad, first add Vigie to the home screen (Share, then Add to Home Screen),
          open it from there, and come back here.
        </Trans>
      )}
      {support === 'impossible' && <Trans>This browser doesn’t support notifications.</Trans>}
    </p>
  )
}

function DeviceList({ devices }: { devices: DeviceHere[] }) {
  const { t } = useLingui()
  return (
    <section>
      <h3 className="font-medium">
        <Trans>Devices that get alerts</Trans>
      </h3>
      <ul aria-label={t`Devices that get alerts`} className="mt-1 border-t border-ink">
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </ul>
    </section>
  )
}

function DeviceRow({
  device: { id, name, isThis, lastSentAt, createdAt },
}: {
  device: DeviceHere
}) {
  const { t } = useLingui()
  const toast = useToast()
  const { remove, tryOut } = useDeviceActions()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const outcomes = {
    taken: t`Sent: it should appear within seconds`,
    gone: t`${name} is gone: its browser turned notifications off. It was removed.`,
    refused: t`Its push service rejects our notifications`,
    unreachable: t`Its push service did not answer`,
  }
  const act = async (deed: () => Promise<string>) => {
    setBusy(true)
    setProblem(null)
    try {
      toast({ text: await deed() })
    } catch (failure) {
      setProblem(failure)
    }
    setBusy(false)
  }
  return (
    <li className="border-b border-rule py-2">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">
            {isThis ? <Trans>{name} (this device)</Trans> : name}
          </p>
          <p className="text-sm text-ink-2">
            {lastSentAt ? (
              <Trans>
                Last notification <RelativeTime at={lastSentAt} />
              </Trans>
            ) : (
              <Trans>
                Turned on <RelativeTime at={createdAt} />, no notification yet
              </Trans>
            )}
          </p>
        </div>
        <Button
          size="sm"
          busy={busy}
          aria-label={t`Test ${name}`}
          onClick={() => void act(async () => outcomes[await tryOut(id)])}
        >
          <Trans>Test</Trans>
        </Button>
        <IconButton
          label={t`Remove ${name}`}
          icon={X}
          onClick={() =>
            void act(async () => {
              await remove(id)
              return t`${name} no longer gets alerts`
            })
          }
        />
      </div>
      {problem !== null && <ProblemMessage problem={problem} />}
    </li>
  )
}
