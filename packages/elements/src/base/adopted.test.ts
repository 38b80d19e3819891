import { expect, fixture, html } from '@open-wc/testing';
import { css } from 'lit';
import '../ess-table/define.ts';
import { datasetFile, settle, useFiles, waitUntil } from '../testing/testing.ts';
import { addStyles } from './added-styles.ts';

const publications = [{ id: 'a', title: { fr: 'Zèbres' }, date: '2024-03' }];

describe('an element that is moved to another document', () => {
  it('is dressed there as it was, also in what it loads later, and again where it came from', async () => {
    useFiles({ 'data.json': datasetFile({ publications }) });
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const frame = await fixture<HTMLIFrameElement>(html`<iframe style="inline-size: 700px" title="Ailleurs"></iframe>`);
    const element = document.createElement('ess-table');
    element.src = 'data.json';
    element.setAttribute('collection', 'publications');
    host.append(element);
    await settle(element);
    const part = (selector: string) => getComputedStyle(element.shadowRoot!.querySelector(selector)!);
    const look = () => [part('.frame').paddingTop, part('.region').overflowX, part('.title').color];
    const before = look();

    frame.contentDocument!.body.append(element);
    await waitUntil(() => look().join() === before.join(), 'undressed elsewhere');
    addStyles(element, [css`.title { color: rgb(1, 2, 3); }`]);
    expect(part('.title').color).to.equal('rgb(1, 2, 3)');

    const after = look();
    host.append(element);
    await waitUntil(() => look().join() === after.join(), 'undressed where it came from');
    frame.contentDocument!.body.append(element);
    await waitUntil(() => look().join() === after.join(), 'undressed at its second visit');
  });
});
