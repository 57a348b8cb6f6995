import { expect, test } from 'vitest'
import { Problem } from '#platform/http/problem.ts'
import { planReply } from '../index.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const answeredThere = { en: 'Answer at the town hall.', fr: 'Répondez à la mairie.' }
const board = noticeBoard({ answeredThere })
const { desk, camille, accounts, settle } = await openAtelier(board, ['lyon'])

test('what is answered on the network itself is refused with where to go, and nothing leaves', async () => {
  const { body: company } = await camille.get('/companies/current')
  const refused = await desk.db
    .transaction()
    .execute((trx) =>
      planReply(trx, desk, {
        companyId: company.id as string,
        channelId: accounts['lyon'] ?? '',
        replyTo: { remoteId: 'comment-7' },
        text: 'Oui, en noyer aussi.',
        by: 'Sofia',
      }),
    )
    .catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Problem)
  expect((refused as Problem).fields).toEqual([{ pointer: '/text', detail: answeredThere }])
  await settle()
  expect(board.pinned).toEqual([])
})
