// Generated from src/element/spec.rs by `cargo xtask generate`.
// For Vue: `import type {} from 'plan-widgets/vue'` once.

import type { DefineComponent, HTMLAttributes } from 'vue';
import type { PlanErrorDetail, PlanFilterDetail, PlanGlossary, PlanModel, PlanReadyDetail, PlanSelectDetail } from './index.js';

interface PlanGlossaryProps extends /* @vue-ignore */ HTMLAttributes {
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
  onPlanReady?: (event: CustomEvent<PlanReadyDetail>) => void;
  onPlanError?: (event: CustomEvent<PlanErrorDetail>) => void;
  onPlanFilter?: (event: CustomEvent<PlanFilterDetail>) => void;
  onPlanSelect?: (event: CustomEvent<PlanSelectDetail>) => void;
}

declare module 'vue' {
  interface GlobalComponents {
    'plan-glossary': DefineComponent<PlanGlossaryProps>;
  }
}
