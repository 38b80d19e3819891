import { describe, expect, it } from 'vitest';
import { h } from './tree.ts';
import { write } from './write.ts';

describe('a tree as HTML', () => {
  it('is one line with its elements, attributes and texts', () => {
    const tree = h('tr', {}, h('th', { scope: 'row' }, 'Associations'), h('td', {}, '59', h('br', {}), '50 %'));
    expect(write(tree)).toBe('<tr><th scope="row">Associations</th><td>59<br>50 %</td></tr>');
  });

  it('leaves nothing that HTML, a shortcode or the typography of a host would read', () => {
    const evil = '"><script>alert(1)</script>[ess]{1}~\nend';
    const written = write(h('p', { class: evil }, evil));
    expect(written).not.toMatch(/<script|[[\]{}~\n]/);
    expect(written).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&#91;ess&#93;');
  });
});
