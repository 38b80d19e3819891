import { describe, expect, it } from 'vitest';
import { type Author, decides, MATTERS, type Matter } from './authority.ts';

const decidedBy = (author: Author): readonly Matter[] => MATTERS.filter((matter) => decides(author, matter));

describe('authority', () => {
  it('lets data name nothing but files beside them', () => {
    expect(decidedBy('data')).toEqual(['file']);
  });

  it('lets a block name its own data and what its widget shows, and widen nothing', () => {
    expect(decidedBy('block')).toEqual(['source', 'view', 'file']);
  });

  it('lets the site decide everything', () => {
    expect(decidedBy('site')).toEqual(MATTERS);
  });
});
