import type { Text } from '#platform/text.ts'

/** Alerts of listening. */
export const alertsActions = {
  'alert.acknowledged': {
    en: '{who} took on an alert.',
    fr: '{who} a pris une alerte en charge.',
  },
  'alert.snoozed': {
    en: '{who} snoozed an alert.',
    fr: '{who} a mis une alerte en sommeil.',
  },
  'alert.closed': { en: '{who} closed an alert.', fr: '{who} a clos une alerte.' },
  'alert.settings-changed': {
    en: '{who} changed the alert settings.',
    fr: '{who} a modifié les alertes.',
  },
  'alert.device-added': {
    en: '{who} now gets alerts on a device: {name}.',
    fr: '{who} reçoit les alertes sur un appareil : {name}.',
  },
  'alert.device-removed': {
    en: '{who} no longer gets alerts on a device: {name}.',
    fr: '{who} ne reçoit plus les alertes sur un appareil : {name}.',
  },
} satisfies Record<string, Text>
