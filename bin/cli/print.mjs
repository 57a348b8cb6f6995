/** An account on one line. */
export const accountLine = ({ connectorId, handle, state }) => `${connectorId}:${handle}  ${state}`

/** A post on one line: when, how far, which, and how it begins. */
export const postLine = ({ id, status, wallTime, excerpt }) =>
  [
    wallTime?.replace('T', ' ') ?? '-',
    status,
    id,
    excerpt.replaceAll(/\s+/g, ' ').slice(0, 60),
  ].join('  ')

/** A post with what became of it by each account. */
export function postStory({ id, status, wallTime, timeZone, deliveries }) {
  return [
    `${id}  ${status}${wallTime ? `  ${wallTime.replace('T', ' ')} (${timeZone})` : ''}`,
    ...deliveries.flatMap(({ id: deliveryId, state, remoteUrl, trouble, attempts }) => [
      `  ${deliveryId}  ${state}${remoteUrl ? `  ${remoteUrl}` : ''}`,
      ...(trouble ? [`    ${trouble}`] : []),
      ...attempts.map(({ at, sentence }) => `    ${at}  ${sentence}`),
    ]),
  ]
}
