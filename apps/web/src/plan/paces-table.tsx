import { PACED_ZONES, type Plan, type Units } from "@strideiq/engine";
import { describeResult, formatPaceRange, ZONE_EFFORTS, ZONE_NAMES } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { classes } from "../ui/classes.ts";
import styles from "./panel.module.css";
import { stimulusOf } from "./stimulus.ts";
import colours from "./stimulus.module.css";

/** The training paces, or, without a race result, the efforts that stand in for them. */
export function PacesTable({ plan, units }: { readonly plan: Plan; readonly units: Units }) {
  const { paces, request } = plan;
  return (
    <section className={styles["panel"]} aria-labelledby="paces-heading">
      <h2 id="paces-heading">{paces === null ? messages.paces.effortTitle : messages.paces.title}</h2>
      <p className={styles["lead"]}>
        {paces === null || request.result === null
          ? messages.paces.effortLead
          : messages.paces.from(describeResult(request.result, units))}
      </p>
      <table className={styles["paces"]}>
        <thead>
          <tr>
            <th scope="col">{messages.paces.zone}</th>
            {paces !== null && <th scope="col">{messages.paces.pace}</th>}
            <th scope="col">{messages.paces.feel}</th>
          </tr>
        </thead>
        <tbody>
          {PACED_ZONES.map((zone) => (
            <tr key={zone}>
              <th scope="row" className={classes(styles["zone"], colours[stimulusOf(zone, "easy")])}>
                {ZONE_NAMES[zone]}
              </th>
              {paces !== null && <td className={styles["pace"]}>{formatPaceRange(paces[zone], units)}</td>}
              <td>{ZONE_EFFORTS[zone]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
