// Generated from src/element/widgets/ by `cargo xtask generate`.
// For React 19: `import type {} from 'plan-widgets/react'` once.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PlanAnnotate, PlanCopyDetail, PlanErrorDetail, PlanFilterDetail, PlanGlossary, PlanGoalCard, PlanGoalDeck, PlanJson, PlanLayoutDetail, PlanOverview, PlanProgress, PlanReadyDetail, PlanSelectDetail, PlanTakeDetail, PlanTerm, PlanTimeline, PlanUndatedDetail } from './index.js';

export interface PlanTimelineProps extends HTMLAttributes<PlanTimeline> {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string | undefined;
  /** List, lanes, or story; auto takes lanes where the container is wide enough, else the list. Follows what the reader selects. Default: auto. */
  layout?: 'auto' | 'list' | 'lanes' | 'story' | undefined;
  /** What is searched for; follows what the reader types. Default: empty. */
  query?: string | undefined;
  /** Shows these topics only: ids separated by spaces. Follows what the reader selects. Default: all. */
  topic?: string | undefined;
  /** Shows these stages only, separated by spaces. Default: all. */
  stage?: string | undefined;
  /** Shows these periods only: ids separated by spaces. Default: all. */
  period?: string | undefined;
  /** Shows what these articles say only: ids separated by spaces. Default: all. */
  article?: string | undefined;
  /** Shows what is at these places only: ids separated by spaces; unplaced stands for what the plan puts at none. Default: all. */
  place?: string | undefined;
  /** Shows these items only, in this order: ids separated by spaces. The list has no periods then. Default: all. */
  items?: string | undefined;
  /** Shows what is on that day or later only: 2021, 2021-06, 2021-06-15 or -0043. What has no known time is left out, which is said. Default: no bound. */
  from?: string | undefined;
  /** Shows what is on that day or before only, in the same form; what overlaps the stretch of time belongs to it. Default: no bound. */
  to?: string | undefined;
  /** What comes first in the list and the story: the oldest or the newest. Items that are picked keep their order. Default: oldest. */
  sort?: 'oldest' | 'newest' | undefined;
  /** Shows the first so many, with a button below that shows all. Static HTML has these only. Default: all. */
  limit?: string | number | undefined;
  /** Projects without a date: none says how many there are, shown lists each. Follows what the reader asks for. Default: none. */
  undated?: 'none' | 'shown' | undefined;
  /** Id of the selected item; follows what the reader selects. Default: none. */
  item?: string | undefined;
  /** Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link="a" makes #a.item=…. Default: none. */
  'deep-link'?: string | undefined;
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  heading?: string | undefined;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  'heading-level'?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Which controls there are: auto has those that help with so many items, with the filters behind a button where there is little room; all, none, or a list separated by spaces: search, filters, legend, layouts, count, zoom, menu. What stages mean, and that only a part is shown, is always said. Default: auto. */
  controls?: string | undefined;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  'color-scheme'?: 'light' | 'dark' | undefined;
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast' | undefined;
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
  /** The reader has selected another layout of the timeline or of goals, or other groups or another order of goals or terms. */
  'onplan-layout'?: ((event: CustomEvent<PlanLayoutDetail>) => void) | undefined;
  /** The reader has asked for the projects without a date, or has left them out again. */
  'onplan-undated'?: ((event: CustomEvent<PlanUndatedDetail>) => void) | undefined;
  /** The reader copies a goal's text, which goes to the clipboard then. */
  'onplan-copy'?: ((event: CustomEvent<PlanCopyDetail>) => void) | undefined;
  /** The reader takes something away by the menu: the link, the code to embed, a table, a calendar, a picture, a print. */
  'onplan-take'?: ((event: CustomEvent<PlanTakeDetail>) => void) | undefined;
}

export interface PlanGoalCardProps extends HTMLAttributes<PlanGoalCard> {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string | undefined;
  /** Id of the goal. Default: required. */
  goal?: string | undefined;
  /** All of a goal (full), or what matters first and the rest when it is opened (compact). Default: full. */
  variant?: 'compact' | 'full' | undefined;
  /** departments: shows departments as well, marked as inferred. Default: nothing. */
  show?: 'departments' | undefined;
  /** Id of the selected project; follows what the reader selects. Without a selected goal, opens the first one that it serves; a selected goal that it doesn't serve leaves it out. Default: none. */
  project?: string | undefined;
  /** Address of progress in JSON; the property takes an object as well. The plan has none: the page supplies it, with source and date. Default: none. */
  progress?: string | PlanProgress | undefined;
  /** Gives the goal a link (#goal=…), which scrolls to this card. Default: none. */
  'deep-link'?: string | undefined;
  /** Rank of the heading, to fit the page's outline. Default: 3. */
  'heading-level'?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  'color-scheme'?: 'light' | 'dark' | undefined;
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast' | undefined;
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
  /** The reader has selected another layout of the timeline or of goals, or other groups or another order of goals or terms. */
  'onplan-layout'?: ((event: CustomEvent<PlanLayoutDetail>) => void) | undefined;
  /** The reader has asked for the projects without a date, or has left them out again. */
  'onplan-undated'?: ((event: CustomEvent<PlanUndatedDetail>) => void) | undefined;
  /** The reader copies a goal's text, which goes to the clipboard then. */
  'onplan-copy'?: ((event: CustomEvent<PlanCopyDetail>) => void) | undefined;
  /** The reader takes something away by the menu: the link, the code to embed, a table, a calendar, a picture, a print. */
  'onplan-take'?: ((event: CustomEvent<PlanTakeDetail>) => void) | undefined;
}

export interface PlanGoalDeckProps extends HTMLAttributes<PlanGoalDeck> {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string | undefined;
  /** All of a goal (full), or what matters first and the rest when it is opened (compact). Default: compact. */
  variant?: 'compact' | 'full' | undefined;
  /** What is searched for; follows what the reader types. Default: empty. */
  query?: string | undefined;
  /** Shows these topics only: ids separated by spaces. Follows what the reader selects. Default: all. */
  topic?: string | undefined;
  /** Shows these stages only, separated by spaces. Default: all. */
  stage?: string | undefined;
  /** Shows what these articles say only: ids separated by spaces. Default: all. */
  article?: string | undefined;
  /** Shows the goals of these parts of the plan only: ids separated by spaces. Default: all. */
  chapter?: string | undefined;
  /** Shows the goals of these departments only: ids separated by spaces. The plan names none: they are inferred. Default: all. */
  department?: string | undefined;
  /** Shows these kinds of goals only, separated by spaces: article, overall, objective, vision. Default: all. */
  kind?: string | undefined;
  /** Shows what is at these places only: ids separated by spaces; unplaced stands for what the plan puts at none. Default: all. */
  place?: string | undefined;
  /** Shows goals of these statuses only, separated by spaces: reached, on-track, behind, not-comparable, no-data. Has an effect where progress has statuses. Default: all. */
  status?: string | undefined;
  /** Puts goals under topics or parts of the plan, or nothing. Follows what the reader selects. Default: none. */
  group?: 'none' | 'topic' | 'chapter' | undefined;
  /** The plan's order, most projects first, or most figures first. Follows what the reader selects. Default: plan. */
  sort?: 'plan' | 'projects' | 'figures' | undefined;
  /** Cards, or a table, which there is where progress is given. Follows what the reader selects. Default: cards. */
  layout?: 'cards' | 'table' | undefined;
  /** departments: shows departments as well, marked as inferred. Default: nothing. */
  show?: 'departments' | undefined;
  /** Shows these goals only, in this order: ids separated by spaces. Default: all. */
  goals?: string | undefined;
  /** Shows the first so many, with a button below that shows all. Static HTML has these only. Default: all. */
  limit?: string | number | undefined;
  /** Id of the selected goal; follows what the reader selects. Default: none. */
  goal?: string | undefined;
  /** Id of the selected project; follows what the reader selects. Without a selected goal, opens the first one that it serves; a selected goal that it doesn't serve leaves it out. Default: none. */
  project?: string | undefined;
  /** Address of progress in JSON; the property takes an object as well. The plan has none: the page supplies it, with source and date. Default: none. */
  progress?: string | PlanProgress | undefined;
  /** Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link="a" makes #a.item=…. Default: none. */
  'deep-link'?: string | undefined;
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  heading?: string | undefined;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  'heading-level'?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Which controls there are: auto has those that help with so many items, with the filters behind a button where there is little room; all, none, or a list separated by spaces: search, filters, legend, layouts, count, zoom, menu. What stages mean, and that only a part is shown, is always said. Default: auto. */
  controls?: string | undefined;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  'color-scheme'?: 'light' | 'dark' | undefined;
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast' | undefined;
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
  /** The reader has selected another layout of the timeline or of goals, or other groups or another order of goals or terms. */
  'onplan-layout'?: ((event: CustomEvent<PlanLayoutDetail>) => void) | undefined;
  /** The reader has asked for the projects without a date, or has left them out again. */
  'onplan-undated'?: ((event: CustomEvent<PlanUndatedDetail>) => void) | undefined;
  /** The reader copies a goal's text, which goes to the clipboard then. */
  'onplan-copy'?: ((event: CustomEvent<PlanCopyDetail>) => void) | undefined;
  /** The reader takes something away by the menu: the link, the code to embed, a table, a calendar, a picture, a print. */
  'onplan-take'?: ((event: CustomEvent<PlanTakeDetail>) => void) | undefined;
}

export interface PlanGlossaryProps extends HTMLAttributes<PlanGlossary> {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string | undefined;
  /** What is searched for; follows what the reader types. Default: empty. */
  query?: string | undefined;
  /** The plan's order, or by name under first letters, in Chinese by pinyin. Follows what the reader selects. Default: plan. */
  sort?: 'plan' | 'name' | undefined;
  /** Shows these terms only, where sort is plan in this order: ids separated by spaces. Default: all. */
  terms?: string | undefined;
  /** Shows the first so many, with a button below that shows all. Static HTML has these only. Default: all. */
  limit?: string | number | undefined;
  /** Id of the selected term; follows what the reader selects. Default: none. */
  term?: string | undefined;
  /** Keeps search, order and the selected term in the address's fragment (#term=…), and reads them from there, so that every term has a link. Where a page has several widgets, each takes a name: deep-link="a" makes #a.term=…. Default: none. */
  'deep-link'?: string | undefined;
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  heading?: string | undefined;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  'heading-level'?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Which controls there are: auto has those that help with so many items, with the filters behind a button where there is little room; all, none, or a list separated by spaces: search, filters, legend, layouts, count, zoom, menu. What stages mean, and that only a part is shown, is always said. Default: auto. */
  controls?: string | undefined;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  'color-scheme'?: 'light' | 'dark' | undefined;
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast' | undefined;
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
  /** The reader has selected another layout of the timeline or of goals, or other groups or another order of goals or terms. */
  'onplan-layout'?: ((event: CustomEvent<PlanLayoutDetail>) => void) | undefined;
  /** The reader has asked for the projects without a date, or has left them out again. */
  'onplan-undated'?: ((event: CustomEvent<PlanUndatedDetail>) => void) | undefined;
  /** The reader copies a goal's text, which goes to the clipboard then. */
  'onplan-copy'?: ((event: CustomEvent<PlanCopyDetail>) => void) | undefined;
  /** The reader takes something away by the menu: the link, the code to embed, a table, a calendar, a picture, a print. */
  'onplan-take'?: ((event: CustomEvent<PlanTakeDetail>) => void) | undefined;
}

export interface PlanOverviewProps extends HTMLAttributes<PlanOverview> {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string | undefined;
  /** Id of a <plan-timeline> or a <plan-goal-deck> of the page, which follows: it is filtered by the topics and stages that the reader presses, and shows the project. Topics and stages that it doesn't have leave it as it is. Default: none. */
  for?: string | undefined;
  /** Brings out the projects of these topics: ids separated by spaces. Follows which heads of rows the reader presses. Default: all. */
  topic?: string | undefined;
  /** Brings out the projects in these stages, separated by spaces. Follows which heads of columns the reader presses. Default: all. */
  stage?: string | undefined;
  /** Id of the selected project; follows what the reader selects. Default: none. */
  project?: string | undefined;
  /** Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link="a" makes #a.item=…. Default: none. */
  'deep-link'?: string | undefined;
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  heading?: string | undefined;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  'heading-level'?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  'color-scheme'?: 'light' | 'dark' | undefined;
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast' | undefined;
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
  /** The reader has selected another layout of the timeline or of goals, or other groups or another order of goals or terms. */
  'onplan-layout'?: ((event: CustomEvent<PlanLayoutDetail>) => void) | undefined;
  /** The reader has asked for the projects without a date, or has left them out again. */
  'onplan-undated'?: ((event: CustomEvent<PlanUndatedDetail>) => void) | undefined;
  /** The reader copies a goal's text, which goes to the clipboard then. */
  'onplan-copy'?: ((event: CustomEvent<PlanCopyDetail>) => void) | undefined;
  /** The reader takes something away by the menu: the link, the code to embed, a table, a calendar, a picture, a print. */
  'onplan-take'?: ((event: CustomEvent<PlanTakeDetail>) => void) | undefined;
}

export interface PlanTermProps extends HTMLAttributes<PlanTerm> {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string | undefined;
  /** Id or name of the term. Default: its text. */
  term?: string | undefined;
  /** Address of the whole glossary, which pop-ups link to with the term's id put behind it: /glossary/#term=. Default: the glossary on the same page. */
  href?: string | undefined;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  'color-scheme'?: 'light' | 'dark' | undefined;
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast' | undefined;
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
  /** The reader has selected another layout of the timeline or of goals, or other groups or another order of goals or terms. */
  'onplan-layout'?: ((event: CustomEvent<PlanLayoutDetail>) => void) | undefined;
  /** The reader has asked for the projects without a date, or has left them out again. */
  'onplan-undated'?: ((event: CustomEvent<PlanUndatedDetail>) => void) | undefined;
  /** The reader copies a goal's text, which goes to the clipboard then. */
  'onplan-copy'?: ((event: CustomEvent<PlanCopyDetail>) => void) | undefined;
  /** The reader takes something away by the menu: the link, the code to embed, a table, a calendar, a picture, a print. */
  'onplan-take'?: ((event: CustomEvent<PlanTakeDetail>) => void) | undefined;
}

export interface PlanAnnotateProps extends HTMLAttributes<PlanAnnotate> {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string | undefined;
  /** Id of the element whose text is marked. Default: its own content. */
  for?: string | undefined;
  /** Marks a term where it first stands, where it first stands in each section, or everywhere (all). Default: root. */
  first?: 'root' | 'section' | 'all' | undefined;
  /** Elements that are left alone, as a CSS selector. Links, code, fields and the like are anyway, and what has data-plan-skip. Default: nothing. */
  skip?: string | undefined;
  /** Phrases that have a term in them and mean something else, separated by commas. Default: none. */
  except?: string | undefined;
  /** Marks what comes into the page later as well. Default: no. */
  observe?: string | undefined;
  /** Address of the whole glossary, which pop-ups link to with the term's id put behind it: /glossary/#term=. Default: the glossary on the same page. */
  href?: string | undefined;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  'color-scheme'?: 'light' | 'dark' | undefined;
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast' | undefined;
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
  /** The reader has selected another layout of the timeline or of goals, or other groups or another order of goals or terms. */
  'onplan-layout'?: ((event: CustomEvent<PlanLayoutDetail>) => void) | undefined;
  /** The reader has asked for the projects without a date, or has left them out again. */
  'onplan-undated'?: ((event: CustomEvent<PlanUndatedDetail>) => void) | undefined;
  /** The reader copies a goal's text, which goes to the clipboard then. */
  'onplan-copy'?: ((event: CustomEvent<PlanCopyDetail>) => void) | undefined;
  /** The reader takes something away by the menu: the link, the code to embed, a table, a calendar, a picture, a print. */
  'onplan-take'?: ((event: CustomEvent<PlanTakeDetail>) => void) | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'plan-timeline': DetailedHTMLProps<PlanTimelineProps, PlanTimeline>;
      'plan-goal-card': DetailedHTMLProps<PlanGoalCardProps, PlanGoalCard>;
      'plan-goal-deck': DetailedHTMLProps<PlanGoalDeckProps, PlanGoalDeck>;
      'plan-glossary': DetailedHTMLProps<PlanGlossaryProps, PlanGlossary>;
      'plan-overview': DetailedHTMLProps<PlanOverviewProps, PlanOverview>;
      'plan-term': DetailedHTMLProps<PlanTermProps, PlanTerm>;
      'plan-annotate': DetailedHTMLProps<PlanAnnotateProps, PlanAnnotate>;
    }
  }
}
