import { type ComponentType, createElement, lazy, useState } from "react";
import { patiently } from "./patience.ts";

/** A part of the page whose code comes when it is first shown. */
export interface Part<Props extends object> {
  readonly Page: ComponentType<Props>;
  /** Reads the code beforehand. A part that was read is drawn at once, with nothing drawn in its place first. */
  readonly read: () => Promise<unknown>;
}

export function partOf<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let known: ComponentType<Props> | undefined;
  const read = async (): Promise<{ default: ComponentType<Props> }> => {
    known = await load();
    return { default: known };
  };
  const Later = lazy(() => patiently(read));
  // What a part was first drawn as it stays, or it would begin anew once its code is known.
  const Page = (props: Props) => {
    const [Shown] = useState<ComponentType<Props>>(() => known ?? (Later as ComponentType<Props>));
    return createElement(Shown, props);
  };
  return { Page, read };
}
