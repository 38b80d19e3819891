import type { EssElements } from '@ess-widgets/elements/types';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    // oxlint-disable-next-line typescript/no-empty-object-type -- a declaration is merged by its name alone
    interface IntrinsicElements extends EssElements<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>> {}
  }
}
