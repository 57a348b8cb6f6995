import { glob } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Desk, EventsModule, JobsModule, RoutesModule } from '#domain/desk.ts'
import type { Route } from '#platform/http/route.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import type { Subscription } from '#platform/events/dispatch.ts'

const domain = path.resolve(import.meta.dirname, '../domain')

/** Everything the modules bring, found on disk: adding a module edits no list. */
export interface Parts {
  routes: Route[]
  jobs: DueWork[]
  subscriptions: Subscription[]
}

export async function discover(desk: Desk): Promise<Parts> {
  const [routes, jobs, events] = await Promise.all([
    load<RoutesModule>('routes.ts'),
    load<JobsModule>('jobs.ts'),
    load<EventsModule>('events.ts'),
  ])
  return {
    routes: routes.flatMap((module) => module.routes(desk)),
    jobs: jobs.flatMap((module) => module.jobs(desk)),
    subscriptions: events.flatMap((module) => module.subscriptions(desk)),
  }
}

async function load<Module>(file: string): Promise<Module[]> {
  const found: string[] = []
  for await (const name of glob(`**/${file}`, { cwd: domain })) found.push(name)
  return Promise.all(
    found
      .sort()
      .map((name) => import(pathToFileURL(path.join(domain, name)).href) as Promise<Module>),
  )
}
