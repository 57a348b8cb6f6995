import type { LinearWeights } from '#domain/listening/signals/weights.ts'
import type { Rows } from './rows.ts'
import { minimise } from './solver.ts'

export interface Labelled {
  rows: Rows
  labels: Int32Array
  /** How much each text counts. */
  weights: Float64Array
  /** Where each text comes from: sources have their own share of each class, which must not be learnt for all. */
  sources: Int32Array
  sourceCount: number
}

export interface Fit {
  /** Strength of the penalty on words and letters, and on the lexicons' figures. */
  penalty: number
  densePenalty: number
  rounds: number
}

/** Softmax regression with squared penalties. The bias of each source stays behind; the common one is kept. */
export function fitSoftmax(data: Labelled, classes: number, fit: Fit): Parameters {
  const { rows, labels, weights, sources } = data
  const sparse = rows.buckets * 2 * classes
  const denseAt = sparse
  const biasAt = denseAt + rows.denseSize * classes
  const size = biasAt + data.sourceCount * classes
  const scores = new Float64Array(classes)
  const x = minimise(size, evaluate, fit.rounds)
  return {
    classes,
    table: x.slice(0, sparse),
    dense: Array.from(x.subarray(denseAt, biasAt)),
    biases: Array.from({ length: data.sourceCount }, (_, s) =>
      Array.from(x.subarray(biasAt + s * classes, biasAt + (s + 1) * classes)),
    ),
  }

  function evaluate(p: Float64Array, gradient: Float64Array): number {
    let value = 0
    for (let i = 0; i < size; i++) {
      const penalty = i < sparse ? fit.penalty : i < biasAt ? fit.densePenalty : 1e-6
      const v = p[i] ?? 0
      value += 0.5 * penalty * v * v
      gradient[i] = penalty * v
    }
    for (let row = 0; row < rows.count; row++) {
      const from = rows.starts[row] ?? 0
      const to = rows.starts[row + 1] ?? 0
      const bias = biasAt + (sources[row] ?? 0) * classes
      for (let k = 0; k < classes; k++) scores[k] = p[bias + k] ?? 0
      for (let j = from; j < to; j++) {
        const at = (rows.columns[j] ?? 0) * classes
        const v = rows.values[j] ?? 0
        for (let k = 0; k < classes; k++) scores[k] = (scores[k] ?? 0) + v * (p[at + k] ?? 0)
      }
      for (let d = 0; d < rows.denseSize; d++) {
        const v = rows.dense[row * rows.denseSize + d] ?? 0
        if (v !== 0)
          for (let k = 0; k < classes; k++)
            scores[k] = (scores[k] ?? 0) + v * (p[denseAt + d * classes + k] ?? 0)
      }
      const top = Math.max(...scores)
      let sum = 0
      for (let k = 0; k < classes; k++) sum += Math.exp((scores[k] ?? 0) - top)
      const weight = weights[row] ?? 0
      const label = labels[row] ?? 0
      value += weight * (Math.log(sum) + top - (scores[label] ?? 0))
      for (let k = 0; k < classes; k++)
        scores[k] = weight * (Math.exp((scores[k] ?? 0) - top) / sum - (k === label ? 1 : 0))
      for (let k = 0; k < classes; k++)
        gradient[bias + k] = (gradient[bias + k] ?? 0) + (scores[k] ?? 0)
      for (let j = from; j < to; j++) {
        const at = (rows.columns[j] ?? 0) * classes
        const v = rows.values[j] ?? 0
        for (let k = 0; k < classes; k++)
          gradient[at + k] = (gradient[at + k] ?? 0) + v * (scores[k] ?? 0)
      }
      for (let d = 0; d < rows.denseSize; d++) {
        const v = rows.dense[row * rows.denseSize + d] ?? 0
        if (v === 0) continue
        const at = denseAt + d * classes
        for (let k = 0; k < classes; k++)
          gradient[at + k] = (gradient[at + k] ?? 0) + v * (scores[k] ?? 0)
      }
    }
    return value
  }
}

export interface Parameters {
  classes: number
  table: Float64Array
  dense: number[]
  biases: number[][]
}

/** Rounds the weights to a signed byte each: measured to cost nothing (docs/models.md). */
export function quantise(
  parameters: Parameters,
  about: Pick<LinearWeights, 'task' | 'language' | 'classes' | 'buckets' | 'bias' | 'trainedOn'>,
): LinearWeights {
  let most = 0
  for (const weight of parameters.table) most = Math.max(most, Math.abs(weight))
  const scale = most / 127 || 1
  return {
    ...about,
    scale,
    dense: parameters.dense.map((weight) => Number(weight.toFixed(5))),
    temperature: 1,
    thresholds: [],
    table: Int8Array.from(parameters.table, (weight) => Math.round(weight / scale)),
  }
}
