export interface FoldTables {
  /** Where each mention stands among those that say the same. */
  mentionFolds: {
    mentionId: string
    companyId: string
    /** The id of the first mention of the fold. */
    foldId: string
    how: 'first' | 'alike' | 'reshare'
    at: Date
    authorKey: string | null
    followers: number | null
    reshares: number | null
  }
  /** By what a later copy finds the first of its fold. */
  foldSignatures: {
    foldId: string
    companyId: string
    keptAt: Date
    bands: number[]
    signature: Buffer
  }
}
