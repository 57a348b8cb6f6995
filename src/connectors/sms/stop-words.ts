/** In the alphabet of GSM, so that they never change how the message is counted. */
export const replyStop = { en: 'Reply STOP to end', fr: 'Répondez STOP pour ne plus en recevoir' }
