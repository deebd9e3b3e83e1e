import { messages } from "../messages.ts";
import { ownMessages } from "../messages/own.ts";
import { Link } from "../path/link.tsx";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";

/** After everything was deleted. */
export const GonePage = () => (
  <Notice title={ownMessages.removal.done} lead={ownMessages.removal.doneLead} isAlert>
    <Link to={{ name: "wish" }} className={buttons["primary"]}>
      {messages.newPlan}
    </Link>
  </Notice>
);
