import { EssError } from '@ess-widgets/core/errors';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';

describe('a file that may not be read', () => {
  const refused = new EssError('http', 'file:///data/x.json answered 403.', {
    url: 'file:///data/x.json',
    status: 403,
  });

  it('is told without a server', () => {
    expect(explain(refused, 'fr', '/data')).toBe('lecture refusée\u202f: x.json (vérifiez vos droits sur ce fichier)');
    expect(explain(refused, 'en', '/data')).toBe('not allowed to read x.json (check your rights to this file)');
  });
});
