import { type Dataset, type DatasetNeed, EssElement } from '@ess-widgets/elements/extend';
import { html } from 'lit';

class NetworkTitle extends EssElement {
  protected override needs(): readonly DatasetNeed[] {
    return ['organisations'];
  }

  protected override show({ manifest, collections }: Dataset) {
    const names = collections.organisations?.map(({ name }) => name) ?? [];
    return { title: manifest.title.fr, body: html`<p>${names.join(', ')}</p>` };
  }
}

customElements.define('network-title', NetworkTitle);
