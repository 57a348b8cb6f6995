import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { DevicesView, DeviceView, Tried } from '#domain/listening/alerts/push/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { currentSubscription, fingerprintOf, nameOfDevice, subscribe } from './push-support.ts'

export type DeviceHere = DeviceView & { isThis: boolean }

/** One's devices that are told of alerts, this browser marked among them. */
export function useDevices() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['alerts', id, 'devices'],
    queryFn: async ({ signal }) => {
      const { key, devices } = await api.get<DevicesView>('/alerts/devices', { signal })
      const subscription = await currentSubscription()
      const here = subscription && (await fingerprintOf(subscription))
      const known: DeviceHere[] = devices.map((device) => ({
        ...device,
        isThis: device.fingerprint === here,
      }))
      return { key, devices: known }
    },
  })
}

/** What can be done with devices; each throws what went wrong. */
export function useDeviceActions() {
  const { id } = useCompany()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['alerts', id, 'devices'] })
  return {
    /** Asks for the permission: only ever on a click. @returns whether it was given */
    async turnOn(key: string): Promise<boolean> {
      if ((await Notification.requestPermission()) !== 'granted') return false
      const { endpoint, keys } = (await subscribe(key)).toJSON()
      await api.post<DeviceView>('/alerts/devices', { name: nameOfDevice(), endpoint, keys })
      await refresh()
      return true
    },
    async remove(deviceId: string): Promise<void> {
      await api.delete(`/alerts/devices/${deviceId}`)
      await refresh()
    },
    async tryOut(deviceId: string): Promise<Tried['outcome']> {
      const { outcome } = await api.post<Tried>(`/alerts/devices/${deviceId}/try`)
      await refresh()
      return outcome
    },
  }
}
