import type { Generated, Selectable } from 'kysely'

export interface PushTables {
  /** One row: the key pair by which push services know this desk. */
  pushKeys: {
    id: Generated<number>
    publicKey: string
    sealedPrivateKey: string
    createdAt: Date
  }
  pushDevices: PushDevicesTable
  alertPushes: {
    alertId: string
    level: number
    deviceId: string
    dueAt: Date
    takenAt: Date | null
    tries: Generated<number>
    outcome: string | null
  }
}

interface PushDevicesTable {
  id: string
  companyId: string
  userId: string
  name: string
  sealedEndpoint: string
  /** Finds the device again by its endpoint. */
  endpointHash: string
  publicKey: string
  sealedAuth: string
  createdAt: Date
  lastSentAt: Date | null
}

export type PushDevice = Selectable<PushDevicesTable>
