import { NgIf } from "@angular/common";
import { Component, CUSTOM_ELEMENTS_SCHEMA } from "@angular/core";
import type { PlanModel } from "plan-widgets";
import school from "../../../school/plan.json";
import { Plan } from "./plan";

@Component({
  selector: "app-root",
  imports: [NgIf, Plan],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <button id="topic" (click)="topic = 'water'">Water</button>
      <button id="own" (click)="model = school">A school’s plan</button>
      <button id="close" (click)="goals = []">Without the goal</button>
      <button id="open" (click)="goals = ['transport-hub', 'vision-culture']">Two goals</button>
      <output>{{ selected }}</output>
      <app-plan [topic]="topic" (selected)="selected = $event" />
      @for (goal of goals; track goal) {
        <plan-goal-card lang="en" [goal]="goal" [variant]="selected ? 'compact' : null">A goal</plan-goal-card>
      }
      <plan-glossary *ngIf="terms" lang="en" [attr.sort]="'name'" [model]="model">Terms</plan-glossary>
    </main>
  `,
})
export class App {
  topic = "transport";
  selected = "";
  goals = ["transport-hub"];
  terms = true;
  readonly school = school as PlanModel;
  model: PlanModel | null = null;
}
