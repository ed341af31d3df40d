var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { NgIf } from "@angular/common";
import { Component, CUSTOM_ELEMENTS_SCHEMA } from "@angular/core";
import school from "../../../school/plan.json";
import { Plan } from "./plan";
let App = class App {
    topic = "transport";
    selected = "";
    goals = ["transport-hub"];
    terms = true;
    school = school;
    model = null;
};
App = __decorate([
    Component({
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
], App);
export { App };
