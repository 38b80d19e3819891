import { describe, expect, it } from 'vitest';
import { readState, writeState } from './state.ts';

describe('the state in the address', () => {
  it('is read as it was written', () => {
    const state = {
      from: 'https://a.example/l.csv#kind=members&columns=Nom:name',
      widget: 'member-map',
      to: 'wordpress',
      right: 'author',
      accent: '#006b5e',
      attributes: { territory: 'departement-29', where: 'college=associations & co' },
    } as const;
    expect(readState(`#${writeState(state)}`)).toEqual({ state, dropped: [] });
  });

  it('drops what means nothing, and says it', () => {
    const wrong = {
      from: 'javascript:alert(1)',
      widget: 'provider',
      to: 'ftp',
      right: 'editor',
      accent: 'red;x',
      home: 'file:///etc/passwd',
      onclick: 'alert(1)',
    };
    const { state, dropped } = readState(new URLSearchParams(wrong).toString());
    expect(state).toEqual({ attributes: {} });
    expect(dropped.toSorted()).toEqual(Object.keys(wrong).toSorted());
  });

  it('takes of attributes those that the form of the widget has, with values that they may have', () => {
    const { state, dropped } = readState(
      '#widget=event-agenda&limit=8&view=month&theme=noir&src=https://a.example/&audience=internal&indicator=x&heading-level=9',
    );
    expect(state.attributes).toEqual({ limit: '8', view: 'month' });
    expect(dropped).toEqual(['theme', 'src', 'audience', 'indicator', 'heading-level']);
  });

  it('has bounded texts', () => {
    expect(readState(`#widget=report&heading=${'x'.repeat(201)}`).dropped).toEqual(['heading']);
    expect(readState('#widget=report&heading=a%00b').dropped).toEqual(['heading']);
  });
});
