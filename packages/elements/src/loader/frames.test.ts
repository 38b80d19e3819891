/** Frames and what is said to their page: numbers of their own windows alone. */
import { expect } from '@open-wc/testing';
import { followFrame } from './frames.ts';

const frames: HTMLIFrameElement[] = [];

function frame(
  sandbox: string | null = 'allow-scripts',
  src = 'https://a.example/ess/atelier/embed.html',
): HTMLIFrameElement {
  const made = document.createElement('iframe');
  made.dataset['essFrame'] = '';
  if (sandbox !== null) made.setAttribute('sandbox', sandbox);
  document.body.append(made);
  // Nothing is loaded: the address is what is checked.
  Object.defineProperty(made, 'src', { value: src });
  Object.assign(made.style, { border: '0', width: '400px', height: '300px' });
  frames.push(made);
  followFrame(made);
  return made;
}

interface Said {
  readonly data?: unknown;
  readonly source?: Window | null;
  readonly origin?: string;
}

/** Has a frame say something. @returns the height that it has then */
function say(from: HTMLIFrameElement, { data, source = from.contentWindow, origin = 'null' }: Said): number {
  dispatchEvent(new MessageEvent('message', { data, source, origin }));
  return from.clientHeight;
}

const height = (px: unknown) => ({ data: { type: 'ess-height', height: px } });

describe('a frame of a page', () => {
  afterEach(() => {
    for (const each of frames.splice(0)) each.remove();
  });

  it('is as high as it says, at its own origin or in its sandbox', () => {
    expect(say(frame(), height(512.5))).to.be.closeTo(512.5, 0.5);
    expect(say(frame(null), { ...height(640), origin: 'https://a.example' })).to.equal(640);
    expect(say(frame('allow-scripts allow-same-origin'), { ...height(641), origin: 'https://a.example' })).to.equal(
      641,
    );
  });

  it('hears no other window and no other origin', () => {
    const [one, other] = [frame(), frame()];
    expect(say(one, { ...height(700), source: window })).to.equal(300);
    expect(say(one, { ...height(700), source: null })).to.equal(300);
    expect(say(one, { ...height(700), origin: 'https://a.example' })).to.equal(300);
    say(one, { ...height(700), source: other.contentWindow });
    expect([one, other].map((each) => each.clientHeight)).to.deep.equal([300, 700]);
    const open = frame(null);
    for (const origin of ['null', 'https://evil.example', 'http://a.example', ''])
      expect(say(open, { ...height(700), origin })).to.equal(300);
    expect(say(frame(null, 'about:blank'), { ...height(700), origin: 'null' })).to.equal(300);
  });

  for (const data of [
    ...[NaN, Infinity, -1, 0, 99, 20_001, 1e9, '640', '640px;background:red', null, {}, [640]].map(
      (px) => height(px).data,
    ),
    null,
    640,
    'ess-height',
    { height: 640 },
    { type: 'height', height: 640 },
    { message: 'height', value: 640 },
  ])
    it(`takes nothing of ${JSON.stringify(data)}`, () => {
      const one = frame();
      expect(say(one, { data })).to.equal(300);
      expect(one.style.cssText).to.equal('border: 0px; width: 400px; height: 300px;');
    });

  it('grows five times at one width, and again at another', () => {
    const one = frame();
    const heights = [400, 500, 600, 700, 800, 900, 200].map((px) => say(one, height(px)));
    expect(heights).to.deep.equal([400, 500, 600, 700, 800, 800, 800]);
    one.style.width = '360px';
    expect(say(one, height(1000))).to.equal(1000);
  });

  it('may become lower, which is no growth', () => {
    const one = frame();
    const heights = [900, 400, 350, 120, 100, 400].map((px) => say(one, height(px)));
    expect(heights).to.deep.equal([900, 400, 350, 120, 100, 400]);
  });

  it('is asked for the height that it said before anybody listened', async () => {
    const made = document.createElement('iframe');
    document.body.append(made);
    frames.push(made);
    const asked = new Promise((resolve) =>
      made.contentWindow?.addEventListener('message', ({ data }) => resolve(data)),
    );
    followFrame(made);
    expect(await asked).to.deep.equal({ message: 'ready' });
  });
});
