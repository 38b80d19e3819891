import { describe, expect, it } from 'vitest';
import { safeHref, webHref } from './href.ts';

describe('an address that becomes a link', () => {
  it.each([
    'https://cress.example/a?b=1#c',
    'http://cress.example/',
    'HTTPS://cress.example',
    'mailto:a@cress.example',
    'tel:+33200000000',
  ])('may be %s', (url) => {
    expect(safeHref(url)).toBe(url);
    expect(safeHref(` ${url}\n`)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://cress.example/1',
    'x-https://cress.example',
    'javascript:"https://cress.example"',
    '//cress.example',
    'cress.example',
    '/page',
    '',
  ])('is never %j', (url) => {
    expect(safeHref(url)).toBeUndefined();
  });

  it('is resolved against a base, which makes no other scheme safe', () => {
    const base = 'https://cress.example/data/manifest.json';
    expect(safeHref('report.pdf', base)).toBe('https://cress.example/data/report.pdf');
    expect(safeHref('//other.example/a', base)).toBe('https://other.example/a');
    expect(safeHref('java\tscript:alert(1)', base)).toBeUndefined();
    expect(safeHref('report.pdf', 'file:///data/manifest.json')).toBeUndefined();
    expect(safeHref('https://[', base)).toBeUndefined();
  });

  it('leads to a page or a file where that is wanted: no mail and no call', () => {
    expect(webHref('https://cress.example/')).toBe('https://cress.example/');
    expect(webHref('report.pdf', 'https://cress.example/a/')).toBe('https://cress.example/a/report.pdf');
    for (const url of ['mailto:http@cress.example', 'tel:+33200000000', 'javascript:alert(1)']) {
      expect(webHref(url)).toBeUndefined();
    }
  });
});
