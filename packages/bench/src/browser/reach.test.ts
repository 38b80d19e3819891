import { describe, expect, it } from 'vitest';
import { type AXNode, countReach, spokenText } from './reach.ts';

/** A tree from its parts: `[role, name, ...children]`. */
type Part = ReadonlyArray<string | Part>;

function treeOf(part: Part): readonly AXNode[] {
  const nodes: AXNode[] = [];
  const add = ([role, name, ...rest]: Part): string => {
    const children = rest.filter((each) => typeof each !== 'string');
    const nodeId = String(nodes.length);
    nodes.push({ nodeId, ignored: role === 'none', role: { value: role }, name: { value: name } });
    const childIds = children.map(add);
    nodes[Number(nodeId)] = { ...(nodes[Number(nodeId)] as AXNode), childIds };
    return nodeId;
  };
  add(part);
  return nodes;
}

const bars = [
  { label: 'Associations', value: '59' },
  { label: 'Coopératives', value: '19' },
];

describe('what is said of a page', () => {
  it('follows the tree, once each, without what is ignored', () => {
    const tree = treeOf([
      'RootWebArea',
      'Title',
      ['button', 'Open', ['StaticText', 'Open', ['InlineTextBox', 'Open']]],
      ['none', 'hidden', ['StaticText', 'shown']],
    ]);
    expect(spokenText(tree)).toBe('Open shown');
  });

  it('has plain spaces', () => {
    expect(spokenText(treeOf(['StaticText', '1\u202f250 \n members']))).toBe('1 250 members');
  });
});

describe('the values that are reached', () => {
  it('are those that follow their label, whatever stands between', () => {
    const text = 'Members Associations, 59, 50 % Coopératives 19';
    expect(countReach(text, bars)).toEqual({ values: 2, paired: 2, of: 2 });
  });

  it('are not paired where all labels come first', () => {
    expect(countReach('Associations Coopératives 59 19', bars)).toEqual({ values: 2, paired: 0, of: 2 });
  });

  it('are whole numbers, not parts of another', () => {
    expect(countReach('Associations 590 Coopératives 119', bars)).toEqual({ values: 0, paired: 0, of: 2 });
  });

  it('are none on a canvas with a name alone', () => {
    expect(countReach('Members by category', bars)).toEqual({ values: 0, paired: 0, of: 2 });
  });

  it('are the labels themselves where there is nothing more to know', () => {
    expect(countReach('Atelier Lune 1', [{ label: 'Atelier Lune' }, { label: 'Ferme' }])).toEqual({
      values: 1,
      paired: 1,
      of: 2,
    });
  });
});
