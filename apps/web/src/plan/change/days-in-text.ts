import { parseCalendarDate } from "@strideiq/engine";
import { formatDate } from "@strideiq/wording";

/** The words of the server with its days named as everywhere on the page: `2026-12-01` is `Tue 1 Dec`. */
export const daysInText = (text: string): string =>
  text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (written) => {
    const day = parseCalendarDate(written);
    return day.ok ? formatDate(day.value) : written;
  });
