// Generated from src/element/spec.rs by `cargo xtask generate`.
// For Vue: `import type {} from 'plan-widgets/vue'` once.

import type { HTMLAttributes, PublicProps } from 'vue';
import type { PlanErrorDetail, PlanFilterDetail, PlanGlossary, PlanJson, PlanReadyDetail, PlanSelectDetail } from './index.js';

export interface PlanGlossaryProps extends HTMLAttributes {
  /** Address of a plan in the model's JSON. Default: the bundled plan. */
  src?: string | undefined;
  /** What is searched for; follows what the reader types. Default: empty. */
  query?: string | undefined;
  /** Id of the selected term; follows what the reader selects. Default: none. */
  term?: string | undefined;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  headingLevel?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  colorScheme?: 'light' | 'dark' | undefined;
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model?: PlanJson | null | undefined;
  /** The widget shows a plan: at first, and after a change of plan or language. */
  onPlanReady?: ((event: CustomEvent<PlanReadyDetail>) => void) | undefined;
  /** Something failed; what was on the screen stays. */
  onPlanError?: ((event: CustomEvent<PlanErrorDetail>) => void) | undefined;
  /** The reader has changed the search. */
  onPlanFilter?: ((event: CustomEvent<PlanFilterDetail>) => void) | undefined;
  /** The reader has selected something, or nothing any more. */
  onPlanSelect?: ((event: CustomEvent<PlanSelectDetail>) => void) | undefined;
}

declare module 'vue' {
  interface GlobalComponents {
    /** The element itself; `$props` is there for the checker only. */
    'plan-glossary': new () => PlanGlossary & { $props: PlanGlossaryProps & PublicProps };
  }
}
