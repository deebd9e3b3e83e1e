export { dayAt, offsetInZone } from "./day/local-time.ts";
export { zoneAt } from "./day/zone-at.ts";
export * from "./files/refusal.ts";
export * from "./recording/recording.ts";
