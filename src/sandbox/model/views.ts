/** So many more people had seen the post at that instant. */
export interface ViewStep {
  at: number
  count: number
}

const STEPS = 40

/** Folds single views into at most 40 steps of about as many views each, so that a curve costs few rows. */
export function viewSteps(instants: number[]): ViewStep[] {
  const sorted = Float64Array.from(instants).sort()
  const each = Math.max(1, Math.ceil(sorted.length / STEPS))
  const steps: ViewStep[] = []
  for (let i = 0; i < sorted.length; i += each) {
    const last = Math.min(i + each, sorted.length)
    steps.push({ at: sorted[last - 1] ?? 0, count: last - i })
  }
  return steps
}
