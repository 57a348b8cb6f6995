export interface AnalyticsTables {
  metricFacts: {
    companyId: string
    subject: 'delivery' | 'channel'
    subjectId: string
    channelId: string
    metric: string
    grain: 'hour' | 'day'
    at: Date
    value: number
    readAt: Date
  }
}
