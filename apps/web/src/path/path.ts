import { useSyncExternalStore } from "react";

/** Places that need no more than their name. */
const PATHS = {
  home: "/",
  wish: "/new",
  plans: "/plans",
  runs: "/runs",
  gallery: "/gallery",
  settings: "/settings",
  account: "/account",
  "sign-up": "/sign-up",
  forgotten: "/forgotten-password",
  gone: "/gone",
} as const;
type PlainName = keyof typeof PATHS;

/** Where one can be on the page. What is at no address is `missing`, which leads on from there. */
export type Place =
  | { readonly name: PlainName }
  /** `day` is the one to open at; without it the plan opens at today. */
  | { readonly name: "plan"; readonly planId: string; readonly day?: string }
  | { readonly name: "run"; readonly activityId: string }
  | { readonly name: "standard"; readonly standardPlanId: string }
  | { readonly name: "compare"; readonly left: string; readonly right: string }
  /** `next` is the address to go on to; empty for home. */
  | { readonly name: "sign-in"; readonly next: string }
  | { readonly name: "new-password"; readonly token: string }
  /** Without a token one can ask for a letter with one. */
  | { readonly name: "confirm"; readonly token: string }
  | { readonly name: "welcome-admin" }
  | { readonly name: "missing" };

const isPlain = (name: string): name is PlainName => Object.hasOwn(PATHS, name);

/** The place of an address, such as `/gallery/compare?left=a&right=b`. */
export function placeOf(address: string): Place {
  const [path = "", query = ""] = address.split("?");
  const trimmed = path.length > 1 ? path.replace(/\/$/, "") : path;
  const plain = Object.entries(PATHS).find(([, candidate]) => candidate === trimmed)?.[0];
  if (plain !== undefined && isPlain(plain)) return { name: plain };
  return placeWithValues(trimmed, new URLSearchParams(query));
}

function placeWithValues(path: string, query: URLSearchParams): Place {
  const value = (key: string): string => query.get(key) ?? "";
  switch (path) {
    case "/gallery/compare":
      return { name: "compare", left: value("left"), right: value("right") };
    case "/sign-in":
      return { name: "sign-in", next: ownAddress(value("next")) };
    case "/reset-password":
      return { name: "new-password", token: value("token") };
    case "/confirm-email":
      return { name: "confirm", token: value("token") };
    case "/admin/welcome":
      return { name: "welcome-admin" };
  }
  const [, folder, id = ""] = /^\/(plans|gallery|runs)\/([\w-]+)$/.exec(path) ?? [];
  if (folder === "plans") {
    const day = value("day");
    return { name: "plan", planId: id, ...(day === "" ? {} : { day }) };
  }
  if (folder === "runs") return { name: "run", activityId: id };
  return folder === "gallery" ? { name: "standard", standardPlanId: id } : { name: "missing" };
}

/** An address of this very page; whatever leads elsewhere is none. */
const ownAddress = (text: string): string => (/^\/(?![/\\])/.test(text) ? text : "");

export function pathOf(place: Place): string {
  switch (place.name) {
    case "plan":
      return place.day === undefined ? `/plans/${place.planId}` : `/plans/${place.planId}?day=${place.day}`;
    case "run":
      return `/runs/${place.activityId}`;
    case "standard":
      return `/gallery/${place.standardPlanId}`;
    case "compare":
      return `/gallery/compare?${new URLSearchParams({ left: place.left, right: place.right }).toString()}`;
    case "sign-in":
      return place.next === ""
        ? "/sign-in"
        : `/sign-in?${new URLSearchParams({ next: place.next }).toString()}`;
    case "new-password":
      return `/reset-password?${new URLSearchParams({ token: place.token }).toString()}`;
    case "confirm":
      return place.token === ""
        ? "/confirm-email"
        : `/confirm-email?${new URLSearchParams({ token: place.token }).toString()}`;
    case "welcome-admin":
      return "/admin/welcome";
    case "missing":
      return PATHS.home;
    default:
      return PATHS[place.name];
  }
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

export const currentAddress = (): string => `${window.location.pathname}${window.location.search}`;

export function goTo(place: Place): void {
  window.history.pushState(null, "", pathOf(place));
  window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

/** Gives the place that one is at a closer address, with no step to go back over. */
export function nameAddress(place: Place): void {
  window.history.replaceState(null, "", pathOf(place));
  for (const listener of listeners) listener();
}

/** The same for an address that was remembered. */
export const goToAddress = (address: string): void => {
  goTo(placeOf(address));
};

export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, currentAddress));
}
