import type { Units } from "@strideiq/engine";
import { formatDistance, formatMinutes } from "@strideiq/wording";
import { galleryMessages } from "../messages/gallery.ts";
import type { PlanFacts } from "./facts.ts";
import styles from "./facts-table.module.css";

const { compared } = galleryMessages;

interface FactsTableProps {
  readonly facts: readonly PlanFacts[];
  /** A name for each plan; left out where there is only one. */
  readonly names?: readonly string[];
  readonly units: Units;
}

/** The facts of one plan, or of several beside each other; what is the same in all stays quiet. */
export const FactsTable = ({ facts, names, units }: FactsTableProps) => (
  <table className={styles["facts"]}>
    {names !== undefined && (
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
    )}
    <tbody>
      {ROWS.map(({ name, say }) => {
        const said = facts.map((plan) => say(plan, units));
        const isSame = said.length > 1 && new Set(said).size === 1;
        return (
          <tr key={name}>
            <th scope="row">{compared.rows[name]}</th>
            {said.map((value, index) => (
              <td key={index} className={isSame ? styles["same"] : undefined}>
                {value}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  </table>
);

interface Row {
  readonly name: keyof typeof compared.rows;
  readonly say: (facts: PlanFacts, units: Units) => string;
}

const about = (metres: number, units: Units): string => compared.about(formatDistance(metres, units));

const ROWS: readonly Row[] = [
  { name: "weeks", say: ({ weeks }) => String(weeks) },
  { name: "days", say: ({ daysPerWeek }) => String(daysPerWeek) },
  { name: "first", say: ({ firstMetres }, units) => about(firstMetres, units) },
  { name: "peak", say: ({ peakMetres }, units) => about(peakMetres, units) },
  { name: "total", say: ({ totalMetres }, units) => about(totalMetres, units) },
  {
    name: "longest",
    say: ({ longestMetres, longestSeconds }, units) =>
      `${formatMinutes(longestSeconds)}, ${about(longestMetres, units)}`,
  },
  { name: "longRuns", say: ({ longRuns }) => String(longRuns) },
  { name: "quality", say: ({ qualitySessions }) => String(qualitySessions) },
  { name: "hardest", say: ({ hardestSeconds }) => formatMinutes(hardestSeconds) },
];
