import type { ChangedWish } from "../plan/plan-change.ts";
import { blockDrafts } from "./block-days.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { moveDrafts } from "./move.ts";
import { swapDrafts } from "./swap.ts";

/** The ways to answer a change, from the one that touches least to the one that builds most anew. */
export function draftsFor(wish: ChangedWish, context: ChangeContext): Iterable<Draft> {
  switch (wish.kind) {
    case "move":
      return moveDrafts(wish, context);
    case "swap":
      return swapDrafts(wish, context);
    case "block_days":
      return blockDrafts(wish.days, context);
    default:
      return [];
  }
}

/** A move or swap is what it is; everything else may ask runs to give way in size. */
export const mayMend = ({ kind }: ChangedWish): boolean => kind !== "move" && kind !== "swap";
