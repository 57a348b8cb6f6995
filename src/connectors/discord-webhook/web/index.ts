export { default as Preview } from './preview.tsx'
