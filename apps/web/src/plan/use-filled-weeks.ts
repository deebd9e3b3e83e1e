import { useEffect, useState } from "react";

/** So many weeks before and after the one that is looked at are drawn at once: about what a screen holds. */
const BEFORE = 1;
const AFTER = 5;
/** So many more on both sides are drawn each time, which never keeps the page from answering for long. */
const STEP = 3;

/** Whether a week is drawn in full yet. The rows of the others stand there already, empty. */
export function useFilledWeeks(current: number, weeks: number) {
  const [more, setMore] = useState(0);
  const [first] = useState(current);
  const isWhole = first - BEFORE - more <= 1 && first + AFTER + more >= weeks;
  useEffect(() => {
    if (isWhole) return undefined;
    // Not before what stands there has been painted.
    let timer = 0;
    const frame = window.requestAnimationFrame(() => {
      timer = window.setTimeout(() => {
        setMore(more + STEP);
      });
    });
    return () => {
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [isWhole, more]);
  const isFilled = (week: number): boolean => week >= first - BEFORE - more && week <= first + AFTER + more;
  return { isWhole, isFilled };
}
