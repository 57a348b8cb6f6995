import type { FastifyRequest } from 'fastify'
import type { Desk } from '#domain/desk.ts'

export const CALLBACK = '/api/connect/callback'

/** Where people and networks find this desk: as it was told at its start, else as this request found it. */
export const originFor = (desk: Pick<Desk, 'publicUrl'>, request: FastifyRequest): string =>
  desk.publicUrl ?? `${request.protocol}://${request.host}`

/** Where a network sends people back. */
export const redirectUriAt = (origin: string) => origin + CALLBACK

/** Where a network tells a company of what happens there, for those that do: each company's app signs by its own key. */
export const webhookUriAt = (origin: string, connectorId: string, companyId: string) =>
  `${origin}/api/connect/webhooks/${connectorId}/${companyId}`
