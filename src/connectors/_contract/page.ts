/** What is new since a place, and the next place. */
export interface Page<T> {
  items: T[]
  /** Opaque; handed back next time. Absent: nothing newer yet, keep the former one. */
  cursor?: string
}
