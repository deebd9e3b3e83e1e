import { planMessages } from "./messages/plan.ts";
import { refusalMessages } from "./messages/refusal.ts";
import { shellMessages } from "./messages/shell.ts";
import { wishMessages } from "./messages/wish.ts";

/**
 * Every text of the page that is not a value put into words; those come from the wording package. What only
 * a page of its own says stands beside these in `messages`, and is loaded with that page.
 */
export const messages = { ...shellMessages, ...wishMessages, ...refusalMessages, ...planMessages } as const;
