import { createStored } from "../preferences/stored.ts";

export type HealthAnswer = "" | "no" | "yes";

/** Kept in this browser, so that it is asked once. */
export const storedHealth = createStored<HealthAnswer>("strideiq.health", (text) =>
  text === "yes" || text === "no" ? text : "",
);

/**
 * A wish for a plan as it is sent. After a yes to the health question it asks for walking and easy running only: in
 * the wish itself, so that there is never a hard plan, whatever becomes of the connection.
 */
export const carefully = <Wish extends object>(wish: Wish): Wish & { readonly easyOnly?: true } =>
  storedHealth.read() === "yes" ? { ...wish, easyOnly: true } : wish;
