import { type Scope, SCOPES } from '#platform/http/route.ts'
import type { Role } from './api.ts'

const reading: Scope[] = [
  'posts:read',
  'channels:read',
  'inbox:read',
  'listening:read',
  'results:read',
  'company:read',
]
const writing: Scope[] = [
  'posts:write',
  'posts:publish',
  'inbox:write',
  'listening:write',
  'links:write',
  'experiments:write',
  // Whoever can let a post leave can hold everything: the brake must be at hand at night too, and lifting it
  // sends nothing by itself.
  'crisis:write',
]

/** What each role may do. The door asks this table, and nothing else decides. */
export const SCOPES_OF_ROLE: Record<Role, readonly Scope[]> = {
  owner: SCOPES,
  manager: SCOPES,
  editor: [...reading, ...writing],
  contributor: [...reading, 'posts:write'],
  reviewer: [...reading, 'posts:approve'],
  analyst: reading,
}

/** The roles that hold a scope. */
export const rolesThatMay = (scope: Scope): Role[] =>
  (Object.keys(SCOPES_OF_ROLE) as Role[]).filter((role) => SCOPES_OF_ROLE[role].includes(scope))
