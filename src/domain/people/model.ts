/** Somebody outside the company, as one of their accounts shows them. */
export interface ContactCard {
  id: string
  name: string
  handle: string
  avatarUrl: string | null
  profileUrl: string | null
  followers: number | null
  connectorId: string
  remoteId: string
}
