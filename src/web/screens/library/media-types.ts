/** What the desk takes in: pictures, and videos. */
export const MEDIA_TYPES =
  'image/jpeg,image/png,image/webp,image/gif,image/avif,video/mp4,video/quicktime,video/webm'
