import { askEarly, loadEarly } from "./api/early.ts";
import "./styles/tokens.css";
import "./styles/base.css";

// The first few lines to run. On a plan's address its code and its data come at the same time, not in turn.
const planId = /^\/plans\/([\w-]+)\/?$/.exec(window.location.pathname)?.[1];
if (planId !== undefined) {
  askEarly([`/v1/plans/${planId}`, `/v1/plans/${planId}/completions?limit=100`]);
  loadEarly(import("./plan/plan-loader.tsx"));
}
askEarly(["/v1/me", "/v1/me/features"]);
// Not waited for: the page takes from here what was asked for, and so waits for these lines.
void import("./main.tsx");
