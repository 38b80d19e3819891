import { describe, expect, it } from 'vitest';
import { heightMessages, sizerIn } from './frame.ts';

describe('the height of a frame', () => {
  it('is said to us, to WordPress by its secret, and to iframe-resizer once it has asked', () => {
    expect(heightMessages(420, '#?secret=aB3', 'frame-1')).toEqual([
      { type: 'ess-height', height: 420 },
      { message: 'height', value: 420, secret: 'aB3' },
      '[iFrameSizer]frame-1:420:0:resize',
    ]);
    expect(heightMessages(420, '', null)).toEqual([{ type: 'ess-height', height: 420 }]);
    expect(heightMessages(420, '#?secret=<script>', null)).toEqual([{ type: 'ess-height', height: 420 }]);
  });

  it('takes of a message the name alone', () => {
    expect(sizerIn('[iFrameSizer]frame-1:8:false:true:32')).toBe('frame-1');
    for (const data of [
      null,
      {},
      7,
      '[iFrameSizer]',
      '[iFrameSizer]<b>:1',
      'height',
      { type: 'ess-height', height: 1 },
    ])
      expect(sizerIn(data)).toBeNull();
  });
});
