// Generated from src/element/spec.rs by `cargo xtask generate`.
// For React: `import type {} from 'plan-widgets/react'` once.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PlanErrorDetail, PlanFilterDetail, PlanGlossary, PlanModel, PlanReadyDetail, PlanSelectDetail } from './index.js';

interface PlanGlossaryProps {
  /** Address of a plan in the model's JSON. */
  'src'?: string;
  /** What is searched for; follows what the reader types. */
  'query'?: string;
  /** Id of the selected term; follows what the reader selects. */
  'term'?: string;
  /** Rank of the heading, to fit the page's outline. */
  'heading-level'?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6;
  /** Light or dark, instead of the page's own color-scheme. */
  'color-scheme'?: 'light' | 'dark';
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model?: PlanModel | null;
  'onplan-ready'?: (event: CustomEvent<PlanReadyDetail>) => void;
  'onplan-error'?: (event: CustomEvent<PlanErrorDetail>) => void;
  'onplan-filter'?: (event: CustomEvent<PlanFilterDetail>) => void;
  'onplan-select'?: (event: CustomEvent<PlanSelectDetail>) => void;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'plan-glossary': DetailedHTMLProps<HTMLAttributes<PlanGlossary>, PlanGlossary> & PlanGlossaryProps;
    }
  }
}
