export { shortLinkLength } from './codes.ts'
export {
  type ClickWindow,
  type HumanClicks,
  humanClicks,
  humanClicksWithin,
} from './human-clicks.ts'
export { importLink, type ImportedLink } from './import-link.ts'
export {
  type DeliveryToShorten,
  linkOrigin,
  shortenForDelivery,
  targetsAsTheyLeave,
  textAsItLeaves,
} from './shorten.ts'
export { dailySalts } from './salts.ts'
export { visitorOf } from './visitor.ts'
export { over as presetOver, utmPresetOf } from './utm-presets.ts'
