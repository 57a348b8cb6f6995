/** The part of npm's `sentiment` that the bench calls; the package brings no types. */
declare module 'sentiment' {
  export default class Sentiment {
    registerLanguage(code: string, language: { labels: Record<string, number> }): void
    analyze(text: string, options?: { language?: string }): { score: number }
  }
}
