export interface PeopleTables {
  contacts: { id: string; companyId: string; name: string; createdAt: Date }
  identities: {
    companyId: string
    connectorId: string
    remoteId: string
    contactId: string
    handle: string
    name: string
    avatarUrl: string | null
    profileUrl: string | null
    followers: number | null
  }
}
