/** What listening takes and gives, for those outside; what is apart has its own `<folder>/api.ts`. */
export * from './mentions/api.ts'
export * from './query-templates/api.ts'
export * from './query-tests/api.ts'
export * from './saved-queries/api.ts'
export * from './sources/api.ts'
