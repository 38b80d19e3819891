import { LitElement } from 'lit';

/** An element that keeps its styles in another document: a frame, a window of its own. */
export abstract class MovableElement extends LitElement {
  /** Constructed sheets belong to the document that they were made in, and leave whoever leaves it. @internal */
  adoptedCallback(): void {
    void import('../grid/foreign-styles.ts').then(({ dress }) => dress(this));
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    try {
      return super.createRenderRoot();
    } catch (error) {
      // It was moved before it was ever drawn: its root is there, and what will dress it on its way.
      if (this.shadowRoot) return this.shadowRoot;
      throw error;
    }
  }
}
