export interface AssignmentTables {
  /** Who looks after a mention; no row: nobody. */
  mentionAssignments: {
    mentionId: string
    companyId: string
    userId: string
    /** The name of the person or the program that gave it. */
    givenBy: string
    at: Date
    note: string
  }
}
