import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import type { Text } from '#platform/text.ts'
import * as words from './refusals.ts'

/** What a person can mend, by TikTok's code. */
const refused: Record<string, { reason: Text; field?: string }> = {
  unaudited_client_can_only_post_to_private_accounts: { reason: words.unaudited },
  privacy_level_option_mismatch: { reason: words.notOffered, field: 'options/privacy_level' },
  url_ownership_unverified: { reason: words.addressNotVerified, field: 'images' },
  spam_risk_user_banned_from_posting: { reason: words.banned },
  spam_risk_text: { reason: words.textRefused, field: 'text' },
  spam_risk: { reason: words.looksLikeSpam },
  app_version_check_failed: { reason: words.oldApplication },
  file_format_check_failed: { reason: words.fileRefused },
  duration_check_failed: { reason: words.wrongDuration, field: 'video' },
  duration_check: { reason: words.wrongDuration, field: 'video' },
  frame_rate_check_failed: { reason: words.wrongFrameRate, field: 'video' },
  picture_size_check_failed: { reason: words.wrongSize },
  video_pull_failed: { reason: words.notFetched, field: 'video' },
  photo_pull_failed: { reason: words.notFetched, field: 'images' },
  publish_cancelled: { reason: words.cancelled },
}

const access = new Set([
  'access_token_invalid',
  'scope_not_authorized',
  'scope_permission_missed',
  'auth_removed',
])

/** Room for the day; TikTok does not say when it comes back. */
const full = new Set([
  'spam_risk_too_many_posts',
  'spam_risk_too_many_pending_share',
  'reached_active_user_cap',
])

/**
 * What TikTok means by a code of its errors, or by the `fail_reason` of a post (content-posting-api-reference-direct-post
 * and -get-video-status). Null for those that the status of the answer tells well enough.
 */
export function meaningOf(
  code: string,
  detail: string,
  tools: Pick<Tools, 'clock'>,
): Failure | null {
  if (access.has(code)) return { kind: 'auth', detail }
  if (full.has(code)) {
    const until = new Date(tools.clock.now().getTime() + 60 * 60_000)
    return { kind: 'rate', until, detail }
  }
  const known = Object.hasOwn(refused, code) ? refused[code] : undefined
  return known ? { kind: 'rejected', ...known, detail } : null
}
