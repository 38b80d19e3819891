import { registerBlock } from '@ess-widgets/elements/extend';
import { html } from 'lit';

registerBlock(
  'quotation',
  ({ text, author }) => html`<figure>
    <blockquote>${text}</blockquote>
    <figcaption>${author}</figcaption>
  </figure>`,
);
