import { describe, expect, it } from 'vitest';
import { escaped } from './write.ts';

describe('a text as HTML', () => {
  it('leaves nothing that HTML, a shortcode or the typography of a host would read', () => {
    const written = escaped('"><script>alert(1)</script>[ess]{1}~\nend');
    expect(written).not.toMatch(/<script|[[\]{}~\n]/);
    expect(written).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&#91;ess&#93;');
  });
});
