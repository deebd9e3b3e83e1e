import {
  type Certificate,
  LAWS,
  type LawVerdict,
  type Plan,
  type Units,
  type Verdict,
} from "@strideiq/engine";
import { explainLaw, VERDICT_NAMES } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { classes } from "../ui/classes.ts";
import { CheckIcon, CrossIcon, DashIcon, DownIcon, RemarkIcon } from "../ui/icons.tsx";
import { countLine } from "./certificate-words.ts";
import { PacesTable } from "./paces-table.tsx";
import styles from "./panel.module.css";

/** The order in which a runner wants to know: what is wrong, what to watch, what is fine. */
const ORDER: readonly Verdict[] = ["breach", "flag", "pass", "not_applicable"];

const ICONS: Readonly<Record<Verdict, typeof CheckIcon>> = {
  breach: CrossIcon,
  flag: RemarkIcon,
  pass: CheckIcon,
  not_applicable: DashIcon,
};

interface CertificatePanelProps {
  readonly certificate: Certificate;
  readonly units: Units;
}

/** What stands below the calendar: the paces, and what the plan was checked against. */
export const Panels = ({ plan, units }: { readonly plan: Plan; readonly units: Units }) => (
  <>
    <PacesTable plan={plan} units={units} />
    <CertificatePanel certificate={plan.certificate} units={units} />
  </>
);

/** Every law the plan was checked against, in words, with what was measured. */
const CertificatePanel = ({ certificate, units }: CertificatePanelProps) => (
  <section className={styles["panel"]} aria-labelledby="certificate-heading">
    <h2 id="certificate-heading">
      {messages.certificate.title} <span className={styles["count"]}>{countLine(certificate)}</span>
    </h2>
    <p className={styles["lead"]}>{messages.certificate.lead}</p>
    {ORDER.map((verdict) => (
      <Group
        key={verdict}
        verdict={verdict}
        laws={certificate.laws.filter((law) => law.verdict === verdict)}
        units={units}
      />
    ))}
    <Marks certificate={certificate} />
  </section>
);

/** The whole certificate at a glance, a mark a law; the lists above say the same in words. */
const Marks = ({ certificate }: Pick<CertificatePanelProps, "certificate">) => (
  <details className={styles["group"]}>
    <summary>
      {messages.certificate.marks}
      <DownIcon size={13} className={styles["chevron"]} />
    </summary>
    <ul className={styles["marks"]}>
      {certificate.laws.map(({ id, verdict }) => {
        const Icon = ICONS[verdict];
        return (
          <li key={id} className={styles[verdict]}>
            {id} <Icon size={11} />
            <span className="visually-hidden">{VERDICT_NAMES[verdict]}</span>
          </li>
        );
      })}
    </ul>
  </details>
);

interface GroupProps {
  readonly verdict: Verdict;
  readonly laws: readonly LawVerdict[];
  readonly units: Units;
}

function Group({ verdict, laws, units }: GroupProps) {
  if (laws.length === 0) return null;
  const Icon = ICONS[verdict];
  return (
    <details
      className={classes(styles["group"], styles[verdict])}
      open={verdict === "breach" || verdict === "flag"}
    >
      <summary>
        <Icon size={15} /> {messages.certificate.groups[verdict]}
        <span className={styles["count"]}>{laws.length}</span>
        <DownIcon size={13} className={styles["chevron"]} />
      </summary>
      <ul>
        {laws.map((law) => (
          <Law key={law.id} law={law} units={units} />
        ))}
      </ul>
    </details>
  );
}

function Law({ law, units }: { readonly law: LawVerdict; readonly units: Units }) {
  const { name, detail } = explainLaw(law, units);
  const rule = LAWS.find(({ id }) => id === law.id)?.sentence;
  return (
    <li className={styles["law"]}>
      <b>{name}</b>
      <span className={styles["id"]}>{law.id}</span>
      {detail !== "" && <span className={styles["detail"]}>{sentence(detail)}</span>}
      {rule !== undefined && <span className={styles["rule"]}>{rule}</span>}
    </li>
  );
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
