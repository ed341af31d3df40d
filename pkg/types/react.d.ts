// Generated from src/element/spec.rs by `cargo xtask generate`.
// For React 19: `import type {} from 'plan-widgets/react'` once.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PlanErrorDetail, PlanFilterDetail, PlanGlossary, PlanJson, PlanLayoutDetail, PlanReadyDetail, PlanSelectDetail, PlanTimeline } from './index.js';

export interface PlanTimelineProps extends HTMLAttributes<PlanTimeline> {
  /** Address of a plan in the model's JSON. Default: the bundled plan. */
  src?: string | undefined;
  /** List, lanes, or story; auto takes lanes where the container is wide enough, else the list. Follows what the reader chooses. Default: auto. */
  layout?: 'auto' | 'list' | 'lanes' | 'story' | undefined;
  /** What is searched for; follows what the reader types. Default: empty. */
  query?: string | undefined;
  /** Shows these topics only: ids parted by spaces. Follows what the reader chooses. Default: all. */
  topic?: string | undefined;
  /** Shows these stages only, likewise. Default: all. */
  stage?: string | undefined;
  /** Shows these periods only, likewise. Default: all. */
  period?: string | undefined;
  /** Shows what these articles say only, likewise. Default: all. */
  article?: string | undefined;
  /** Id of the selected item; follows what the reader selects. Default: none. */
  item?: string | undefined;
  /** Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link="a" makes #a.item=…. Default: none. */
  'deep-link'?: string | undefined;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  'heading-level'?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  'color-scheme'?: 'light' | 'dark' | undefined;
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model?: PlanJson | null | undefined;
  /** The widget shows a plan: at first, and after a change of plan or language. */
  'onplan-ready'?: ((event: CustomEvent<PlanReadyDetail>) => void) | undefined;
  /** Something failed; what was on the screen stays. */
  'onplan-error'?: ((event: CustomEvent<PlanErrorDetail>) => void) | undefined;
  /** The reader has changed the search or a filter. */
  'onplan-filter'?: ((event: CustomEvent<PlanFilterDetail>) => void) | undefined;
  /** The reader has selected something, or nothing any more. */
  'onplan-select'?: ((event: CustomEvent<PlanSelectDetail>) => void) | undefined;
  /** The reader has chosen another layout of the timeline. */
  'onplan-layout'?: ((event: CustomEvent<PlanLayoutDetail>) => void) | undefined;
}

export interface PlanGlossaryProps extends HTMLAttributes<PlanGlossary> {
  /** Address of a plan in the model's JSON. Default: the bundled plan. */
  src?: string | undefined;
  /** What is searched for; follows what the reader types. Default: empty. */
  query?: string | undefined;
  /** Id of the selected term; follows what the reader selects. Default: none. */
  term?: string | undefined;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  'heading-level'?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  'color-scheme'?: 'light' | 'dark' | undefined;
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model?: PlanJson | null | undefined;
  /** The widget shows a plan: at first, and after a change of plan or language. */
  'onplan-ready'?: ((event: CustomEvent<PlanReadyDetail>) => void) | undefined;
  /** Something failed; what was on the screen stays. */
  'onplan-error'?: ((event: CustomEvent<PlanErrorDetail>) => void) | undefined;
  /** The reader has changed the search or a filter. */
  'onplan-filter'?: ((event: CustomEvent<PlanFilterDetail>) => void) | undefined;
  /** The reader has selected something, or nothing any more. */
  'onplan-select'?: ((event: CustomEvent<PlanSelectDetail>) => void) | undefined;
  /** The reader has chosen another layout of the timeline. */
  'onplan-layout'?: ((event: CustomEvent<PlanLayoutDetail>) => void) | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'plan-timeline': DetailedHTMLProps<PlanTimelineProps, PlanTimeline>;
      'plan-glossary': DetailedHTMLProps<PlanGlossaryProps, PlanGlossary>;
    }
  }
}
