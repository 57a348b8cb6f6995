export { default } from '../../_linkedin/web/preview.tsx'
