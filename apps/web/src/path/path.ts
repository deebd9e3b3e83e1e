import { useSyncExternalStore } from "react";

/** The two places of the page. Anything unknown is the form: there is no dead end. */
export type Place = { readonly name: "wish" } | { readonly name: "plan"; readonly planId: string };

export function placeOf(pathname: string): Place {
  const planId = /^\/plans\/([\w-]+)\/?$/.exec(pathname)?.[1];
  return planId === undefined ? { name: "wish" } : { name: "plan", planId };
}

export const pathOf = (place: Place): string => (place.name === "plan" ? `/plans/${place.planId}` : "/");

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

export function goTo(place: Place): void {
  window.history.pushState(null, "", pathOf(place));
  window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

export const usePlace = (): Place => placeOf(useSyncExternalStore(subscribe, () => window.location.pathname));
