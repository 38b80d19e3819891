import { expect } from '@open-wc/testing';
import { Announcer } from './announcer.ts';

describe('what is announced', () => {
  const { setTimeout, clearTimeout } = window;
  let waiting: (() => void)[] = [];
  beforeEach(() => {
    waiting = [];
    Object.assign(window, {
      setTimeout: (callback: () => void) => waiting.push(callback),
      clearTimeout: (handle: number | undefined) => {
        if (handle !== undefined) waiting[handle - 1] = () => undefined;
      },
    });
  });
  afterEach(() => void Object.assign(window, { setTimeout, clearTimeout }));

  const pass = (): void => {
    for (const callback of waiting.splice(0, waiting.length, ...waiting.map(() => () => undefined))) callback();
  };
  const announcer = (): Announcer =>
    new Announcer({
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    });

  it('is the last of several changes in a row', () => {
    const one = announcer();
    one.say('3 adhérents');
    one.say('2 adhérents');
    expect(one.text).to.equal('');
    pass();
    expect(one.text).to.equal('2 adhérents');
  });

  it('goes and comes again where it is the same sentence, which would not be read otherwise', () => {
    const one = announcer();
    one.say('2 adhérents');
    pass();
    one.say('2 adhérents');
    expect(one.text).to.equal('');
    pass();
    expect(one.text).to.equal('2 adhérents');
  });

  it('does not stay to be read again', () => {
    const one = announcer();
    one.say('2 adhérents');
    pass();
    pass();
    expect(one.text).to.equal('');
  });
});
