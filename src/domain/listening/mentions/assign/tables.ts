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
    /** When that person is to be written to of it; null: they were, or need not be. */
    tellAt: Date | null
  }
}

export type Assignment = AssignmentTables['mentionAssignments']
