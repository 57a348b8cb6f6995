import type { ColumnType } from 'kysely'
import type { ExposureKind, FigureKind, Finding } from './model.ts'

export interface ExperimentsTables {
  experiments: {
    id: string
    companyId: string
    name: string
    hypothesis: string
    figure: FigureKind
    exposure: ExposureKind
    windowHours: number
    minimumEffect: number
    certainty: number
    plannedEvents: number
    state: 'running' | 'concluded'
    finding: ColumnType<Finding | null, string | null, string | null>
    startedAt: Date
    concludedAt: Date | null
  }
  experimentArms: {
    experimentId: string
    companyId: string
    arm: ArmName
    postId: string
  }
}

export type ArmName = 'A' | 'B'
