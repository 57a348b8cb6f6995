export interface RereadTables {
  /** Companies whose latest mentions are being read anew. */
  mentionRereadings: {
    companyId: string
    dueAt: Date
    since: Date
    /** The last that was read anew, the latest being read first. */
    placeAt: Date | null
    placeId: string | null
  }
}
