export interface AssistanceTables {
  assistants: {
    companyId: string
    /** Up to and without `/chat/completions`. */
    address: string
    model: string
    sealedKey: string | null
    updatedBy: string
    updatedAt: Date
  }
}
