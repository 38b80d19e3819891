import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { html as content, css } from 'lit';
import { wearStyles } from '../grid/late-styles.ts';
import { MovableElement } from './movable.ts';

class TestMovable extends MovableElement {
  static override styles = css`
    p {
      color: rgb(1, 2, 3);
    }
  `;

  protected override render() {
    return content`<p>Essai</p>`;
  }
}
customElements.define('test-movable', TestMovable);

const LATE = css`
  p {
    background-color: rgb(4, 5, 6);
  }
`;

/** Colour and ground of what an element shows, in the window that shows it. */
function look(element: TestMovable): readonly string[] {
  const paragraph = element.shadowRoot?.querySelector('p');
  const style = paragraph && element.ownerDocument.defaultView?.getComputedStyle(paragraph);
  return style ? [style.color, style.backgroundColor] : [];
}

const PLAIN = ['rgb(1, 2, 3)', 'rgba(0, 0, 0, 0)'];
const DRESSED = ['rgb(1, 2, 3)', 'rgb(4, 5, 6)'];
const until = (element: TestMovable, expected: readonly string[]) =>
  waitUntil(() => look(element).join() === expected.join(), `looks like ${expected}`);

describe('an element that is moved to another document', () => {
  const makeFrame = async (): Promise<Document> => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Essai"></iframe>`);
    return frame.contentDocument!;
  };
  const make = () => fixture<TestMovable>(html`<test-movable></test-movable>`);

  it('keeps the styles of its class and those that came later, there and back', async () => {
    const [element, other] = [await make(), await makeFrame()];
    const place = element.parentElement!;
    wearStyles(element, [LATE]);
    expect(look(element)).to.deep.equal(DRESSED);
    other.body.append(element);
    await until(element, DRESSED);
    place.append(element);
    await until(element, DRESSED);
  });

  it('gets there the styles of what it loads there', async () => {
    const [element, other] = [await make(), await makeFrame()];
    other.body.append(element);
    await until(element, PLAIN);
    wearStyles(element, [LATE]);
    await until(element, DRESSED);
  });

  it('shares its sheets with others of its kind', async () => {
    const [one, two, other] = [await make(), await make(), await makeFrame()];
    other.body.append(one, two);
    await until(one, PLAIN);
    await until(two, PLAIN);
    expect(one.shadowRoot?.adoptedStyleSheets).to.deep.equal(two.shadowRoot?.adoptedStyleSheets);
    expect(one.shadowRoot?.adoptedStyleSheets[0]).to.equal(two.shadowRoot?.adoptedStyleSheets[0]);
  });

  it('is drawn there though it never was before', async () => {
    const [element, other] = [document.createElement('test-movable') as TestMovable, await makeFrame()];
    other.body.append(element);
    await until(element, PLAIN);
  });
});
