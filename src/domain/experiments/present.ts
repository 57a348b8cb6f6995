import { type Language, say } from '#platform/text.ts'
import type { ArmView, ExperimentSummary, ExperimentView, PostRow } from './api.ts'
import type { Caution } from './cautions.ts'
import { guaranteeOf, provenanceOf } from './explanations.ts'
import type { ExposureKind, PostFacts } from './model.ts'
import type { ReadOut } from './read-out.ts'
import { sentenceOf } from './sentences.ts'
import type { Experiment } from './store.ts'

/** A line of the list. */
export function presentSummary(
  experiment: Experiment,
  readOut: ReadOut,
  language: Language,
): ExperimentSummary {
  const { finding, startedAt, concludedAt } = experiment
  return {
    id: experiment.id,
    name: experiment.name,
    state: experiment.state,
    figure: experiment.figure,
    startedAt: startedAt.toISOString(),
    concludedAt: concludedAt?.toISOString() ?? null,
    posts: { a: readOut.a.length, b: readOut.b.length },
    decision: readOut.decision.kind,
    sentence: say(finding?.sentence ?? sentenceOf(experiment, readOut), language),
  }
}

/** The whole read-out, every figure with what it rests on. */
export function present(
  experiment: Experiment,
  readOut: ReadOut,
  cautions: readonly Caution[],
  language: Language,
): ExperimentView {
  const { comparison, decision, exposure } = readOut
  const provenance = provenanceOf(experiment, readOut)
  return {
    ...presentSummary(experiment, readOut, language),
    hypothesis: experiment.hypothesis,
    plan: planOf(experiment),
    exposure,
    needed: 'needed' in decision ? decision.needed : null,
    a: presentArm(readOut.a, exposure, comparison?.a),
    b: presentArm(readOut.b, exposure, comparison?.b),
    ratio: comparison?.ratio ?? null,
    probabilityBBetter: comparison?.probabilityBBetter ?? null,
    cautions: cautions.map(({ code, text }) => ({ code, sentence: say(text, language) })),
    guarantee: say(guaranteeOf(experiment), language),
    provenance: {
      source: say(provenance.source, language),
      denominator: say(provenance.denominator, language),
      method: say(provenance.method, language),
      gaps: provenance.gaps.map((gap) => say(gap, language)),
    },
  }
}

function planOf(experiment: Experiment): ExperimentView['plan'] {
  const { figure, exposure, windowHours, minimumEffect, certainty, plannedEvents } = experiment
  return {
    figure,
    exposure,
    windowHours,
    minimumEffect,
    certainty: certainty as 0.9 | 0.95 | 0.99,
    plannedEvents,
  }
}

function presentArm(
  posts: readonly PostFacts[],
  exposure: ExposureKind,
  total: { count: number; exposure: number; perExposure: ArmView['perExposure'] } | undefined,
): ArmView {
  return {
    posts: posts.map((post) => presentPost(post, exposure)),
    count: total?.count ?? 0,
    exposure: total?.exposure ?? 0,
    perExposure: total?.perExposure ?? null,
  }
}

function presentPost(post: PostFacts, exposure: ExposureKind): PostRow {
  const { exposures, publishedAt, countedUntil, channelIds, ...shown } = post
  return {
    ...shown,
    channelIds: [...channelIds],
    publishedAt: publishedAt?.toISOString() ?? null,
    countedUntil: countedUntil?.toISOString() ?? null,
    exposure: post.count === null ? null : (exposures[exposure] ?? null),
  }
}
