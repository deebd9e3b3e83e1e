import { messages } from "../messages.ts";
import { Notice } from "../ui/notice.tsx";

/** The server is silent; whoever shows this goes on asking. */
export const Away = () => (
  <Notice title={messages.shell.away} lead={messages.shell.awayLead} isAlert>
    {null}
  </Notice>
);
