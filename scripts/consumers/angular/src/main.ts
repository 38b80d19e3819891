import '@ess-widgets/elements/ess-indicator/define';
import '@ess-widgets/elements/ess-member-map/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZoneChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="period = '2023-SY'">{{ period }}</button>
    <ess-indicator src="/data/manifest.json" indicator="members-stock" [period]="period"></ess-indicator>
    <output>{{ chosen }}</output>
    <ess-member-map src="/data/manifest.json" (ess-select)="chosen = $event.id"></ess-member-map>
  `,
})
class App {
  period = '2024';
  chosen: string | null = null;
}

bootstrapApplication(App, { providers: [provideZoneChangeDetection()] }).catch((failure) => console.error(failure));
