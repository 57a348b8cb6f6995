/** What publishing takes and gives, for those outside; what is apart has its own `<folder>/api.ts`. */
export * from './deliveries/api.ts'
export * from './duplicates/api.ts'
export { label, type Label } from './labels/api.ts'
export * from './media/api.ts'
export * from './posts/api.ts'
export * from './posts/check-shapes.ts'
