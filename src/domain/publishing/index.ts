export { createCampaign } from './campaigns/write-campaign.ts'
export { enterCost } from './campaigns/costs.ts'
export { campaignDeliveries } from './campaigns/campaign-deliveries.ts'
export { savePhrase } from './phrases/write-phrase.ts'
export {
  deliveriesOf,
  type DeliveryFacts,
  findDeliveryByRemote,
  findDeliveryByUrl,
  publishedDeliveries,
} from './deliveries/doors.ts'
export { type PollFacts, pollsOf } from './polls/poll-votes.ts'
export { forecastApproval } from './approvals/forecast.ts'
export { mayPublishAlone } from './approvals/needed.ts'
export { planReply, type Reply } from './deliveries/plan-reply.ts'
export { cannotReply } from './errors.ts'
export { whyNoAnswer } from './posts/check-answer.ts'
export { bytesOfCompany, forgetBytes } from './media/forget-pictures.ts'
export { picturesOf, pictureToShow } from './media/show-picture.ts'
export { keepPicture } from './media/keep-picture.ts'
export { type Author, type Draft, draftPost } from './posts/draft-post.ts'
export { importHistory } from './posts/import-history.ts'
export { whatHinders } from './posts/check-post.ts'
export { deletePost } from './posts/delete-post.ts'
export { campaignIds, knownOrigins, pictureIds, type PlannedPost, planOf } from './posts/plan-of.ts'
export { type PostFacts, postsOf } from './posts/posts-of.ts'
export { schedulePost } from './posts/schedule-post.ts'
export { leaveBefore } from './deliveries/leave-before.ts'
export { neverTried } from './deliveries/never-tried.ts'
export { instantOf, wallTimeOf } from './posts/wall-time.ts'
export { channelsOfPost, type StandingPost, standingPosts } from './posts/standing-posts.ts'
export { readPost } from './posts/read-post.ts'
