export interface TopicHoursTables {
  /** What was said by hour, packed (`pack.ts`). */
  topicHours: {
    companyId: string
    hour: Date
    /** Changes whenever the hour is packed. */
    version: string
    packed: Buffer
    /** Terms of the hour, one a line, in the order in which `packed` numbers them. */
    words: string
  }
}
