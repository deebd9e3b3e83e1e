import type { Units } from "@strideiq/engine";
import { formatDistance, RACE_NAMES } from "@strideiq/wording";
import type { StandardPlan } from "../api/standard-plans.ts";
import { galleryMessages as words } from "../messages/gallery.ts";
import { Link } from "../path/link.tsx";
import styles from "./gallery.module.css";

interface GalleryCardProps {
  readonly plan: StandardPlan;
  readonly units: Units;
  readonly isChosen: boolean;
  readonly onChoose: (id: string, isChosen: boolean) => void;
}

export const nameOf = ({ distance, weeks, tier }: StandardPlan): string =>
  words.nameOf(RACE_NAMES[distance], weeks, words.tiers[tier]);

/** One plan at a glance: how long, how much, how often. */
export const GalleryCard = ({ plan, units, isChosen, onChoose }: GalleryCardProps) => (
  <li className={styles["card"]}>
    <div className={styles["cardHead"]}>
      <h3>{words.weeksLong(plan.weeks)}</h3>
      <span className={styles["tier"]}>{words.tiers[plan.tier]}</span>
    </div>
    <Climb plan={plan} />
    <p className={styles["volume"]}>
      {words.volume(formatDistance(plan.startMetres, units), formatDistance(plan.peakMetres, units))}
    </p>
    <p className={styles["days"]}>{words.days(plan.daysPerWeek)}</p>
    <div className={styles["cardFoot"]}>
      <Link to={{ name: "standard", standardPlanId: plan.id }} className={styles["look"]}>
        {words.look} <span className="visually-hidden">{nameOf(plan)}</span>
      </Link>
      <label className={styles["compare"]}>
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={words.compareThis(nameOf(plan))}
          onChange={(event) => {
            onChoose(plan.id, event.target.checked);
          }}
        />
        {words.compare}
      </label>
    </div>
  </li>
);

/** A little more than the biggest week of all standard plans, so that all bars have one scale. */
const SCALE_METRES = 125_000;

const percent = (metres: number): string => `${String((100 * metres) / SCALE_METRES)}%`;

/** From the first week to the biggest one. */
const Climb = ({ plan: { startMetres, peakMetres } }: { readonly plan: StandardPlan }) => (
  <div className={styles["climb"]} aria-hidden="true">
    <i style={{ insetInlineStart: percent(startMetres), width: percent(peakMetres - startMetres) }} />
  </div>
);
