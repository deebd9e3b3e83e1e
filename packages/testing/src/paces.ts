import type { PaceRange, TrainingPaces, Zone } from "@strideiq/engine";

const around = (seconds: number): PaceRange => ({ fast: seconds - 3, slow: seconds + 3 });

/** Round paces of a runner who races 10 km in about 44:40, in seconds per kilometre. */
export const PACES: TrainingPaces = {
  recovery: { fast: 355, slow: 375 },
  easy: { fast: 330, slow: 375 },
  steady: { fast: 306, slow: 330 },
  marathon: around(300),
  half_marathon: around(285),
  threshold: around(277),
  ten_k: around(268),
  interval: around(255),
  repetition: around(238),
  race: around(268),
};

/** Seconds per kilometre that hand-built steps are run at. */
export const SECONDS_PER_KM: Readonly<Record<Zone, number>> = {
  walk: 600,
  recovery: 365,
  easy: 352.5,
  steady: 318,
  marathon: 300,
  half_marathon: 285,
  threshold: 277,
  ten_k: 268,
  interval: 255,
  repetition: 238,
  sprint: 220,
  race: 268,
};
