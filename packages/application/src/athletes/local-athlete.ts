/** The athlete that everything belongs to until accounts exist; the first migration seeds it. */
export const LOCAL_ATHLETE_ID = "00000000-0000-7000-8000-000000000001";
