import { expect } from '@open-wc/testing';
import { PLATFORM } from '../base/start-worker.ts';
import { COMMUNES } from '../testing/testing.ts';
import { startSession } from './session.ts';

/** From its sources a worker is made of hundreds of files, which a busy machine takes its time to give. */
const patient = { ...PLATFORM, timeoutMs: 25_000 };

const LIST = 'Structure;Commune\nKerhea;Brestt\nXylm;Quimper\n';

describe('the examination of a file', () => {
  const request = (text: string) => ({
    file: { name: 'l.csv', bytes: new TextEncoder().encode(text).buffer },
    communes: JSON.stringify(COMMUNES),
    today: '2026-11-29',
    base: location.href,
  });

  it('runs in a worker, and on the page itself where none may run: with the same answer', async () => {
    const refused = {
      timeoutMs: 100,
      worker: () => {
        throw new DOMException('no', 'SecurityError');
      },
    };
    const [own, page] = [await startSession(patient), await startSession(refused)];
    expect([own.where, page.where]).to.deep.equal(['own worker', 'page']);
    const answers = [
      await own.examine(request(LIST), () => undefined),
      await page.examine(request(LIST), () => undefined),
    ];
    expect(answers[0]).to.deep.equal(answers[1]);
    expect(answers[0]?.groups.map(({ rule }) => rule)).to.include('town-unknown');
    own.end();
  });

  it('hands over the first records of a long list, and no more', async () => {
    const session = await startSession(patient);
    const { preview, previewOf, members } = await session.examine(
      request(
        `Structure\n${new Array(2_500)
          .fill(0)
          .map((_, index) => `Coop ${index}`)
          .join('\n')}`,
      ),
      () => undefined,
    );
    expect([members, previewOf, preview?.collections.organisations?.length]).to.deep.equal([2_500, 500, 500]);
    expect(preview?.manifest.collections['organisations']?.count).to.equal(500);
    session.end();
  });
});
