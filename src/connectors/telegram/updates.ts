/** The updates we ask for; Telegram keeps this choice until it is told another. */
export const wanted = ['message', 'my_chat_member']
