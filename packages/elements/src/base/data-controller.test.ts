/** Data of an element through the client of its page: what it keeps while it waits for more. */
import type { Client, QueryState } from '@ess-widgets/core/data';
import type { Finding } from '@ess-widgets/core/model';
import { expect } from '@open-wc/testing';
import { clientOf, datasetFile } from '../testing/testing.ts';
import { DataController, type Need } from './data-controller.ts';
import { setPageClient } from './page.ts';

const host = {
  isConnected: true,
  hasUpdated: true,
  state: 'ready',
  addController: () => undefined,
  requestUpdate: () => undefined,
  reload: () => undefined,
} as unknown as ConstructorParameters<typeof DataController>[0];

describe('a new need of an element', () => {
  after(() => setPageClient(undefined));

  it('leaves the data that are shown, with their issues, until the new ones have come', async () => {
    const issue = { rule: 'row', found: 'ligne 24' } as unknown as Finding;
    const read = clientOf({ 'data.json': datasetFile({}) }).query({ src: 'data.json', need: [] });
    const { data } = await read.ready;
    const known: QueryState = { ...read.state, data, issues: [issue] };
    let answer: QueryState = known;
    let tell = (): void => undefined;
    setPageClient({
      query: () => ({
        get state() {
          return answer;
        },
        subscribe: (listener: () => void) => {
          tell = listener;
          return () => undefined;
        },
      }),
    } as unknown as Client);
    let need: readonly Need[] = ['organisations'];
    const controller = new DataController(
      host,
      () => ({ src: ['data.json'], format: [], need, maxAge: undefined, refresh: undefined, audience: undefined }),
      () => undefined,
    );
    controller.hostUpdate();
    expect(controller.state.issues).to.deep.equal([issue]);
    need = ['organisations', 'memberships'];
    answer = { ...known, data: null, issues: [], fetching: true };
    controller.hostUpdate();
    expect([controller.state.data !== null, controller.state.fetching]).to.deep.equal([true, true]);
    expect(controller.state.issues).to.deep.equal([issue]);
    answer = { ...known, issues: [] };
    tell();
    expect(controller.state.issues).to.deep.equal([]);
  });
});
