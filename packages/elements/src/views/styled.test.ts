import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { type Styles, styled } from './styled.ts';

const draw = (host: HTMLElement, styles: Styles) => render(html`<i ${styled(styles)}></i>`, host);

describe('styled()', () => {
  it('sets properties, changes them, and takes away those that are gone', () => {
    const host = document.createElement('div');
    draw(host, { '--_length': '0.4', '--_start': '0' });
    const { style } = host.querySelector('i')!;
    expect(style.getPropertyValue('--_length')).to.equal('0.4');
    draw(host, { '--_length': '0.5', '--_start': undefined });
    expect(style.getPropertyValue('--_length')).to.equal('0.5');
    expect(style.getPropertyValue('--_start')).to.equal('');
    draw(host, {});
    expect(style.length).to.equal(0);
  });

  it('leaves alone what others have set', () => {
    const host = document.createElement('div');
    draw(host, { '--_length': '1' });
    const { style } = host.querySelector('i')!;
    style.setProperty('color', 'red');
    draw(host, {});
    expect(style.color).to.equal('red');
  });

  it('refuses to stand in an attribute', () => {
    const host = document.createElement('div');
    expect(() => render(html`<i title=${styled({ '--_length': '1' })}></i>`, host)).to.throw(TypeError, 'styled()');
  });
});
