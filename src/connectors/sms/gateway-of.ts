import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { settingsOf } from './account.ts'
import type { Gateway } from './gateway.ts'
import { ovhGateway } from './ovh.ts'
import { twilioGateway } from './twilio.ts'

/** The gateway that an account sends by. */
export function gatewayOf(tools: Tools, account: Account): Gateway {
  const settings = settingsOf(account)
  return settings.provider === 'twilio'
    ? twilioGateway(tools, settings, account.secrets)
    : ovhGateway(tools, settings, account.secrets)
}
