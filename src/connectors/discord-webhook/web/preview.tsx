export { default } from '../../_discord/web/preview.tsx'
