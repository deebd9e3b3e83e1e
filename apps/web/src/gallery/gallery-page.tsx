import { RACE_DISTANCES, type RaceDistance } from "@strideiq/engine";
import { RACE_NAMES } from "@strideiq/wording";
import { type ReactNode, useState } from "react";
import { type StandardPlan, useStandardPlans } from "../api/standard-plans.ts";
import { galleryMessages as words } from "../messages/gallery.ts";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import { storedUnits } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import { Locked } from "../session/locked.tsx";
import { Away } from "../shell/away.tsx";
import buttons from "../ui/button.module.css";
import { Loading } from "../ui/loading.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { GalleryCard } from "./gallery-card.tsx";
import { type Filter, matching, NO_FILTER, storedFilter, TIERS, weeksOffered } from "./filter.ts";
import styles from "./gallery.module.css";

/** All standard plans. */
export function GalleryPage() {
  const list = useStandardPlans();
  if (list === undefined) return <Loading />;
  if (!list.ok) return <Away />;
  return list.value.plans.length === 0 ? <NoGallery /> : <Gallery plans={list.value.plans} />;
}

const NoGallery = () => (
  <main className={styles["page"]}>
    <div className={styles["intro"]}>
      <h1>{messages.shell.titles.gallery}</h1>
    </div>
    <Locked feature="plan.standard" />
  </main>
);

function Gallery({ plans }: { readonly plans: readonly StandardPlan[] }) {
  const [filter, setFilter] = useStored(storedFilter);
  const [units] = useStored(storedUnits);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const shown = matching(plans, filter);
  const choose = (id: string, isChosen: boolean): void => {
    // A third choice takes the place of the first.
    setChosen(isChosen ? [...chosen, id].slice(-2) : chosen.filter((other) => other !== id));
  };
  return (
    <main className={styles["page"]}>
      <div className={styles["intro"]}>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <Filters filter={filter} plans={plans} onChange={setFilter} />
      <p role="status" className={styles["found"]}>
        {words.found(shown.length)}
      </p>
      {shown.length === 0 && (
        <div className={styles["none"]}>
          <p>{words.none}</p>
          <button
            type="button"
            className={buttons["plain"]}
            onClick={() => {
              setFilter(NO_FILTER);
            }}
          >
            {words.reset}
          </button>
        </div>
      )}
      {RACE_DISTANCES.map((distance) => (
        <Shelf key={distance} distance={distance} plans={shown.filter((plan) => plan.distance === distance)}>
          {(plan) => (
            <GalleryCard
              key={plan.id}
              plan={plan}
              units={units}
              isChosen={chosen.includes(plan.id)}
              onChoose={choose}
            />
          )}
        </Shelf>
      ))}
      {chosen.length > 0 && (
        <CompareBar
          chosen={chosen}
          onClear={() => {
            setChosen([]);
          }}
        />
      )}
    </main>
  );
}

interface ShelfProps {
  readonly distance: RaceDistance;
  readonly plans: readonly StandardPlan[];
  readonly children: (plan: StandardPlan) => ReactNode;
}

const Shelf = ({ distance, plans, children }: ShelfProps) =>
  plans.length === 0 ? null : (
    <section aria-labelledby={`shelf-${distance}`} className={styles["shelf"]}>
      <h2 id={`shelf-${distance}`}>{RACE_NAMES[distance]}</h2>
      <ul className={styles["cards"]}>{plans.map(children)}</ul>
    </section>
  );

interface FiltersProps {
  readonly filter: Filter;
  readonly plans: readonly StandardPlan[];
  readonly onChange: (filter: Filter) => void;
}

const ALL = { value: "all", label: words.all } as const;

const Filters = ({ filter, plans, onChange }: FiltersProps) => (
  <div className={styles["filters"]} role="group" aria-label={words.filters}>
    <Segmented
      legend={words.distance}
      options={[ALL, ...RACE_DISTANCES.map((value) => ({ value, label: RACE_NAMES[value] }))]}
      value={filter.distance}
      onChange={(distance) => {
        onChange({ ...filter, distance, weeks: "all" });
      }}
    />
    <Segmented
      legend={words.weeks}
      options={[
        ALL,
        ...weeksOffered(plans, filter.distance).map((weeks) => ({
          value: String(weeks),
          label: words.weeksLong(weeks),
        })),
      ]}
      value={filter.weeks}
      onChange={(weeks) => {
        onChange({ ...filter, weeks });
      }}
    />
    <Segmented
      legend={words.tier}
      options={[ALL, ...TIERS.map((value) => ({ value, label: words.tiers[value] }))]}
      value={filter.tier}
      onChange={(tier) => {
        onChange({ ...filter, tier });
      }}
    />
  </div>
);

interface CompareBarProps {
  readonly chosen: readonly string[];
  readonly onClear: () => void;
}

const CompareBar = ({ chosen: [left = "", right = ""], onClear }: CompareBarProps) => (
  <div className={styles["bar"]}>
    <p role="status">{words.chosen(right === "" ? 1 : 2)}</p>
    <button type="button" className={buttons["plain"]} onClick={onClear}>
      {words.clear}
    </button>
    {right !== "" && (
      <Link to={{ name: "compare", left, right }} className={buttons["primary"]}>
        {words.compareBoth}
      </Link>
    )}
  </div>
);
