import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { addDevice, listDevices, removeDevice } from './devices.ts'
import { vapidKeys } from './keys.ts'
import { tryDevice } from './try-device.ts'

const access = 'listening:read' as const
const tag = 'listening'

/** The devices on which a member is told of alerts: always their own. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/alerts/devices',
      access,
      tag,
      summary: 'Your devices that are told of alerts, and the key a browser subscribes with',
      response: api.devicesView,
      async handler({ actor }) {
        const devices = await listDevices(desk, actor)
        return { key: (await vapidKeys(desk)).publicKey, devices }
      },
    }),
    route({
      method: 'POST',
      path: '/alerts/devices',
      access,
      tag,
      summary: 'Have a browser of yours told of alerts (Web Push)',
      body: api.subscriptionInput,
      response: api.deviceView,
      status: 201,
      handler: ({ actor, body, newId }) => addDevice(desk, actor, newId(), body),
    }),
    route({
      method: 'DELETE',
      path: '/alerts/devices/:id',
      access,
      tag,
      summary: 'Stop telling one of your devices',
      params: byId,
      handler: ({ actor, params }) => removeDevice(desk, actor, params.id),
    }),
    route({
      method: 'POST',
      path: '/alerts/devices/:id/try',
      access,
      tag,
      summary: 'Send a trial to one of your devices',
      params: byId,
      response: api.tried,
      handler: ({ actor, params, language }) => tryDevice(desk, actor, params.id, language),
    }),
  ]
}
